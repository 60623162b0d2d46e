import type { Erasure, FactTable } from '../../shared/domain/apply-event.ts'
import { erasedRows, erasedTables, isErased } from '../../shared/domain/erase-rows.ts'
import type { LibraryDb } from './library-db.ts'

/** Found by their index: there are many of them. */
const byIndex: ReadonlySet<FactTable> = new Set(['photos', 'alignments'])
/** In no table here: clients are shown by their cards, exports as main tells them, deleted photos by nothing. */
const notHere: ReadonlySet<FactTable> = new Set(['clients', 'deletedPhotos', 'exports'])
/** The tables in which a photo's rows stand; a client's stand in all. */
const ofPhotos: ReadonlySet<FactTable> = new Set(['landmarks', 'references', 'drawings', 'patchDecisions'])

/** Takes a client's or a photo's rows out of the projection, as `applyEvent` does with facts. */
export async function eraseRows(db: LibraryDb, erasure: Erasure): Promise<void> {
  const isClient = erasure.kind === 'erase-client'
  const owned = isClient ? { clientId: erasure.clientId } : null
  const erased = erasedRows(
    erasure,
    owned ? await db.treatments.where(owned).toArray() : [],
    owned ? await db.photos.where(owned).toArray() : [],
  )
  const photoIds = [...erased.photoIds]
  await db.photos.bulkDelete(photoIds)
  for (const column of ['referenceId', 'movingId']) await db.alignments.where(column).anyOf(photoIds).delete()
  for (const table of erasedTables) {
    if (byIndex.has(table) || notHere.has(table) || !(isClient || ofPhotos.has(table))) continue
    const rows = db.table(table).filter((row: object) => isErased(erased, row))
    await rows.delete()
  }
}
