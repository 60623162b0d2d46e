import { changesOf, type FactTable, factKeys } from '../../shared/domain/apply-event.ts'
import type { LedgerRecord } from '../../shared/domain/events.ts'
import { applyEvent, emptyFacts } from '../../shared/domain/facts.ts'
import { eraseRows } from './erase-rows.ts'
import type { LibraryDb } from './library-db.ts'

const tables = Object.keys(factKeys) as FactTable[]

/** Fills an emptied projection from the whole ledger. */
export async function rebuildProjection(db: LibraryDb, records: readonly LedgerRecord[]): Promise<void> {
  const facts = emptyFacts()
  for (const record of records) applyEvent(facts, record.event, record.at)
  await db.transaction('rw', tables, async () => {
    for (const table of tables) {
      await db.table(table).clear()
      await db.table(table).bulkPut([...facts[table].values()])
    }
  })
}

/** Applies new records, in their order, in one transaction. */
export async function projectRecords(db: LibraryDb, records: readonly LedgerRecord[]): Promise<void> {
  await db.transaction('rw', tables, async () => {
    for (const record of records) {
      for (const change of changesOf(record.event, record.at)) {
        if (change.kind === 'put') await db.table(change.table).put(change.row)
        else if (change.kind === 'patch') await db.table(change.table).update(change.key, change.patch)
        else await eraseRows(db, change)
      }
    }
  })
}
