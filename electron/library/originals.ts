import { createHash, randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { chmod, type FileHandle, lstat, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type PhotoId, photoIdSchema } from '../../shared/domain/ids.ts'
import { contentHashOf, type OriginalId } from '../../shared/domain/known-originals.ts'
import { AppError } from '../../shared/errors.ts'
import type { FileSeal } from '../../shared/ipc/engine-tasks.ts'
import { t } from '../../shared/words/translate.ts'
import { beginSealedFile, openedChunks, sealBytes, sealedByteSize } from '../sealed/sealed-file.ts'
import { diskError, makeFolder, syncFile, syncFolder, withHandle } from './durable-files.ts'
import type { LibraryLayout } from './layout.ts'
import type { LibraryKeys } from './library-keys.ts'

/** A quarter of an hour of video; larger files aren't what Stipple is for. */
const largestFileBytes = 4 * 1024 ** 3
const chunkBytes = 1024 ** 2

/** A library's files: where they stand, and what opens them. */
export interface LibraryFiles {
  readonly layout: LibraryLayout
  readonly keys: LibraryKeys
  /** Takes the names of originals that come in. */
  readonly arrivals?: Set<string>
}

/** A file's sealed copy in the staging folder, already durable, with the hash of exactly the bytes that were sealed. */
export interface StagedOriginal {
  readonly photoId: PhotoId
  readonly stagedPath: string
  readonly fileName: string
  readonly byteSize: number
}

/** Copies a file into staging, hashing and sealing while copying, and syncs it. The source is only read; links, devices and folders are refused. */
export async function stageOriginal(
  { layout, keys }: LibraryFiles,
  sourcePath: string,
  signal?: AbortSignal,
): Promise<StagedOriginal> {
  const fileName = basename(sourcePath)
  const source = await openSource(sourcePath, fileName)
  return withHandle(source, async () => {
    const info = await source.stat()
    if (!info.isFile()) throw new AppError('file-unreadable', { fileName, reason: t('It is not an ordinary file.') })
    if (info.size === 0) throw new AppError('unsupported-format', { fileName, reason: t('The file is empty.') })
    if (info.size > largestFileBytes)
      throw new AppError('picture-too-large', { fileName, reason: t('The file is larger than 4 GB.') })
    await makeFolder(layout.staging).catch((error: unknown) => Promise.reject(diskError(error)))
    const stagedPath = join(layout.staging, randomUUID())
    try {
      const { hash, byteSize } = await copySealed(
        source,
        stagedPath,
        keys.sealFor(keys.stagingKeyId, stagedPath),
        fileName,
        signal,
      )
      return { photoId: photoIdSchema.parse(hash), stagedPath, fileName, byteSize }
    } catch (error) {
      // what can't be removed now is swept at the next start
      await rm(stagedPath, { force: true }).catch(() => undefined)
      throw error
    }
  })
}

/** Puts a file that Stipple itself made into staging, as `stageOriginal` does with one from elsewhere. */
export async function stageContent(
  { layout, keys }: LibraryFiles,
  content: Uint8Array,
  fileName: string,
): Promise<StagedOriginal> {
  const stagedPath = join(layout.staging, randomUUID())
  try {
    await makeFolder(layout.staging).catch((error: unknown) => Promise.reject(diskError(error)))
    await withHandle(await open(stagedPath, 'wx', 0o600), async (handle) => {
      await handle.writeFile(sealBytes(keys.sealFor(keys.stagingKeyId, stagedPath), content))
      await handle.sync()
    })
    const hash = createHash('sha256').update(content).digest('hex')
    return { photoId: photoIdSchema.parse(hash), stagedPath, fileName, byteSize: content.length }
  } catch (error) {
    await rm(stagedPath, { force: true })
    throw diskError(error)
  }
}

/**
 * Makes a staged original part of the library: wrapped with its client's key, renamed to its object's name, read-only, folder synced. It takes the place of a
 * file that stands there already, which was damaged, or was left behind and may be wrapped with another client's key. `originalId` names it where it is no photo.
 */
export async function keepOriginal(
  { layout, keys, arrivals }: LibraryFiles,
  staged: StagedOriginal,
  clientId: string,
  originalId: OriginalId = staged.photoId,
): Promise<void> {
  const objectPath = layout.object(originalId)
  arrivals?.add(basename(objectPath))
  const keyId = await keys.keyIdFor(clientId)
  try {
    await makeFolder(dirname(objectPath))
    // a save that failed at the ledger is tried again with the original already in its place
    const isWaiting = (await lstat(staged.stagedPath).catch(() => undefined)) !== undefined
    const path = isWaiting ? staged.stagedPath : objectPath
    await keys.rewrapFile(path, keyId, objectPath)
    await syncFile(path)
    await chmod(path, 0o400)
    if (isWaiting) {
      // Windows replaces no file that is read-only
      await chmod(objectPath, 0o600).catch(() => undefined)
      await rename(path, objectPath)
    }
    await syncFolder(dirname(objectPath))
  } catch (error) {
    throw diskError(error)
  }
}

/** True when an original's file is there, as an ordinary file of the right size. */
export async function isOriginalPresent(layout: LibraryLayout, originalId: string, byteSize: number): Promise<boolean> {
  const info = await lstat(layout.object(originalId)).catch(() => undefined)
  return info?.isFile() === true && info.size === sealedByteSize(byteSize)
}

/** True when an original's file is there, opens, and its content still has its hash. */
export async function isOriginalIntact({ layout, keys }: LibraryFiles, originalId: string): Promise<boolean> {
  const path = layout.object(originalId)
  const info = await lstat(path).catch(() => undefined)
  if (!info?.isFile()) return false
  try {
    return (await contentHash(path, keys)) === contentHashOf(originalId)
  } catch {
    return false
  }
}

/** SHA-256 of a sealed file's content. Throws `picture-damaged` when it doesn't open. */
export async function contentHash(path: string, keys: LibraryKeys): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of openedChunks(path, keys.fileKeyOf(path))) hash.update(chunk)
  return hash.digest('hex')
}

