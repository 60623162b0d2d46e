import { readFile, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readUprightPixels } from '../../electron/engine/sharp-images.ts'
import { encodePicture } from '../../electron/engine/tasks/encode-picture.ts'
import { inspectPhoto } from '../../electron/engine/tasks/inspect-photo.ts'
import { wrapFileKey } from '../../electron/sealed/file-wrapping.ts'
import { newKey } from '../../electron/sealed/sealed-box.ts'
import { readSealedFile, sealBytes } from '../../electron/sealed/sealed-file.ts'
import type { FileSeal } from '../../shared/ipc/engine-tasks.ts'
import { fixturePath, idleContext, temporaryFolder } from './photo-files.ts'

const temporary = temporaryFolder()

function newSeal(name: string): FileSeal {
  const key = newKey()
  return { key, wrapping: wrapFileKey(newKey(), '0'.repeat(32), name, key) }
}

async function sealedCopy(name: string) {
  const seal = newSeal(name)
  await writeFile(temporary(name), sealBytes(seal, await readFile(fixturePath(name))))
  return { path: temporary(name), key: seal.key, quarterTurns: 1 }
}

test.each([
  'landscape-6.jpg',
  'cmyk.jpg',
  'p3.png',
  'big-height.webp',
  'rainbow-451x461.heic',
  'avif-orientation-6.avif',
  'truncated_image.png',
])('%s gives the same pixels sealed as plain', async (name) => {
  const plain = await readUprightPixels({ path: fixturePath(name), key: null, quarterTurns: 1 }, 200)
  expect(await readUprightPixels(await sealedCopy(name), 200)).toEqual(plain)
})

test('a sealed photo is inspected as a plain one, and its copies are written sealed', async () => {
  const run = async (source: { path: string; key: Uint8Array | null }, [thumb, work]: (FileSeal | null)[]) => {
    const output = (name: string, seal: FileSeal | null = null) => ({ path: temporary(name), seal })
    const outputs = { thumb: output('thumb.webp', thumb), work: output('work.jpg', work) }
    return inspectPhoto({ source, fileName: 'a.jpg', ...outputs }, idleContext)
  }
  const names = ['thumb.webp', 'work.jpg']
  const plain = await run({ path: fixturePath('invalid-exif.jpg'), key: null }, [])
  const plainCopies = await Promise.all(names.map((name) => readFile(temporary(name))))
  const seals = names.map(newSeal)
  expect(await run(await sealedCopy('invalid-exif.jpg'), seals)).toEqual(plain)
  for (const [index, name] of names.entries()) {
    const opened = Buffer.from(await readSealedFile(temporary(name), seals[index]!.key))
    expect(opened.equals(plainCopies[index]!)).toBe(true)
    expect((await readFile(temporary(name))).includes(opened.subarray(0, 16))).toBe(false)
  }
})

test('a finished picture is encoded from a sealed file into a sealed file', async () => {
  const seal = newSeal('out.png')
  const output = { path: temporary('out.png'), seal }
  await encodePicture({ picture: await sealedCopy('p3.png'), output, format: 'png' })
  const opened = await readSealedFile(output.path, seal.key)
  expect(Buffer.from(opened.subarray(1, 4)).toString()).toBe('PNG')
})

test('a sealed photo that was changed, or is opened with another key, is refused by name', async () => {
  const photo = await sealedCopy('landscape-6.jpg')
  const refused = { code: 'picture-damaged', details: { fileName: 'landscape-6.jpg' } }
  await expect(readUprightPixels({ ...photo, key: newKey() }, 100)).rejects.toMatchObject(refused)
  const bytes = await readFile(photo.path)
  bytes[5000]! ^= 1
  await writeFile(photo.path, bytes)
  await expect(readUprightPixels(photo, 100)).rejects.toMatchObject(refused)
})
