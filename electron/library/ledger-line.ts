import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { DomainEvent } from '../../shared/domain/events.ts'

/** What one append writes: events that became true together. `prev` is the SHA-256 of the line before, so that none can be taken out or swapped. */
export interface LedgerEntry {
  readonly seq: number
  readonly prev: string
  readonly at: string
  readonly events: DomainEvent[]
}

/** The `prev` of the first line. */
export const chainStart = '0'.repeat(64)

/** One line: CRC-32 of the JSON in 8 hexadecimal digits, a space, the JSON, a line feed. */
export function encodeLine(entry: LedgerEntry): string {
  const json = JSON.stringify(entry)
  return `${crcOf(json)} ${json}\n`
}

/** SHA-256 of a line, for the next line's `prev`. */
export function lineHash(line: string): string {
  return createHash('sha256').update(line.trimEnd()).digest('hex')
}

/** The raw entry of a line without its line feed; undefined when the CRC or the JSON is wrong. */
export function decodeLine(line: string): (Omit<LedgerEntry, 'events'> & { events: unknown[] }) | undefined {
  const json = line.slice(9)
  if (line[8] !== ' ' || line.slice(0, 8) !== crcOf(json)) return undefined
  try {
    const entry = JSON.parse(json) as LedgerEntry
    return Number.isInteger(entry.seq) && Array.isArray(entry.events) ? entry : undefined
  } catch {
    return undefined
  }
}

function crcOf(json: string): string {
  return crc32(json).toString(16).padStart(8, '0')
}
