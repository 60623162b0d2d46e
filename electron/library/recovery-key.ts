import { createHash, randomBytes } from 'node:crypto'
import { deriveKey } from '../sealed/sealed-box.ts'

/** Crockford’s base 32: no I, L, O or U, so that nothing written by hand is read as something else. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const secretByteLength = 15
const checkDigits = 4
const digitsPerGroup = 4

/** A new recovery key as it is written down: seven groups of four signs, 120 random bits and a check of 20 bits. */
export function newRecoveryKey(): string {
  return writtenKey(randomBytes(secretByteLength))
}

/**
 * The key (32 bytes) that a written recovery key stands for. Small letters, missing or other separators, and O, I, L for 0 and 1 are understood; undefined
 * when it was mistyped.
 */
export function keyOfRecoveryKey(written: string): Uint8Array | undefined {
  const typed = signsOf(written)
  const values = [...typed].map((sign) => digits.indexOf(sign))
  if (values.length !== (secretByteLength * 8) / 5 + checkDigits || values.includes(-1)) return undefined
  let bits = 0n
  for (const value of values.slice(0, -checkDigits)) bits = bits * 32n + BigInt(value)
  const secret = Buffer.from(bits.toString(16).padStart(2 * secretByteLength, '0'), 'hex')
  if (writtenKey(secret).replaceAll('-', '') !== typed) return undefined
  return deriveKey(secret, new Uint8Array(), 'stipple recovery key')
}

/** The signs of a recovery key, or of a part of one, as they were meant. */
export function signsOf(written: string): string {
  return written.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1').replace(/[\s-]/g, '')
}

function writtenKey(secret: Uint8Array): string {
  let bits = BigInt(`0x${Buffer.from(secret).toString('hex')}`)
  let signs = ''
  for (let i = 0; i < (secretByteLength * 8) / 5; i++) {
    signs = digits[Number(bits % 32n)] + signs
    bits /= 32n
  }
  const check = createHash('sha256').update('stipple recovery key check').update(secret).digest()
  for (let i = 0; i < checkDigits; i++) signs += digits[check[i]! % 32]
  return (signs.match(new RegExp(`.{${digitsPerGroup}}`, 'g')) ?? []).join('-')
}
