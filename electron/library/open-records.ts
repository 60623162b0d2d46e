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
  readonly tornSetAside: boolean
  /** When the last record was written; empty where there is none. */
  readonly lastAt: string
  /** Up to which record there is a checkpoint that fits. */
  readonly checkpointSeq: number
}

/** Opens the ledger and its facts: from a checkpoint where there is one that fits, else by reading everything. Throws as `Ledger.open` does, and `library-newer`. */
export async function openRecords(places: LibraryPlaces, keys: LibraryKeys): Promise<OpenedRecords> {
  const checkpoint = await readCheckpoint(places, keys)
  let facts: LibraryFacts | undefined
  let lastAt = ''
  let checkpointSeq = 0
  const opened = await Ledger.open(
    places,
    keys,
    (reads, isKnown) => {
      const from = isKnown ? checkpoint : undefined
      const begun = new LibraryFacts(reads, from?.facts)
      facts = begun
      lastAt = from?.lastAt ?? ''
      checkpointSeq = from?.known.lastSeq ?? 0
      return openedLines(keys, (records, span) => {
        begun.add(records, span)
        lastAt = records.at(-1)?.record.at ?? lastAt
      })
    },
    checkpoint?.known,
  )
  facts?.endGathering()
  return { ...opened, facts: facts!, lastAt, checkpointSeq }
}
