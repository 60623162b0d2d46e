import { closeSync, openSync, readSync } from 'node:fs'
import { keyIdOfWrapping, wrappingByteLength } from './file-wrapping.ts'

/** The first part of a file, as long as a wrapping; shorter where the file is. Throws what the disk says. */
export function readWrapping(path: string): Uint8Array {
  const bytes = Buffer.alloc(wrappingByteLength)
  const file = openSync(path, 'r')
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0))
  } finally {
    closeSync(file)
  }
}

/** The id of the key that a sealed file is wrapped with; undefined for what isn't one or can't be read. */
export function keyIdOfFile(path: string): string | undefined {
  try {
    return keyIdOfWrapping(readWrapping(path))
  } catch {
    return undefined
  }
}
