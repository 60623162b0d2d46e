import { createHash, randomUUID } from 'node:crypto'
import { lstat, mkdir, readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { type HandedOver, handedOverNames, photosToHandOver } from '../../shared/domain/hand-over.ts'
import { AppError } from '../../shared/errors.ts'
import type { ParsedInput } from '../../shared/ipc/contract.ts'
import { t } from '../../shared/words/translate.ts'
import type { EnginePool, RunOptions } from '../engine-pool/engine-pool.ts'
import { renamePatiently } from '../library/backup/patient-rename.ts'
import { diskError, syncFolder } from '../library/durable-files.ts'
import type { Library } from '../library/library.ts'
import { getPhoto } from './get-photo.ts'
import { demandOutside, demandOwn, handedOverTitle } from './hand-over-rules.ts'
import type { Renditions } from './renditions.ts'

type AskedFolder = Omit<ParsedInput<'hand-over.folder'>, 'workId'>
type HandedFile = HandedOver['files'][number]

/** Longest side of a picture of working size in pixels. */
const workingSidePx = 2560
/** So many names are tried for a folder: "Treatment in pictures (2)". */
const mostNames = 1000

/**
 * Asks for a place and writes a folder with a client's pictures there: from the originals, upright, as JPEGs without metadata. It is made beside its place under a name that nobody has, recorded, then
 * appears as a whole. Null when the user cancels the dialog. Throws an AppError, after which nothing of it is left.
 */
export async function handOverFolder(
  { library, pool, renditions }: { library: Library; pool: EnginePool; renditions: Renditions },
  window: BrowserWindow,
  { clientId, photoIds, size }: AskedFolder,
  { signal, onProgress }: RunOptions,
): Promise<string | null> {
  demandOwn(library, { clientId, photoIds })
  const photos = photosToHandOver(photoIds.map((photoId) => getPhoto(library, photoId)))
  if (photos.length === 0)
    throw new AppError('refused', { reason: t('None of these photos has a stage and an angle.') })
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: t('Where the folder is to stand'),
    buttonLabel: t('Save here'),
    defaultPath: app.getPath('documents'),
    properties: ['openDirectory', 'createDirectory'],
  })
  const [place] = filePaths
  if (canceled || !place) return null
  demandOutside(library, place)
  const waiting = join(place, `.${randomUUID()}.stipple`)
  try {
    await mkdir(waiting).catch((error: unknown) => Promise.reject(diskError(error)))
    const names = handedOverNames(photos)
    const files: HandedFile[] = []
    for (const [index, photo] of photos.entries()) {
      if (signal?.aborted) throw new AppError('cancelled')
      const fileName = names[index]!
      const output = { path: join(waiting, fileName), seal: null }
      const longestSidePx = size === 'working' ? workingSidePx : null
      await pool.run(
        'make-rendition',
        { photo: renditions.fileOf(photo), longestSidePx, output },
        {
          ...(signal && { signal }),
          onProgress: (part) => onProgress?.((index + part) / photos.length, 'Drawing the pictures'),
        },
      )
      files.push({ fileName, outputSha256: await hashOf(output.path) })
    }
    await syncFolder(waiting)
    const target = await freeName(place)
    const about = { clientId, photoIds: photos.map(({ photoId }) => photoId), purpose: 'for-the-client' as const }
    if (signal?.aborted) throw new AppError('cancelled')
    const data = { ...about, form: 'folder' as const, folderName: basename(target), files }
    await library.record([{ type: 'pictures-handed-over', version: 1, data }])
    await renamePatiently(waiting, target)
    await syncFolder(place)
    return basename(target)
  } catch (error) {
    throw diskError(error)
  } finally {
    await rm(waiting, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
  }
}

/** A path in the folder that nothing has yet. */
async function freeName(place: string): Promise<string> {
  for (let number = 1; number <= mostNames; number++) {
    const path = join(place, number === 1 ? handedOverTitle() : `${handedOverTitle()} (${number})`)
    const isTaken = await lstat(path).then(
      () => true,
      (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
    )
    if (!isTaken) return path
  }
  throw new AppError('folder-unavailable', { reason: 'EEXIST' })
}

async function hashOf(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
}
