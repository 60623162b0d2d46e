import { createHash, randomUUID } from 'node:crypto'
import { open, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type BrowserWindow, dialog, nativeImage } from 'electron'
import type { ParsedInput } from '../../shared/ipc/contract.ts'
import type { FileSeal } from '../../shared/ipc/engine-tasks.ts'
import type { EnginePool, RunOptions } from '../engine-pool/engine-pool.ts'
import { diskError, makeFolder, withHandle } from '../library/durable-files.ts'
import type { Library } from '../library/library.ts'
import { readSealedFile, sealBytes } from '../sealed/sealed-file.ts'
import { getPhoto } from './get-photo.ts'
import type { Renditions } from './renditions.ts'

/** Draws one pane of an export from the original; the picture's bytes (PNG). */
export async function renderPane(
  library: Library,
  pool: EnginePool,
  renditions: Renditions,
  { photoId, alignmentId, isRigid, view }: Omit<ParsedInput<'export.render-pane'>, 'workId'>,
  options: RunOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const photo = getPhoto(library, photoId)
  const transform = alignmentId === null ? null : renditions.transformOf(alignmentId, isRigid)
  return throughTemporaryFile(library, 'png', async (output) => {
    const input = { photo: renditions.fileOf(photo), transform, view, output, format: 'png' as const }
    await pool.run('render-view', input, options)
    return new Uint8Array(await readSealedFile(output.path, output.seal.key))
  })
}

/** Asks where to save a finished picture, encodes it without metadata, records the export, then lets the file appear. Null when the user cancels. */
export async function savePicture(
  library: Library,
  pool: EnginePool,
  window: BrowserWindow,
  picturesFolder: string,
  { photoIds, format, suggestedName, picture }: ParsedInput<'export.save'>,
): Promise<string | null> {
  const extension = format === 'jpeg' ? 'jpg' : 'png'
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Save picture',
    defaultPath: join(picturesFolder, `${suggestedName.replace(/\.(png|jpe?g)$/i, '')}.${extension}`),
    filters: [{ name: format === 'jpeg' ? 'JPEG picture' : 'PNG picture', extensions: [extension] }],
  })
  if (canceled || !filePath) return null
  const bytes = await throughTemporaryFile(library, 'png', ({ path, seal }) =>
    throughTemporaryFile(library, extension, async (output) => {
      await writeFile(path, sealBytes(seal, picture), { mode: 0o600 })
      await pool.run('encode-picture', { picture: { path, key: seal.key }, output, format })
      return Buffer.from(await readSealedFile(output.path, output.seal.key))
    }),
  )
  const { width: widthPx, height: heightPx } = nativeImage.createFromBuffer(bytes).getSize()
  const outputSha256 = createHash('sha256').update(bytes).digest('hex')
  // written first, so that a folder that takes no file is told before anything is recorded; recorded before it appears under its name
  const waiting = await writeWaiting(filePath, bytes)
  try {
    await library.record([
      {
        type: 'comparison-exported',
        version: 1,
        data: { photoIds, purpose: 'for-the-client', format, widthPx, heightPx, outputSha256 },
      },
    ])
    await rename(waiting, filePath).catch((error: unknown) => Promise.reject(diskError(error)))
  } finally {
    await rm(waiting, { force: true })
  }
  return basename(filePath)
}

/** Writes a file beside its place under a name that nobody has; its path. */
async function writeWaiting(filePath: string, bytes: Uint8Array): Promise<string> {
  const waiting = join(dirname(filePath), `.${randomUUID()}.stipple`)
  try {
    await withHandle(await open(waiting, 'wx'), async (handle) => {
      await handle.writeFile(bytes)
      await handle.sync()
    })
    return waiting
  } catch (error) {
    await rm(waiting, { force: true }).catch(() => undefined)
    throw diskError(error)
  }
}

/** A sealed file in staging for as long as it is used. */
async function throughTemporaryFile<Value>(
  { layout, keys }: Library,
  extension: string,
  use: (file: { path: string; seal: FileSeal }) => Promise<Value>,
): Promise<Value> {
  const path = join(layout.staging, `${randomUUID()}.${extension}`)
  await makeFolder(layout.staging)
  try {
    return await use({ path, seal: keys.sealFor(keys.stagingKeyId, path) })
  } finally {
    await rm(path, { force: true })
  }
}
