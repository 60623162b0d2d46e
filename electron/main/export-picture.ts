import { createHash, randomUUID } from 'node:crypto'
import { open, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type BrowserWindow, dialog, nativeImage } from 'electron'
import { clientOfPhotos } from '../../shared/domain/client-of-event.ts'
import { consentFor } from '../../shared/domain/consent-rules.ts'
import { type ExportFormat, movementOf } from '../../shared/domain/export-kind.ts'
import { exportKeyOf } from '../../shared/domain/exported/export-row.ts'
import { dayOf } from '../../shared/domain/import-grouping.ts'
import { isNeutralName } from '../../shared/domain/neutral-name.ts'
import { AppError } from '../../shared/errors.ts'
import type { ParsedInput } from '../../shared/ipc/contract.ts'
import type { FileSeal } from '../../shared/ipc/engine-tasks.ts'
import { t } from '../../shared/words/translate.ts'
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

/**
 * Asks where to save an export, encodes it without metadata, records it, then lets the file appear. Null when the user cancels. Throws `refused` where the client's consent doesn't
 * cover the purpose: asked before anything is done, and once more before the record, since a consent can end while the dialog is open.
 */
export async function saveExport(
  library: Library,
  pool: EnginePool,
  window: BrowserWindow,
  picturesFolder: string,
  { photoIds, purpose, kind, format, suggestedName, file, light, covers, making }: ParsedInput<'export.save'>,
): Promise<SavedExport | null> {
  demandConsent(library, { photoIds, purpose })
  const extension = format === 'jpeg' ? 'jpg' : format
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: movementOf(kind) === 'film' ? t('Save video') : t('Save picture'),
    defaultPath: join(picturesFolder, `${suggestedName.replace(/\.[a-z0-9]{3,4}$/i, '')}.${extension}`),
    filters: [{ name: formatName(format), extensions: [extension] }],
  })
  if (canceled || !filePath) return null
  const fileName = basename(filePath)
  if (purpose !== 'for-the-client') demandNeutralName(library, photoIds, fileName)
  const { bytes, ...made } = await finishedFile(library, pool, file, format)
  const outputSha256 = createHash('sha256').update(bytes).digest('hex')
  // written first, so that a folder that takes no file is told before anything is recorded; recorded before it appears under its name
  const waiting = await writeWaiting(filePath, bytes)
  try {
    const consentVersion = demandConsent(library, { photoIds, purpose })
    const clientId = clientOfPhotos(library.facts, photoIds)
    const named = { exportId: randomUUID(), ...(clientId !== null && { clientId }), ...(making && { making }) }
    const edits = { ...(light && { light }), ...(covers && { covers }) }
    const rest = { kind, format, ...made, outputSha256, ...edits, ...named }
    const data = { photoIds, purpose, consentVersion, fileName, ...rest }
    await library.record([{ type: 'comparison-exported', version: 3, data }])
    await rename(waiting, filePath).catch((error: unknown) => Promise.reject(diskError(error)))
    return { fileName, exportKey: exportKeyOf(data) }
  } finally {
    await rm(waiting, { force: true })
  }
}

/** The name under which an export was saved, and what it is kept under. */
interface SavedExport {
  readonly fileName: string
  readonly exportKey: string
}

interface FinishedFile {
  readonly bytes: Uint8Array
  readonly widthPx: number
  readonly heightPx: number
  /** Null: it stands still. */
  readonly durationSeconds: number | null
}

/** The file as it is handed out: pictures are encoded anew, without anything but their pixels; films are read again. */
async function finishedFile(
  library: Library,
  pool: EnginePool,
  file: Uint8Array,
  format: ExportFormat,
): Promise<FinishedFile> {
  if (format !== 'png' && format !== 'jpeg')
    return throughTemporaryFile(library, format, async ({ path, seal }) => {
      await writeFile(path, sealBytes(seal, file), { mode: 0o600 })
      return { bytes: file, ...(await pool.run('inspect-film', { file: { path, key: seal.key }, format })) }
    })
  const bytes = await throughTemporaryFile(library, 'png', ({ path, seal }) =>
    throughTemporaryFile(library, format, async (output) => {
      await writeFile(path, sealBytes(seal, file), { mode: 0o600 })
      await pool.run('encode-picture', { picture: { path, key: seal.key }, output, format })
      return Buffer.from(await readSealedFile(output.path, output.seal.key))
    }),
  )
  const { width: widthPx, height: heightPx } = nativeImage.createFromBuffer(bytes).getSize()
  return { bytes, widthPx, heightPx, durationSeconds: null }
}

function formatName(format: ExportFormat): string {
  switch (format) {
    case 'jpeg':
      return t('JPEG picture')
    case 'png':
      return t('PNG picture')
    case 'gif':
      return t('GIF picture')
    case 'mp4':
      return t('MP4 video')
    case 'webm':
      return t('WebM video')
  }
}

/** The version of the consent that covers an export today; null where none is needed. Throws `refused` with what is missing. */
function demandConsent(
  { facts }: Library,
  { photoIds, purpose }: Pick<ParsedInput<'export.save'>, 'photoIds' | 'purpose'>,
): number | null {
  const { consentVersion, refusal } = consentFor(facts, photoIds, purpose, dayOf(new Date()))
  if (refusal !== undefined) throw new AppError('refused', { reason: refusal })
  return consentVersion
}

/** What is shown to strangers doesn't say who the client is. Throws `refused`. */
function demandNeutralName(
  { facts }: Library,
  photoIds: ParsedInput<'export.save'>['photoIds'],
  fileName: string,
): void {
  const name = facts.clients.get(clientOfPhotos(facts, photoIds) ?? '')?.name ?? ''
  if (!isNeutralName(fileName, name))
    throw new AppError('refused', {
      reason: t('The file’s name holds the client’s name. Nothing was saved; choose another name.'),
    })
}

/** Writes a file beside its place under a name that nobody has; its path. */
export async function writeWaiting(filePath: string, bytes: Uint8Array): Promise<string> {
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
