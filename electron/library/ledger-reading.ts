import { z } from 'zod'
import type { DomainEvent, LedgerRecord } from '../../shared/domain/events.ts'
import { domainEventSchema, presentVersions } from '../../shared/domain/events.ts'
import { upcastEvent } from '../../shared/domain/upcast-event.ts'
import { AppError } from '../../shared/errors.ts'
import { t } from '../../shared/words/translate.ts'
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
  /** Those that can be opened: the sequence has gaps where a client was erased. */
  readonly records: LedgerRecord[]
  /** Keys of parts that can't be opened because the key isn't there. */
  readonly lostKeyIds: ReadonlySet<string>
}

/** Opens what a line says; undefined when that can't be the line's own content. */
type OpenLine = (entry: LedgerLine) => OpenedEntry | undefined

const recordedSchema = z.object({ type: z.string(), version: z.int().positive(), data: z.unknown() })

const notOpened = () => t('a record can’t be opened')
const keyGone = () => t('the key to a part of it is gone')
const senseless = () => t('a record says something that makes no sense')

/**
 * Reads and verifies a whole sealed ledger; throws as `readLines` does. What was sealed with a key that isn't there any more is passed over when the ledger itself (or
 * `erasedBefore`) says that the client was erased; otherwise it is damage.
 */
export function readLedger(
  bytes: Buffer,
  keys: LibraryKeys,
  erasedBefore: ReadonlySet<string> = new Set(),
): LedgerContent {
  const content = readLines(bytes, (entry) => openEntry(keys, entry))
  const told = content.records.flatMap(({ event }) => (event.type === 'client-erased' ? event.data.keyId : []))
  const erased = new Set([...erasedBefore, ...told])
  if ([...content.lostKeyIds].some((keyId) => !erased.has(keyId)))
    throw new AppError('library-damaged', { reason: keyGone() })
  return content
}

/**
 * Reads and verifies a whole ledger. Only a last line that a crash cut short is passed over (it was never acknowledged).
 * Throws `library-damaged` for damage before it, `library-newer` for events that this version doesn't know.
 */
export function readLines(bytes: Buffer, openLine: OpenLine): LedgerContent {
  const records: LedgerRecord[] = []
  const lostKeyIds = new Set<string>()
  const walked = walkBytes(bytes, (entry) => {
    const opened = openLine(entry)
    if (!opened) return notOpened()
    for (const { index, event: raw } of opened.events) {
      const event = parseEvent(raw)
      if (!event) return senseless()
      records.push({ seq: entry.seq + index, at: opened.at, event })
    }
    for (const keyId of opened.lostKeyIds) lostKeyIds.add(keyId)
    return opened.count
  })
  return { records, lostKeyIds, ...undamaged(walked) }
}

/**
 * A visitor that opens every line with the library's keys and hands its records on, in their order; what was sealed with a key that isn't there is passed over where `isPassedOver` says so, else it is
 * damage. Throws `library-newer` as `parseEvent` does.
 */
export function openedLines(
  keys: LibraryKeys,
  use: (records: KeyedRecord[], span: Span) => void,
  isPassedOver: (lostKeyId: string) => boolean = () => false,
): LineVisitor {
  return (entry, span) => {
    const opened = openParts(keys, entry)
    if (!opened) return notOpened()
    const { count, parts, lostKeyIds } = opened
    if (!lostKeyIds.every(isPassedOver)) return keyGone()
    const records: KeyedRecord[] = []
    for (const { keyId, at, events } of parts)
      for (const [index, raw] of events) {
        const event = parseEvent(raw)
        if (!event) return senseless()
        records.push({ keyId, record: { seq: entry.seq + index, at, event } })
      }
    use(
      records.toSorted((a, b) => a.record.seq - b.record.seq),
      span,
    )
    return count
  }
}

/** The records of a line that one key opens. Throws `library-damaged` when they don't open. */
export function recordsOfKey(keys: LibraryKeys, entry: LedgerLine | undefined, keyId: string): LedgerRecord[] {
  const part = entry && openPart(keys, entry, keyId)
  if (!part) throw new AppError('library-damaged', { reason: notOpened() })
  return part.events.map(([index, raw]) => {
    const event = parseEvent(raw)
    if (!event) throw new AppError('library-damaged', { reason: senseless() })
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
