import { randomBytes } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { FileSeal } from '../../shared/ipc/engine-tasks.ts'
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
  return Buffer.concat([head, ...sealer.push(content), sealer.finish()])
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
    const chunkCount = Math.max(1, Math.ceil((size - headByteLength) / sealedChunkByteLength))
    for (let number = 0; number < chunkCount; number++) {
      const sealed = await readAt(file, headByteLength + number * sealedChunkByteLength, sealedChunkByteLength)
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

/** The error of a file whose seal doesn't hold. */
export function sealBroken(path: string): AppError {
  const reason = 'The file was damaged or exchanged on its disk. Import the photo again.'
  return new AppError('picture-damaged', { fileName: basename(path), reason })
}

function contentKey(fileKey: Uint8Array, salt: Uint8Array): Uint8Array {
  return deriveKey(fileKey, salt, 'stipple sealed content')
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length)
  let read = 0
  while (read < length) {
    const { bytesRead } = await file.read(bytes, read, length - read, position + read)
    if (bytesRead === 0) break
    read += bytesRead
  }
  return bytes.subarray(0, read)
}
