import { changesOf, type Erasure, type FactChange, type FactRows, type FactTable, factKeys } from './apply-event.ts'
import type { GivenConsent } from './consent.ts'
import type { AttachedDocument } from './document.ts'
import { erasedRows, erasedTables, isErased } from './erase-rows.ts'
import type { DomainEvent } from './events.ts'

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
    studioRetention: new Map(),
    erasures: new Map(),
    deletedPhotos: new Map(),
    documents: new Map(),
    drawings: new Map(),
    comparisons: new Map(),
    hangingProtocols: new Map(),
    exportTemplates: new Map(),
    consentTexts: new Map(),
    consents: new Map(),
    exports: new Map(),
    patchDecisions: new Map(),
  }
}

/** All photos of a client, removed ones too. */
export function photosOfClient(facts: Facts, clientId: string): FactRows['photos'][] {
  const { photos } = facts.ofClient?.(clientId) ?? facts
  return [...photos.values()].filter((photo) => photo.clientId === clientId)
}

/** All documents of a client, removed ones too. */
export function documentsOfClient(facts: Facts, clientId: string): AttachedDocument[] {
  const { documents } = facts.ofClient?.(clientId) ?? facts
  return [...documents.values()].filter((document) => document.clientId === clientId)
}

/** All consents of a client, whatever became of them. */
export function consentsOfClient(facts: Facts, clientId: string): GivenConsent[] {
  const { consents } = facts.ofClient?.(clientId) ?? facts
  return [...consents.values()].filter((consent) => consent.clientId === clientId)
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
  const clientId = erasure.kind === 'erase-client' ? erasure.clientId : facts.photos.get(erasure.photoId)?.clientId
  const own = (clientId !== undefined && facts.ofClient?.(clientId)) || facts
  const erased = erasedRows(erasure, [...own.treatments.values()], [...own.photos.values()])
  for (const table of erasedTables) {
    const rows = own[table] as Map<string, object>
    for (const [key, row] of rows) if (isErased(erased, row)) rows.delete(key)
  }
}
