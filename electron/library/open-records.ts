import type { DomainEvent } from '../../shared/domain/events.ts'
import type { OpeningStep } from '../../shared/ipc/opening.ts'
import { readCheckpoint } from './checkpoint.ts'
import type { LibraryPlaces } from './layout.ts'
import { Ledger } from './ledger.ts'
import { openedLines } from './ledger-reading.ts'
import type { LedgerDamage } from './ledger-walk.ts'
import { LibraryFacts } from './library-facts.ts'
import type { LibraryKeys } from './library-keys.ts'

/** A library's records, opened: the ledger and the facts that it amounts to. */
export interface OpenedRecords {
  readonly ledger: Ledger
  readonly facts: LibraryFacts
  readonly damage: LedgerDamage | undefined
  /** Keys that the ledger names and that aren't there: of clients who were erased. */
  readonly lostKeyIds: ReadonlySet<string>
  readonly tornSetAside: boolean
  /** Somebody was erased, or photos were deleted for good, since the checkpoint: their files may still be there. */
  readonly hasErased: boolean
  /** When the last record was written; empty where there is none. */
  readonly lastAt: string
  /** Up to which record there is a checkpoint that fits. */
  readonly checkpointSeq: number
}

/**
 * Opens the ledger and its facts: from a checkpoint where there is one that fits, else by reading everything. What was sealed with a key that isn't there any more is passed over when
 * the ledger itself (or `erasedBefore`) says that the client was erased; otherwise it is damage. Throws as `Ledger.open` does, and `library-newer`.
 */
export async function openRecords(
  places: LibraryPlaces,
  keys: LibraryKeys,
  erasedBefore: ReadonlySet<string>,
  step: OpeningStep = () => undefined,
): Promise<OpenedRecords> {
  const checkpoint = await readCheckpoint(places, keys)
  let facts: LibraryFacts | undefined
  let lastAt = ''
  let checkpointSeq = 0
  let hasErased = false
  let lostKeyIds = new Set<string>()
  const opened = await Ledger.open(
    places,
    keys,
    (reads, isKnown, refusedKeyIds) => {
      const from = isKnown ? checkpoint : undefined
      const begun = new LibraryFacts(reads, from?.facts)
      facts = begun
      lastAt = from?.lastAt ?? ''
      checkpointSeq = from?.known.lastSeq ?? 0
      const lost = new Set<string>()
      lostKeyIds = lost
      const visit = openedLines(
        keys,
        (records, span) => {
          begun.add(records, span)
          lastAt = records.at(-1)?.record.at ?? lastAt
          hasErased ||= records.some(({ record }) => erases(record.event))
        },
        (lostKeyId) => !refusedKeyIds.has(lostKeyId) && Boolean(lost.add(lostKeyId)),
      )
      const isTold = (keyId: string) => begun.shared.erasures.has(keyId) || erasedBefore.has(keyId)
      return { visit, untoldKeyIds: () => new Set([...lost].filter((keyId) => !isTold(keyId))) }
    },
    checkpoint?.known,
    step,
  )
  facts?.endGathering()
  return { ...opened, facts: facts!, lostKeyIds, hasErased, lastAt, checkpointSeq }
}

/** True for an event after which files have to go. */
export function erases({ type }: DomainEvent): boolean {
  return type === 'client-erased' || type === 'photo-deleted'
}