async function openSource(path: string, fileName: string): Promise<FileHandle> {
  // O_NONBLOCK: opening a named pipe mustn't wait for a writer
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
  try {
    return await open(path, flags)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const reason =
      code === 'ELOOP'
        ? t('It is a link to another file.')
        : code === 'ENOENT'
          ? t('It isn’t there any more.')
          : (code ?? '')
    throw new AppError('file-unreadable', { fileName, reason }, { cause: error })
  }
}

/** Copies an open file's content, sealed, into a new file; its SHA-256 and length. */
export async function copySealed(
  source: FileHandle,
  targetPath: string,
  seal: FileSeal,
  fileName: string,
  signal?: AbortSignal,
) {
  const hash = createHash('sha256')
  const { head, sealer } = beginSealedFile(seal)
  const chunk = Buffer.allocUnsafe(chunkBytes)
  let byteSize = 0
  const target = await open(targetPath, 'wx', 0o600).catch((error: unknown) => Promise.reject(diskError(error)))
  const write = async (pieces: readonly Uint8Array[]) => {
    for (const piece of pieces)
      if (piece.length > 0) await target.writeFile(piece).catch((error: unknown) => Promise.reject(diskError(error)))
  }
  await withHandle(target, async () => {
    await write([head])
    for (;;) {
      if (signal?.aborted) throw new AppError('cancelled')
      const { bytesRead } = await source.read(chunk, 0, chunkBytes, byteSize).catch((error: unknown) => {
        throw new AppError('file-unreadable', { fileName }, { cause: error })
      })
      if (bytesRead === 0) break
      const bytes = chunk.subarray(0, bytesRead)
      hash.update(bytes)
      await write(sealer.push(bytes))
      byteSize += bytesRead
      if (byteSize > largestFileBytes)
        throw new AppError('picture-too-large', { fileName, reason: t('The file is larger than 4 GB.') })
    }
    await write(sealer.finish())
    chunk.fill(0)
    await target.sync().catch((error: unknown) => Promise.reject(diskError(error)))
  })
  const written = await stat(targetPath)
  if (written.size !== sealedByteSize(byteSize))
    throw new AppError('folder-unavailable', { reason: t('The copy is not complete.') })
  return { hash: hash.digest('hex'), byteSize }
}
