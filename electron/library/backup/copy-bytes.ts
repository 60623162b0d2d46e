import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { AppError } from '../../../shared/errors.ts'

const chunkBytes = 1024 ** 2

/** What can be read in places: an open file, or what is put together of two. */
export interface Readable {
  read(buffer: Buffer, offset: number, length: number, position: number): Promise<{ readonly bytesRead: number }>
}

/** A stretch of what can be read, in bytes. */
export interface Stretch {
  readonly handle: Readable
  readonly offset: number
  readonly byteSize: number
}

/** Follows long work: the signal is looked at after each piece; `onBytes` is called with the size of each. */
export interface Follow {
  readonly signal?: AbortSignal | undefined
  readonly onBytes?: ((byteSize: number) => void) | undefined
}

/** Throws `cancelled` once the signal is aborted. */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('cancelled')
}

/** Reads a stretch piece by piece; the SHA-256 of its bytes, or undefined when the file ends before the stretch does. */
export async function readHashed(
  { handle, offset, byteSize }: Stretch,
  use: (bytes: Buffer, at: number) => Promise<void>,
  { signal, onBytes }: Follow = {},
): Promise<string | undefined> {
  const hash = createHash('sha256')
  const chunk = Buffer.allocUnsafe(Math.min(chunkBytes, Math.max(1, byteSize)))
  let done = 0
  while (done < byteSize) {
    stopIfCancelled(signal)
    const { bytesRead } = await handle.read(chunk, 0, Math.min(chunk.length, byteSize - done), offset + done)
    if (bytesRead === 0) return undefined
    const bytes = chunk.subarray(0, bytesRead)
    hash.update(bytes)
    await use(bytes, done)
    done += bytesRead
    onBytes?.(bytesRead)
  }
  return hash.digest('hex')
}

/** Reads exactly a stretch; undefined when the file is shorter. For small ones: it is held in memory. */
export async function readExactly({ handle, offset, byteSize }: Stretch): Promise<Buffer | undefined> {
  const bytes = Buffer.alloc(byteSize)
  let done = 0
  while (done < byteSize) {
    const { bytesRead } = await handle.read(bytes, done, byteSize - done, offset + done)
    if (bytesRead === 0) return undefined
    done += bytesRead
  }
  return bytes
}

/** Writes all bytes at a place. */
export async function writeAt(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done)
    done += bytesWritten
  }
}

/** Adds up sizes and tells which share of the total (0 to 1) they make. */
export function countUp(total: number, onFraction: (fraction: number) => void): (byteSize: number) => void {
  let done = 0
  return (byteSize) => {
    done += byteSize
    onFraction(Math.min(1, done / Math.max(1, total)))
  }
}
