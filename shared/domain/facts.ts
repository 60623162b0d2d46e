import { changesOf, type FactChange, type FactRows, type FactTable, factKeys } from './apply-event.ts'
import type { DomainEvent } from './events.ts'
import type { Photo } from './photo.ts'

/**
 * All facts of a library, by table and key. Where they are kept by client, `ofClient` gives those of one client alone (an unknown one has none), so that
 * nobody has to go through all of them; it may hold a few rows of others as well.
 */
export type Facts = { readonly [Table in FactTable]: Map<string, FactRows[Table]> } & {
  readonly ofClient?: (clientId: string) => Facts
}

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
  }
}

/** All photos of a client, removed ones too. */
export function photosOfClient(facts: Facts, clientId: string): Photo[] {
  const { photos } = facts.ofClient?.(clientId) ?? facts
  return [...photos.values()].filter((photo) => photo.clientId === clientId)
}

/** Applies an event to facts, in place. A change to a row that isn't there changes nothing. */
export function applyEvent(facts: Facts, event: DomainEvent): void {
  for (const change of changesOf(event)) applyChange(facts, change)
}

function applyChange(facts: Facts, change: FactChange): void {
  const table = facts[change.table] as Map<string, object>
  if (change.kind === 'put') {
    table.set((change.row as Record<string, unknown>)[factKeys[change.table]] as string, change.row)
    return
  }
  const row = table.get(change.key)
  if (row) table.set(change.key, { ...row, ...change.patch })
}
