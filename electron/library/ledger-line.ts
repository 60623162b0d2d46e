import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** What every line of a ledger says about its place. `prev` is the SHA-256 of the line before, so that none can be taken out or swapped. */
export interface LinePlace {
  readonly seq: number
  readonly prev: string
}

/** A line as it stands in the file: its place, and content that may be sealed. */
export type LedgerLine = LinePlace & Record<string, unknown>

/** The `prev` of the first line. */
export const chainStart = '0'.repeat(64)

/** One line: CRC-32 of the JSON in 8 hexadecimal digits, a space, the JSON (which begins with `seq`), a line feed. */
export function encodeLine({ seq, prev, ...content }: LedgerLine): string {
  const json = JSON.stringify({ seq, prev, ...content })
  return `${crcOf(json)} ${json}\n`
}

/** SHA-256 of a line, for the next line's `prev`. */
export function lineHash(line: string): string {
  return createHash('sha256').update(line.trimEnd()).digest('hex')
}

/** What a line without its line feed says; undefined when the CRC or the JSON is wrong. */
export function decodeLine(line: string): LedgerLine | undefined {
  const json = line.slice(9)
  if (line[8] !== ' ' || line.slice(0, 8) !== crcOf(json)) return undefined
  try {
    const entry = JSON.parse(json) as LedgerLine
    return Number.isInteger(entry.seq) ? entry : undefined
  } catch {
    return undefined
  }
}

function crcOf(json: string): string {
  return crc32(json).toString(16).padStart(8, '0')
}
