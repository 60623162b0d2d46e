import { changesOf, type Erasure, type FactChange, type FactRows, type FactTable, factKeys } from './apply-event.ts'
import { erasedRows, erasedTables, isErased } from './erase-rows.ts'
import type { DomainEvent } from './events.ts'

/** All facts of a library in memory, by table and key. */
export type Facts = { readonly [Table in FactTable]: Map<string, FactRows[Table]> }

/** Facts of a library in which nothing has happened yet. */
export function emptyFacts(): Facts {
  return {
    clients: new Map(),
    treatments: new Map(),
    photos: new Map(),
    alignments: new Map(),
    landmarks: new Map(),
    references: new Map(),
    treatmentRecords: new Map(),
    sessionRecords: new Map(),
    studioRetention: new Map(),
    erasures: new Map(),
    deletedPhotos: new Map(),
    documents: new Map(),
  }
}

/** Applies an event that happened `at` a moment to facts, in place. A change to a row that isn't there changes nothing. */
export function applyEvent(facts: Facts, event: DomainEvent, at?: string): void {
  for (const change of changesOf(event, at)) applyChange(facts, change)
}

function applyChange(facts: Facts, change: FactChange): void {
  if (change.kind === 'erase-client' || change.kind === 'erase-photo') {
    eraseRows(facts, change)
    return
  }
  const table = facts[change.table] as Map<string, object>
  if (change.kind === 'put') {
    table.set((change.row as Record<string, unknown>)[factKeys[change.table]] as string, change.row)
    return
  }
  const row = table.get(change.key)
  if (row) table.set(change.key, { ...row, ...change.patch })
}

function eraseRows(facts: Facts, erasure: Erasure): void {
  const erased = erasedRows(erasure, [...facts.treatments.values()], [...facts.photos.values()])
  for (const table of erasedTables) {
    const rows = facts[table] as Map<string, object>
    for (const [key, row] of rows) if (isErased(erased, row)) rows.delete(key)
  }
}
