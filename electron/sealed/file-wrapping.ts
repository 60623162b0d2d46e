import { boxOverheadBytes, keyByteLength, openBox, sealBox } from './sealed-box.ts'

const magic = 'STPLSEAL'
const formatVersion = 1
/** Random, of a client's key: 32 hexadecimal digits. */
const keyIdByteLength = 16
const keyIdAt = magic.length + 1
const boxAt = keyIdAt + keyIdByteLength

/** Length of the first part of a sealed file: magic, format version, id of the key, and the file's own key sealed with that key. */
export const wrappingByteLength = boxAt + boxOverheadBytes + keyByteLength

/** Wraps a file's own key with the key of whoever it belongs to. The wrapping holds for one file name only, so that no file can pass for another. */
export function wrapFileKey(key: Uint8Array, keyId: string, fileName: string, fileKey: Uint8Array): Uint8Array {
  const head = Buffer.concat([Buffer.from(magic), Buffer.of(formatVersion), Buffer.from(keyId, 'hex')])
  return new Uint8Array(Buffer.concat([head, sealBox(key, fileKey, contextOf(keyId, fileName))]))
}

/** The id of the key that a file is wrapped with; undefined for what isn't a sealed file of this format. */
export function keyIdOfWrapping(wrapping: Uint8Array): string | undefined {
  const bytes = Buffer.from(wrapping.buffer, wrapping.byteOffset, wrapping.byteLength)
  const isSealed = bytes.length === wrappingByteLength && bytes.toString('latin1', 0, magic.length) === magic
  return isSealed && bytes[magic.length] === formatVersion ? bytes.toString('hex', keyIdAt, boxAt) : undefined
}

/** The file's own key; undefined when the wrapping was changed, or belongs to another file name or key. */
export function unwrapFileKey(key: Uint8Array, fileName: string, wrapping: Uint8Array): Uint8Array | undefined {
  const keyId = keyIdOfWrapping(wrapping)
  if (keyId === undefined) return undefined
  const fileKey = openBox(key, wrapping.subarray(boxAt), contextOf(keyId, fileName))
  return fileKey && new Uint8Array(fileKey)
}

function contextOf(keyId: string, fileName: string): string {
  return `${magic} ${formatVersion} ${keyId} ${fileName}`
}
