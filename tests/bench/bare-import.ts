import { createHash, randomUUID } from 'node:crypto'
import { open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'

// The least that any import could do, with nothing of Stipple’s: it reads the file once, hashes it, copies it with an fsync, decodes all of it and makes the
// same two pictures. It has no seal, no ledger, no check of the format, no date, nothing whole-or-absent, and nothing but the copy is durable.

const workLongestSidePx = 2560
const thumbLongestSidePx = 400

async function syncedCopy(path: string, folder: string): Promise<Buffer> {
  const bytes = await readFile(path)
  createHash('sha256').update(bytes).digest('hex')
  const copy = await open(join(folder, randomUUID()), 'wx')
  await copy.writeFile(bytes)
  await copy.sync()
  await copy.close()
  return bytes
}

async function twoPictures(bytes: Buffer, folder: string, encodeWork: (picture: Sharp) => Sharp): Promise<void> {
  const { data, info } = await sharp(bytes)
    .autoOrient()
    .resize(workLongestSidePx, workLongestSidePx, { fit: 'inside', withoutEnlargement: true, fastShrinkOnLoad: false })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  await writeFile(join(folder, randomUUID()), await encodeWork(sharp(data, { raw })).toBuffer())
  const thumb = sharp(data, { raw }).resize(thumbLongestSidePx, thumbLongestSidePx, { fit: 'inside' }).webp()
  await writeFile(join(folder, randomUUID()), await thumb.toBuffer())
}

/** The reference. Its pictures are encoded with the settings of Stipple’s own: those of sharp would make it a seventh slower, and so easier to keep up with. */
export async function bareImport(path: string, folder: string): Promise<void> {
  const bytes = await syncedCopy(path, folder)
  await twoPictures(bytes, folder, (picture) =>
    picture.jpeg({ quality: 90, chromaSubsampling: '4:4:4', optimiseCoding: false }),
  )
}

/** The same with sharp’s own settings for the larger picture: half the colour resolution, Huffman tables made to measure. */
export async function formerBareImport(path: string, folder: string): Promise<void> {
  const bytes = await syncedCopy(path, folder)
  await twoPictures(bytes, folder, (picture) => picture.jpeg({ quality: 90 }))
}

/** Only decodes, hashes and copies with an fsync; the decoded pixels are thrown away and no picture is made. */
export async function bareDecode(path: string, folder: string): Promise<void> {
  const bytes = await syncedCopy(path, folder)
  await sharp(bytes).raw().toBuffer()
}
