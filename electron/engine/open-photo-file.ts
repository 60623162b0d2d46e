import { type FileHandle, open, readFile, stat } from 'node:fs/promises'
import type { PhotoFormat } from '../../shared/domain/photo.ts'
import { AppError } from '../../shared/errors.ts'
import { isCameraRaw } from './camera-raw.ts'
import { sniffedByteCount, sniffFormat, unsupportedReason } from './photo-format.ts'

/** Above this a file isn't read into memory whole: no photo of up to 80 megapixels is that big. */
const mostBytesInMemory = 400e6

/** Tells a photo file's format from its content. Throws `file-unreadable` and `unsupported-format`. */
export async function sniffPhotoFile(path: string): Promise<PhotoFormat> {
  const file = await openRegularFile(path)
  try {
    const readAt = async (offset: number, length: number): Promise<Uint8Array> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset)
      return buffer.subarray(0, bytesRead)
    }
    const sniffed = sniffFormat(await readAt(0, sniffedByteCount))
    if (sniffed.kind === 'other') throw unsupported(sniffed.name)
    if (sniffed.format === 'tiff' && (await isCameraRaw(readAt))) throw unsupported('a camera RAW file')
    return sniffed.format
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(error)
  } finally {
    await file.close()
  }
}

/** Reads a photo file whole. Throws `file-unreadable`, and `picture-too-large` above 400 MB. */
export async function readPhotoFile(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size > mostBytesInMemory) {
      throw new AppError('picture-too-large', { reason: `The file has ${Math.round(size / 1e6)} MB.` })
    }
    return await readFile(path)
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
