import { createHash, randomUUID } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { chmod, type FileHandle, lstat, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type PhotoId, photoIdSchema } from '../../shared/domain/ids.ts'
import { AppError } from '../../shared/errors.ts'
import { diskError, makeFolder, syncFolder, withHandle } from './durable-files.ts'
import type { LibraryLayout } from './layout.ts'

/** Larger files aren't photos. */
const largestFileBytes = 1024 ** 3
const chunkBytes = 1024 ** 2

/** A file's copy in the staging folder, already durable, with the hash of exactly the bytes that were written. */
export interface StagedOriginal {
  readonly photoId: PhotoId
  readonly stagedPath: string
  readonly fileName: string
  readonly byteSize: number
}

/** Copies a file into staging, hashing while copying, and syncs it. The source is only read; links, devices and folders are refused. */
export async function stageOriginal(
  layout: LibraryLayout,
  sourcePath: string,
  signal?: AbortSignal,
): Promise<StagedOriginal> {
  const fileName = basename(sourcePath)
  const source = await openSource(sourcePath, fileName)
  return withHandle(source, async () => {
    const info = await source.stat()
    if (!info.isFile()) throw new AppError('file-unreadable', { fileName, reason: 'It is not an ordinary file.' })
    if (info.size === 0) throw new AppError('unsupported-format', { fileName, reason: 'The file is empty.' })
    if (info.size > largestFileBytes)
      throw new AppError('picture-too-large', { fileName, reason: 'The file is larger than 1 GB.' })
    await makeFolder(layout.staging)
    const stagedPath = join(layout.staging, randomUUID())
    try {
      const { hash, byteSize } = await copyHashed(source, stagedPath, fileName, signal)
      return { photoId: photoIdSchema.parse(hash), stagedPath, fileName, byteSize }
    } catch (error) {
      await rm(stagedPath, { force: true })
      throw error
    }
  })
}

/**
 * Makes a staged original part of the library: renamed to its hash, read-only, folder synced. A file that stands there already is kept, unless the caller
 * found it damaged and says `replace`.
 */
export async function keepOriginal(
  layout: LibraryLayout,
  staged: StagedOriginal,
  present: 'keep' | 'replace' = 'keep',
): Promise<void> {
  const objectPath = layout.object(staged.photoId)
  try {
    await makeFolder(dirname(objectPath))
    // a save that failed at the ledger is tried again with the original already in its place
    if (present === 'replace' || !(await isOriginalPresent(layout, staged.photoId, staged.byteSize))) {
      await chmod(staged.stagedPath, 0o400)
      await rename(staged.stagedPath, objectPath)
    }
    await syncFolder(dirname(objectPath))
    await syncFolder(layout.objects)
  } catch (error) {
    throw diskError(error)
  }
}

/** True when an original's file is there, as an ordinary file of the right size. */
export async function isOriginalPresent(layout: LibraryLayout, photoId: string, byteSize: number): Promise<boolean> {
  const info = await lstat(layout.object(photoId)).catch(() => undefined)
  return info?.isFile() === true && info.size === byteSize
}

/** True when an original's file is there and its bytes still have its hash. */
export async function isOriginalIntact(layout: LibraryLayout, photoId: string): Promise<boolean> {
  const info = await lstat(layout.object(photoId)).catch(() => undefined)
  if (!info?.isFile()) return false
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(layout.object(photoId))) hash.update(chunk)
  } catch {
    return false
  }
  return hash.digest('hex') === photoId
}

async function openSource(path: string, fileName: string): Promise<FileHandle> {
  // O_NONBLOCK: opening a named pipe mustn't wait for a writer
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
  try {
    return await open(path, flags)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const reason =
      code === 'ELOOP' ? 'It is a link to another file.' : code === 'ENOENT' ? 'It isn’t there any more.' : (code ?? '')
    throw new AppError('file-unreadable', { fileName, reason }, { cause: error })
  }
}

async function copyHashed(source: FileHandle, stagedPath: string, fileName: string, signal?: AbortSignal) {
  const hash = createHash('sha256')
  const chunk = Buffer.allocUnsafe(chunkBytes)
  let byteSize = 0
  const target = await open(stagedPath, 'wx', 0o600).catch((error: unknown) => Promise.reject(diskError(error)))
  await withHandle(target, async () => {
    for (;;) {
      if (signal?.aborted) throw new AppError('cancelled')
      const { bytesRead } = await source.read(chunk, 0, chunkBytes, byteSize).catch((error: unknown) => {
        throw new AppError('file-unreadable', { fileName }, { cause: error })
      })
      if (bytesRead === 0) break
      const bytes = chunk.subarray(0, bytesRead)
      hash.update(bytes)
      await target.writeFile(bytes).catch((error: unknown) => Promise.reject(diskError(error)))
      byteSize += bytesRead
      if (byteSize > largestFileBytes)
        throw new AppError('picture-too-large', { fileName, reason: 'The file is larger than 1 GB.' })
    }
    await target.sync().catch((error: unknown) => Promise.reject(diskError(error)))
  })
  const written = await stat(stagedPath)
  if (written.size !== byteSize) throw new AppError('folder-unavailable', { reason: 'The copy is not complete.' })
  return { hash: hash.digest('hex'), byteSize }
}
