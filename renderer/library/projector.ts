import { changesOf, type FactTable, factKeys } from '../../shared/domain/apply-event.ts'
import type { ClientRows } from '../../shared/domain/client-rows.ts'
import type { LedgerRecord } from '../../shared/domain/events.ts'
import { type StudioRows, studioTables } from '../../shared/domain/studio-rows.ts'
import { eraseRows } from './erase-rows.ts'
import type { LibraryDb } from './library-db.ts'

/** Clients themselves are shown by their cards; what is in the trash, what was erased and what was exported, main tells. */
const toldOtherwise: ReadonlySet<FactTable> = new Set([
  'clients',
  'studioRetention',
  'erasures',
  'deletedPhotos',
  'exports',
])
/** The tables of the projection. */
export const projectedTables = (Object.keys(factKeys) as FactTable[]).filter((table) => !toldOtherwise.has(table))

/** Empties the projection. */
export async function clearProjection(db: LibraryDb): Promise<void> {
  await db.transaction('rw', projectedTables, async () => {
    for (const table of projectedTables) await db.table(table).clear()
  })
}

/** Puts a client's rows in the place of what is there of them. Whoever begins to read after `onBegun` gets them. */
export async function projectRows(
  db: LibraryDb,
  rows: ClientRows,
  onBegun: () => unknown = () => undefined,
): Promise<void> {
  await db.transaction('rw', projectedTables, async () => {
    onBegun()
    await Promise.all(
      projectedTables.map((table) => (rows[table].length > 0 ? db.table(table).bulkPut(rows[table]) : undefined)),
    )
  })
}

/** Puts what is the studio's own in the place of what is there of it. */
export async function projectStudio(db: LibraryDb, studio: StudioRows): Promise<void> {
  for (const table of studioTables) if (studio[table].length > 0) await db.table(table).bulkPut([...studio[table]])
}

/** Applies new records, in their order, in one transaction. */
export async function projectRecords(db: LibraryDb, records: readonly LedgerRecord[]): Promise<void> {
  if (records.length === 0) return
  await db.transaction('rw', projectedTables, async () => {
    for (const record of records) {
      for (const change of changesOf(record.event, record.at)) {
        if (change.kind === 'erase-client' || change.kind === 'erase-photo') await eraseRows(db, change)
        else if (toldOtherwise.has(change.table)) continue
        else if (change.kind === 'put') await db.table(change.table).put(change.row)
        else await db.table(change.table).update(change.key, change.patch)
      }
    }
  })
}
