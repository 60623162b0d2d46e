import { createHash, webcrypto } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'

/** Large enough that the digests are few, small enough that several are computed at once. */
const blockBytes = 8 * 1024 ** 2
const blocksAtOnce = 3

/** SHA-256 of a file that grows, block by block, the last one as far as it goes: so that a known part of it is checked again by all cores. */
export class LedgerDigests {
  readonly #blocks: string[]
  #inBlock = createHash('sha256')
  #inBlockBytes = 0

  /** `blocks` are the digests of the whole blocks that were checked already. */
  constructor(blocks: readonly string[] = []) {
    this.#blocks = [...blocks]
  }

  /** Takes the next bytes of the file. */
  add(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      const piece = bytes.subarray(at, at + blockBytes - this.#inBlockBytes)
      this.#inBlock.update(piece)
      this.#inBlockBytes += piece.length
      at += piece.length
      if (this.#inBlockBytes < blockBytes) continue
      this.#blocks.push(this.#inBlock.digest('hex'))
      this.#inBlock = createHash('sha256')
      this.#inBlockBytes = 0
    }
  }

  /** The digests of everything that was taken so far. */
  digests(): string[] {
    return this.#inBlockBytes === 0 ? [...this.#blocks] : [...this.#blocks, this.#inBlock.copy().digest('hex')]
  }
}

/** Reads the first `byteLength` bytes of a file and compares them with their digests; ready to take what comes after them, or undefined where anything differs. */
export async function checkDigests(
  file: FileHandle,
  byteLength: number,
  expected: readonly string[],
): Promise<LedgerDigests | undefined> {
  const count = Math.ceil(byteLength / blockBytes)
  if (expected.length !== count || (await file.stat()).size < byteLength) return undefined
  const wholeCount = Math.floor(byteLength / blockBytes)
  const digests = new LedgerDigests(expected.slice(0, wholeCount))
  let next = 0
  let isSame = true
  const checkOn = async () => {
    const bytes = Buffer.allocUnsafeSlow(Math.min(blockBytes, byteLength))
    for (let block = next++; block < count && isSame; block = next++) {
      const wanted = bytes.subarray(0, Math.min(blockBytes, byteLength - block * blockBytes))
      const length = await readFully(file, wanted, block * blockBytes)
      const digest = Buffer.from(await webcrypto.subtle.digest('SHA-256', wanted))
      if (length < wanted.length || digest.toString('hex') !== expected[block]) isSame = false
      else if (block === wholeCount) digests.add(wanted)
    }
  }
  await Promise.all(Array.from({ length: blocksAtOnce }, checkOn))
  return isSame ? digests : undefined
}

/** Fills `bytes` from a place of a file; how many there were. */
export async function readFully(file: FileHandle, bytes: Uint8Array, position: number): Promise<number> {
  let read = 0
  while (read < bytes.length) {
    const { bytesRead } = await file.read(bytes, read, bytes.length - read, position + read)
    if (bytesRead === 0) break
    read += bytesRead
  }
  return read
}
