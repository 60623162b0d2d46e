import { z } from 'zod'
import type { DomainEvent, LedgerRecord } from '../../shared/domain/events.ts'
import { domainEventSchema, presentVersions } from '../../shared/domain/events.ts'
import { upcastEvent } from '../../shared/domain/upcast-event.ts'
import { AppError } from '../../shared/errors.ts'
import type { LedgerLine } from './ledger-line.ts'
import { type LineVisitor, type Span, undamaged, type WalkedLedger, walkBytes } from './ledger-walk.ts'
import type { LibraryKeys } from './library-keys.ts'
import { type OpenedEntry, openEntry, openPart, openParts } from './sealed-entry.ts'

/** A record with the key that it is sealed with: whom it speaks about. */
export interface KeyedRecord {
  readonly record: LedgerRecord
  readonly keyId: string
}

/** What reading a whole ledger gave. */
export interface LedgerContent extends WalkedLedger {
  readonly records: LedgerRecord[]
}

/** Opens what a line says; undefined when that can't be the line's own content. */
type OpenLine = (entry: LedgerLine) => OpenedEntry | undefined

const recordedSchema = z.object({ type: z.string(), version: z.int().positive(), data: z.unknown() })

const notOpened = 'a record can’t be opened'
const senseless = 'a record says something that makes no sense'

/** Reads and verifies a whole sealed ledger; throws as `readLines` does. */
export function readLedger(bytes: Buffer, keys: LibraryKeys): LedgerContent {
  return readLines(bytes, (entry) => openEntry(keys, entry))
}

/**
 * Reads and verifies a whole ledger. Only a last line that a crash cut short is passed over (it was never acknowledged).
 * Throws `library-damaged` for damage before it, `library-newer` for events that this version doesn't know.
 */
export function readLines(bytes: Buffer, openLine: OpenLine): LedgerContent {
  const records: LedgerRecord[] = []
  const walked = walkBytes(bytes, (entry) => {
    const opened = openLine(entry)
    if (!opened) return notOpened
    const events = opened.events.map(parseEvent)
    if (events.some((event) => event === undefined)) return senseless
    for (const event of events) records.push({ seq: records.length + 1, at: opened.at, event: event! })
    return events.length
  })
  return { records, ...undamaged(walked) }
}

/** A visitor that opens every line with the library's keys and hands its records on, in their order. Throws `library-newer` as `parseEvent` does. */
export function openedLines(keys: LibraryKeys, use: (records: KeyedRecord[], span: Span) => void): LineVisitor {
  return (entry, span) => {
    const parts = openParts(keys, entry)
    if (!parts) return notOpened
    const records: KeyedRecord[] = []
    for (const { keyId, at, events } of parts)
      for (const [index, raw] of events) {
        const event = parseEvent(raw)
        if (!event) return senseless
        records.push({ keyId, record: { seq: entry.seq + index, at, event } })
      }
    use(
      records.toSorted((a, b) => a.record.seq - b.record.seq),
      span,
    )
    return records.length
  }
}

/** The records of a line that one key opens. Throws `library-damaged` when they don't open. */
export function recordsOfKey(keys: LibraryKeys, entry: LedgerLine | undefined, keyId: string): LedgerRecord[] {
  const part = entry && openPart(keys, entry, keyId)
  if (!part) throw new AppError('library-damaged', { reason: notOpened })
  return part.events.map(([index, raw]) => {
    const event = parseEvent(raw)
    if (!event) throw new AppError('library-damaged', { reason: senseless })
    return { seq: entry.seq + index, at: part.at, event }
  })
}

/** An event as it stands in the ledger; undefined when it makes no sense. Throws `library-newer` for a type or a version that this Stipple doesn't know. */
function parseEvent(raw: unknown): DomainEvent | undefined {
  const recorded = recordedSchema.safeParse(raw).data
  if (!recorded) return undefined
  if (recorded.version > (presentVersions.get(recorded.type) ?? 0)) throw new AppError('library-newer')
  try {
    return domainEventSchema.safeParse(upcastEvent(recorded)).data
  } catch {
    return undefined
  }
}
