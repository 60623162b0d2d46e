import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** The length of every key, in bytes. */
export const keyByteLength = 32
export const nonceByteLength = 12
export const tagByteLength = 16
/** How much longer a box is than what it holds. */
export const boxOverheadBytes = nonceByteLength + tagByteLength

/** A new random key. Its memory is its own, so that sending it to another process can't take neighbours along. */
export function newKey(): Uint8Array {
  return new Uint8Array(randomBytes(keyByteLength))
}

/** A key derived from another for one purpose (HKDF-SHA-256). */
export function deriveKey(key: Uint8Array, salt: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, salt, purpose, keyByteLength))
}

/** Seals something small with AES-256-GCM: random nonce, ciphertext, tag. It opens only with the same context. */
export function sealBox(key: Uint8Array, content: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(nonceByteLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()])
}

/** Opens a box; undefined when the key or the context is another, or a byte was changed. */
export function openBox(key: Uint8Array, box: Uint8Array, context: string): Buffer | undefined {
  if (box.length < boxOverheadBytes) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, nonceByteLength), {
    authTagLength: tagByteLength,
  })
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(box.subarray(box.length - tagByteLength))
  try {
    const opened = decipher.update(box.subarray(nonceByteLength, box.length - tagByteLength))
    decipher.final()
    return opened
  } catch {
    return undefined
  }
}
