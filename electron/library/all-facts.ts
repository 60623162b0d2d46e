import type { FactTable } from '../../shared/domain/apply-event.ts'
import type { ClientCard } from '../../shared/domain/client-card.ts'
import { clientOfDocumentId } from '../../shared/domain/document.ts'
import type { Facts } from '../../shared/domain/facts.ts'
import { documentIdSchema } from '../../shared/domain/ids.ts'
import type { Photo } from '../../shared/domain/photo.ts'
import { studioTables } from '../../shared/domain/studio-rows.ts'
import { ReadTable, tablesFrom } from './facts-tables.ts'

/** Facts that are kept by client. */
export interface FactsByClient {
  clientIds(): string[]
  card(clientId: string): ClientCard | undefined
  findPhoto(photoId: string): Photo | undefined
  /** Those tables whose rows belong to no client. */
  readonly shared: Pick<Facts, SharedTable>
  idsOf(kind: NamedTable): Iterable<string>
  ofClient(clientId: string): Facts
  ownerOf(kind: 'treatment' | 'photo', id: string): string | undefined
}

/** Tables of which it is known without anybody's facts which rows there are. */
export type NamedTable = 'photos' | 'documents' | 'deletedPhotos'
/** Tables whose rows belong to no client. */
export const sharedTables = ['studioRetention', 'erasures', ...studioTables] as const
export type SharedTable = (typeof sharedTables)[number]

/** Which client's facts have a row, by its key. */
const ownerOfRow: {
  [Table in Exclude<FactTable, SharedTable | NamedTable | 'clients'>]: (
    facts: FactsByClient,
    key: string,
  ) => string | undefined
} = {
  treatments: (facts, key) => facts.ownerOf('treatment', key),
  alignments: (facts, key) => facts.ownerOf('photo', key.slice(0, 64)),
  landmarks: (facts, key) => facts.ownerOf('photo', key.slice(0, 64)),
  references: (facts, key) => facts.ownerOf('treatment', beforeSlash(key)),
  treatmentRecords: (facts, key) => facts.ownerOf('treatment', key),
  sessionRecords: (facts, key) => facts.ownerOf('treatment', beforeSlash(key)),
  drawings: (facts, key) => facts.ownerOf('photo', key.slice(0, 64)),
  patchDecisions: (facts, key) => facts.ownerOf('treatment', beforeSlash(key)),
  comparisons: (facts, key) => facts.ownerOf('treatment', beforeSlash(key)),
  consents: (_, key) => beforeSlash(key),
  exports: (facts, key) => ownerOfExport(facts, beforeSlash(key)),
}

/** The facts of all clients as one: a row is looked for in its owner's. */
export function allFacts(facts: FactsByClient): Facts {
  const tables = tablesFrom((table) => {
    if (table === 'clients') return new AllClients(facts)
    if (table === 'photos') return new AllPhotos(facts)
    if (table === 'documents') return new AllDocuments(facts)
    if (table === 'deletedPhotos') return new AllNamed(facts, table)
    if (isSharedTable(table)) return facts.shared[table]
    return new AllRows(facts, table)
  })
  return { ...tables, ofClient: (clientId) => facts.ofClient(clientId) }
}

function isSharedTable(table: FactTable): table is SharedTable {
  return sharedTables.some((shared) => shared === table)
}

/** All clients, by their cards. */
class AllClients extends ReadTable<object> {
  readonly #facts: FactsByClient

  constructor(facts: FactsByClient) {
    super()
    this.#facts = facts
  }

  override get(clientId: string): object | undefined {
    return this.#facts.card(clientId)?.client
  }

  override *entries(): MapIterator<[string, object]> {
    for (const clientId of this.#facts.clientIds()) {
      const client = this.get(clientId)
      if (client) yield [clientId, client]
    }
  }
}

/** All rows of a kind of which it is known without anybody's facts which there are. */
class AllNamed extends ReadTable<object> {
  protected readonly facts: FactsByClient
  readonly #table: NamedTable

  constructor(facts: FactsByClient, table: NamedTable) {
    super()
    this.facts = facts
    this.#table = table
  }

  override get(id: string): object | undefined {
    for (const [key, row] of this.has(id) ? this.entries() : []) if (key === id) return row
    return undefined
  }

  override has(id: string): boolean {
    for (const key of this.keys()) if (key === id) return true
    return false
  }

  override *keys(): MapIterator<string> {
    yield* this.facts.idsOf(this.#table)
  }

  override get size(): number {
    return [...this.keys()].length
  }

  override *entries(): MapIterator<[string, object]> {
    const table = this.#table
    for (const clientId of this.facts.clientIds())
      for (const [key, row] of this.facts.ofClient(clientId)[table]) if (row.clientId === clientId) yield [key, row]
  }
}

class AllPhotos extends AllNamed {
  constructor(facts: FactsByClient) {
    super(facts, 'photos')
  }

  override get(photoId: string): object | undefined {
    return this.facts.findPhoto(photoId)
  }

  override has(photoId: string): boolean {
    return this.facts.ownerOf('photo', photoId) !== undefined
  }
}

class AllDocuments extends AllNamed {
  constructor(facts: FactsByClient) {
    super(facts, 'documents')
  }

  override get(documentId: string): object | undefined {
    const id = documentIdSchema.safeParse(documentId).data
    return id && this.facts.ofClient(clientOfDocumentId(id)).documents.get(id)
  }
}

class AllRows extends ReadTable<object> {
  readonly #facts: FactsByClient
  readonly #table: keyof typeof ownerOfRow

  constructor(facts: FactsByClient, table: keyof typeof ownerOfRow) {
    super()
    this.#facts = facts
    this.#table = table
  }

  override get(key: string): object | undefined {
    const owner = ownerOfRow[this.#table](this.#facts, key)
    return owner === undefined ? undefined : this.#facts.ofClient(owner)[this.#table].get(key)
  }

  override *entries(): MapIterator<[string, object]> {
    const seen = new WeakSet<Facts>()
    for (const clientId of this.#facts.clientIds()) {
      const facts = this.#facts.ofClient(clientId)
      // clients who can't be told apart have the same facts
      if (!seen.has(facts)) yield* facts[this.#table].entries()
      seen.add(facts)
    }
  }
}

/** An export is kept under its client, or one of before that under its first photo. */
function ownerOfExport(facts: FactsByClient, clientOrPhotoId: string): string | undefined {
  return clientOrPhotoId.length === 64 ? facts.ownerOf('photo', clientOrPhotoId) : clientOrPhotoId
}

function beforeSlash(key: string): string {
  return key.slice(0, key.indexOf('/'))
}
