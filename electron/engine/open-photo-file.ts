import { type FileHandle, open, readFile, stat } from 'node:fs/promises'
import type { PhotoFormat } from '../../shared/domain/photo.ts'
import { AppError } from '../../shared/errors.ts'
import type { SourceFile } from '../../shared/ipc/engine-tasks.ts'
import { t } from '../../shared/words/translate.ts'
import { openSealedFile, readSealedFile } from '../sealed/sealed-file.ts'
import { isCameraRaw, type ReadAt } from './camera-raw.ts'
import { type SniffedFormat, sniffedByteCount, sniffFormat, unsupportedReason } from './photo-format.ts'

/** Above this a file isn't read into memory whole: no photo of up to 80 megapixels is that big. */
const mostBytesInMemory = 400e6

/**
 * What sharp reads a photo from: a plain file's path; a sealed file's content, which is never written anywhere plain. Throws as `readPhotoFile` does.
 */
export async function openPhotoSource(source: SourceFile): Promise<string | Uint8Array> {
  return source.key ? readPhotoFile(source) : source.path
}

/** Tells a photo's format from its content. Throws `file-unreadable` and `unsupported-format`. */
export async function sniffPhoto(source: string | Uint8Array): Promise<PhotoFormat> {
  if (typeof source !== 'string') return sniff(async (offset, length) => source.subarray(offset, offset + length))
  const file = await openRegularFile(source)
  try {
    return await sniff(async (offset, length) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset)
      return buffer.subarray(0, bytesRead)
    })
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(error)
  } finally {
    await file.close()
  }
}

/** A file that is read in places, plain or sealed. */
export interface PlacesReader {
  readonly byteSize: number
  read(start: number, end: number): Promise<Uint8Array>
  close(): Promise<void>
}

/** Opens a file for reading in places, however large it is. Throws `file-unreadable`. */
export async function openInPlaces({ path, key }: SourceFile): Promise<PlacesReader> {
  try {
    if (key) return await openSealedFile(path, key)
    const file = await openRegularFile(path)
    const { size } = await file.stat()
    return {
      byteSize: size,
      read: async (start, end) => {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(end - start), 0, end - start, start)
        return buffer.subarray(0, bytesRead)
      },
      close: () => file.close(),
    }
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(error)
  }
}

/** Tells by its first bytes what a file is. Throws `file-unreadable`. */
export async function sniffFile(source: SourceFile): Promise<SniffedFormat> {
  const file = await openInPlaces(source)
  try {
    return sniffFormat(await file.read(0, sniffedByteCount))
  } finally {
    await file.close()
  }
}

async function sniff(readAt: ReadAt): Promise<PhotoFormat> {
  const sniffed = sniffFormat(await readAt(0, sniffedByteCount))
  if (sniffed.kind === 'video') throw unsupported('a video')
  if (sniffed.kind === 'other') throw unsupported(sniffed.name)
  return sniffed.format === 'tiff' && (await isCameraRaw(readAt)) ? 'raw' : sniffed.format
}

/** Reads a photo file whole. Throws `file-unreadable`, `picture-too-large` above 400 MB, and `picture-damaged` when a seal doesn't hold. */
export async function readPhotoFile({ path, key }: SourceFile): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size > mostBytesInMemory) {
      throw new AppError('picture-too-large', {
        reason: t('The file has {{megabytes}} MB.', { megabytes: Math.round(size / 1e6) }),
      })
    }
    return await (key ? readSealedFile(path, key) : readFile(path))
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(error)
  }
}

/** Only regular files: opening a pipe would wait forever. */
async function openRegularFile(path: string): Promise<FileHandle> {
  try {
    if (!(await stat(path)).isFile()) throw new AppError('file-unreadable', { reason: 'This isn’t a file.' })
    return await open(path, 'r')
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(error)
  }
}

function unsupported(name: string): AppError {
  return new AppError('unsupported-format', { reason: unsupportedReason(name) })
}

function unreadable(cause: unknown): AppError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  const reasons: Record<string, string> = {
    ENOENT: 'The file isn’t there.',
    EACCES: 'The file may not be read with this user’s rights.',
    EPERM: 'The file may not be read with this user’s rights.',
  }
  const reason = reasons[String(code)] ?? 'The file can’t be read from its disk.'
  return new AppError('file-unreadable', { reason }, { cause })
}
