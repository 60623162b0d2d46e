import { createCipheriv, createDecipheriv } from 'node:crypto'
import { nonceByteLength, tagByteLength } from './sealed-box.ts'

/** A sealed file's content is cut into chunks of this many bytes, each with a tag of its own; only the last may be shorter. */
export const chunkByteLength = 1024 ** 2
export const sealedChunkByteLength = chunkByteLength + tagByteLength

/**
 * Seals a stream chunk by chunk with AES-256-GCM. The nonce holds the chunk's number and whether it is the last one, so that a chunk left out, moved, added
 * or cut off is noticed. The key must never have sealed anything before.
 */
export class ChunkSealer {
  readonly #key: Uint8Array
  /** Undefined until content comes piece by piece. */
  #pending: Buffer | undefined
  #pendingLength = 0
  #count = 0

  constructor(key: Uint8Array) {
    this.#key = key
  }

  /** Takes content; what is sealed by it, in pieces that follow each other. A full chunk waits for more to follow, since it may be the last. */
  push(content: Uint8Array): Buffer[] {
    this.#pending ??= Buffer.allocUnsafeSlow(chunkByteLength)
    const sealed: Buffer[] = []
    let taken = 0
    while (taken < content.length) {
      if (this.#pendingLength === chunkByteLength) sealed.push(...this.#sealPending(false))
      const part = content.subarray(taken, taken + chunkByteLength - this.#pendingLength)
      this.#pending.set(part, this.#pendingLength)
      this.#pendingLength += part.length
      taken += part.length
    }
    return sealed
  }

  /** The last chunk in pieces, and the end of the key. */
  finish(): Buffer[] {
    const sealed = this.#sealPending(true)
    this.#pending?.fill(0)
    this.#key.fill(0)
    return sealed
  }

  /** Seals a whole content at once, in pieces that follow each other, and ends the key. */
  sealAll(content: Uint8Array): Buffer[] {
    const sealed: Buffer[] = []
    let at = 0
    for (; content.length - at > chunkByteLength; at += chunkByteLength)
      sealed.push(...this.#seal(content.subarray(at, at + chunkByteLength), false))
    sealed.push(...this.#seal(content.subarray(at), true))
    this.#key.fill(0)
    return sealed
  }

  #sealPending(isLast: boolean): Buffer[] {
    const content = this.#pending?.subarray(0, this.#pendingLength) ?? Buffer.alloc(0)
    this.#pendingLength = 0
    return this.#seal(content, isLast)
  }

  // pieces, not one buffer: joining them would copy every photo once more
  #seal(content: Uint8Array, isLast: boolean): Buffer[] {
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonceOf(this.#count, isLast))
    this.#count++
    return [cipher.update(content), cipher.final(), cipher.getAuthTag()]
  }
}

/** Opens one sealed chunk by its number; undefined when it isn't that chunk, whole and unchanged. */
export function openChunk(key: Uint8Array, sealed: Uint8Array, number: number, isLast: boolean): Buffer | undefined {
  if (sealed.length < tagByteLength) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, isLast), { authTagLength: tagByteLength })
  decipher.setAuthTag(sealed.subarray(sealed.length - tagByteLength))
  try {
    const content = decipher.update(sealed.subarray(0, sealed.length - tagByteLength))
    decipher.final()
    return content
  } catch {
    return undefined
  }
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(nonceByteLength)
  nonce.writeUInt32BE(number, nonceByteLength - 5)
  nonce[nonceByteLength - 1] = isLast ? 1 : 0
  return nonce
}
