import { randomBytes } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { FileSeal } from '../../shared/ipc/engine-tasks.ts'
import { t } from '../../shared/words/translate.ts'
import { ChunkSealer, chunkByteLength, openChunk, sealedChunkByteLength } from './chunks.ts'
import { wrappingByteLength } from './file-wrapping.ts'
import { deriveKey, tagByteLength } from './sealed-box.ts'

const saltByteLength = 32
const headByteLength = wrappingByteLength + saltByteLength

/** The first bytes of a new sealed file, and what seals its content. A seal may serve twice: each head has a salt, and with it a content key, of its own. */
export function beginSealedFile({ wrapping, key }: FileSeal): { head: Buffer; sealer: ChunkSealer } {
  const salt = randomBytes(saltByteLength)
  return { head: Buffer.concat([wrapping, salt]), sealer: new ChunkSealer(contentKey(key, salt)) }
}

/** A whole sealed file from its content. */
export function sealBytes(seal: FileSeal, content: Uint8Array): Buffer {
  const { head, sealer } = beginSealedFile(seal)
  return Buffer.concat([head, ...sealer.sealAll(content)])
}

/** How long a sealed file is whose content has this length. */
export function sealedByteSize(contentByteSize: number): number {
  const chunkCount = Math.max(1, Math.ceil(contentByteSize / chunkByteLength))
  return headByteLength + contentByteSize + chunkCount * tagByteLength
}

/** A sealed file's content, chunk by chunk. Throws `picture-damaged`, naming the file, when anything of it was changed, cut off or exchanged. */
export async function* openedChunks(path: string, fileKey: Uint8Array): AsyncGenerator<Buffer> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const head = await readAt(file, 0, headByteLength)
    const key = contentKey(fileKey, head.subarray(wrappingByteLength))
    const chunkCount = chunkCountOf(size)
    const scratch = Buffer.allocUnsafe(Math.min(sealedChunkByteLength, Math.max(0, size - headByteLength)))
    for (let number = 0; number < chunkCount; number++) {
      const sealed = await readInto(scratch, file, headByteLength + number * sealedChunkByteLength)
      const content = openChunk(key, sealed, number, number === chunkCount - 1)
      if (!content) throw sealBroken(path)
      yield content
    }
    key.fill(0)
  } finally {
    await file.close()
  }
}

/** A sealed file's whole content; throws as `openedChunks` does. */
export async function readSealedFile(path: string, fileKey: Uint8Array): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of openedChunks(path, fileKey)) chunks.push(chunk)
  return chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)
}

function chunkCountOf(sealedByteLength: number): number {
  return Math.max(1, Math.ceil((sealedByteLength - headByteLength) / sealedChunkByteLength))
}

/** A sealed file that is read in places. Whatever is read was sealed so: it throws `picture-damaged`, naming the file, when anything there was changed. */
export interface SealedReader {
  /** Length of the content. */
  readonly byteSize: number
  /** The content from `start` up to `end`, exclusive; less where it ends before. */
  read(start: number, end: number): Promise<Buffer>
  close(): Promise<void>
}

/** Opens a sealed file for reading in places. Only the chunks that are asked for are read and opened. */
export async function openSealedFile(path: string, fileKey: Uint8Array): Promise<SealedReader> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const key = contentKey(fileKey, (await readAt(file, 0, headByteLength)).subarray(wrappingByteLength))
    const chunkCount = chunkCountOf(size)
    const byteSize = Math.max(0, size - headByteLength - chunkCount * tagByteLength)
    let last: { number: number; content: Buffer } | undefined
    const chunk = async (number: number): Promise<Buffer> => {
      if (last?.number === number) return last.content
      const sealed = await readAt(file, headByteLength + number * sealedChunkByteLength, sealedChunkByteLength)
      const content = openChunk(key, sealed, number, number === chunkCount - 1)
      if (!content) throw sealBroken(path)
      last = { number, content }
      return content
    }
    return {
      byteSize,
      read: async (start, end) => {
        const parts: Buffer[] = []
        for (let at = start; at < Math.min(end, byteSize); ) {
          const number = Math.floor(at / chunkByteLength)
          const from = at - number * chunkByteLength
          const part = (await chunk(number)).subarray(from, from + Math.min(end, byteSize) - at)
          parts.push(part)
          at += part.length
        }
        return Buffer.concat(parts)
      },
      close: async () => {
        key.fill(0)
        await file.close()
      },
    }
  } catch (error) {
    await file.close()
    throw error
  }
}

/** The error of a file whose seal doesn't hold. */
export function sealBroken(path: string): AppError {
  const reason = t('The file was damaged or exchanged on its disk. Import the photo again.')
  return new AppError('picture-damaged', { fileName: basename(path), reason })
}

function contentKey(fileKey: Uint8Array, salt: Uint8Array): Uint8Array {
  return deriveKey(fileKey, salt, 'stipple sealed content')
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  return readInto(Buffer.allocUnsafe(length), file, position)
}

/** Fills a buffer from a place of a file; the part of it that was filled before the file ended. */
async function readInto(bytes: Buffer, file: FileHandle, position: number): Promise<Buffer> {
  let read = 0
  while (read < bytes.length) {
    const { bytesRead } = await file.read(bytes, read, bytes.length - read, position + read)
    if (bytesRead === 0) break
    read += bytesRead
  }
  return bytes.subarray(0, read)
}
