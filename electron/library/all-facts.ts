import type { FactTable } from '../../shared/domain/apply-event.ts'
import type { ClientCard } from '../../shared/domain/client-card.ts'
import { type Facts, photosOfClient } from '../../shared/domain/facts.ts'
import type { Photo } from '../../shared/domain/photo.ts'
import { ReadTable, tablesFrom } from './facts-tables.ts'

/** Facts that are kept by client. */
export interface FactsByClient {
  clientIds(): string[]
  card(clientId: string): ClientCard | undefined
  findPhoto(photoId: string): Photo | undefined
  photos(): Iterable<{ readonly photoId: string }>
  ofClient(clientId: string): Facts
  ownerOf(kind: 'treatment' | 'photo', id: string): string | undefined
}

/** Which client's facts have a row, by its key. */
const ownerOfRow: {
  [Table in Exclude<FactTable, 'clients' | 'photos'>]: (facts: FactsByClient, key: string) => string | undefined
} = {
  treatments: (facts, key) => facts.ownerOf('treatment', key),
  alignments: (facts, key) => facts.ownerOf('photo', key.slice(0, 64)),
  landmarks: (facts, key) => facts.ownerOf('photo', key.slice(0, 64)),
  references: (facts, key) => facts.ownerOf('treatment', beforeSlash(key)),
  treatmentRecords: (facts, key) => facts.ownerOf('treatment', key),
  sessionRecords: (facts, key) => facts.ownerOf('treatment', beforeSlash(key)),
}

/** The facts of all clients as one: a row is looked for in its owner's. */
export function allFacts(facts: FactsByClient): Facts {
  const tables = tablesFrom((table) => {
    if (table === 'clients') return new AllClients(facts)
    return table === 'photos' ? new AllPhotos(facts) : new AllRows(facts, table)
  })
  return { ...tables, ofClient: (clientId) => facts.ofClient(clientId) }
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

/** All photos. Which there are is known without their facts. */
class AllPhotos extends ReadTable<object> {
  readonly #facts: FactsByClient

  constructor(facts: FactsByClient) {
    super()
    this.#facts = facts
  }

  override get(photoId: string): object | undefined {
    return this.#facts.findPhoto(photoId)
  }

  override has(photoId: string): boolean {
    return this.#facts.ownerOf('photo', photoId) !== undefined
  }

  override *keys(): MapIterator<string> {
    for (const { photoId } of this.#facts.photos()) yield photoId
  }

  override get size(): number {
    return [...this.keys()].length
  }

  override *entries(): MapIterator<[string, object]> {
    for (const clientId of this.#facts.clientIds())
      for (const photo of photosOfClient(this.#facts.ofClient(clientId), clientId)) yield [photo.photoId, photo]
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

function beforeSlash(key: string): string {
  return key.slice(0, key.indexOf('/'))
}
