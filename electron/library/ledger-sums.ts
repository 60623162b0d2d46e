import type { FileHandle } from 'node:fs/promises'
import { crc32 } from 'node:zlib'

const blockBytes = 4 * 1024 ** 2
const blocksAtOnce = 3

/**
 * CRC-32 of a file that grows, block by block, the last one as far as it goes: so that a known part of it is compared again at every start, a gigabyte in a fraction of a second.
 * It finds damage. Nobody is kept by it from changing a ledger on purpose; that the sealed lines do, which open nowhere else than in their place.
 */
export class LedgerSums {
  readonly #blocks: number[]
  #inBlock = 0
  #inBlockBytes = 0

  /** `blocks` are the sums of the whole blocks that were compared already. */
  constructor(blocks: readonly number[] = []) {
    this.#blocks = [...blocks]
  }

  /** Takes the next bytes of the file. */
  add(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      const piece = bytes.subarray(at, at + blockBytes - this.#inBlockBytes)
      this.#inBlock = crc32(piece, this.#inBlock)
      this.#inBlockBytes += piece.length
      at += piece.length
      if (this.#inBlockBytes < blockBytes) continue
      this.#blocks.push(this.#inBlock)
      this.#inBlock = 0
      this.#inBlockBytes = 0
    }
  }

  /** The sums of everything that was taken so far. */
  sums(): number[] {
    return this.#inBlockBytes === 0 ? [...this.#blocks] : [...this.#blocks, this.#inBlock]
  }
}

/** Reads the first `byteLength` bytes of a file and compares them with their sums; ready to take what comes after them, or undefined where anything differs. */
export async function compareSums(
  file: FileHandle,
  byteLength: number,
  expected: readonly number[],
): Promise<LedgerSums | undefined> {
  const count = Math.ceil(byteLength / blockBytes)
  if (expected.length !== count || (await file.stat()).size < byteLength) return undefined
  const wholeCount = Math.floor(byteLength / blockBytes)
  const sums = new LedgerSums(expected.slice(0, wholeCount))
  let next = 0
  let isSame = true
  const compareOn = async () => {
    const bytes = Buffer.allocUnsafeSlow(Math.min(blockBytes, byteLength))
    for (let block = next++; block < count && isSame; block = next++) {
      const wanted = bytes.subarray(0, Math.min(blockBytes, byteLength - block * blockBytes))
      const length = await readFully(file, wanted, block * blockBytes)
      if (length < wanted.length || crc32(wanted) !== expected[block]) isSame = false
      else if (block === wholeCount) sums.add(wanted)
    }
  }
  await Promise.all(Array.from({ length: blocksAtOnce }, compareOn))
  return isSame ? sums : undefined
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
