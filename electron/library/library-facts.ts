import { changesOf, type FactRows, type FactTable, factKeys } from '../../shared/domain/apply-event.ts'
import type { ClientCard } from '../../shared/domain/client-card.ts'
import type { DomainEvent, LedgerRecord } from '../../shared/domain/events.ts'
import type { ListedExports } from '../../shared/domain/exported/client-exports.ts'
import { applyEvent, emptyFacts, type Facts } from '../../shared/domain/facts.ts'
import type { PhotoId } from '../../shared/domain/ids.ts'
import type { KnownOriginal } from '../../shared/domain/known-originals.ts'
import type { Photo } from '../../shared/domain/photo.ts'
import { studioRowsOf } from '../../shared/domain/studio-rows.ts'
import { type Trash, trashFrom } from '../../shared/domain/trash.ts'
import { allFacts, type NamedTable, type SharedTable, sharedTables } from './all-facts.ts'
import { type ClientSummary, summaryOf } from './client-summary.ts'
import type { KeyedRecord } from './ledger-reading.ts'
import type { LedgerReads } from './ledger-reads.ts'
import type { Span } from './ledger-walk.ts'
import { libraryKeyId } from './library-keys.ts'
import { withSpan } from './spans.ts'

/** A client as the library keeps it: where in the ledger the records stand, and either the facts that they amount to or a summary of them. */
interface KeptClient {
  readonly keyId: string
  readonly clientId: string
  spans: readonly Span[]
  facts: Facts | undefined
  summary: ClientSummary | undefined
}

/** Everything that is needed to go on without reading the ledger again. */
export interface KeptFacts {
  readonly clients: readonly {
    readonly keyId: string
    readonly spans: readonly Span[]
    readonly summary: ClientSummary
  }[]
  /** Where the records of no client stand. */
  readonly sharedSpans: readonly Span[]
  /** Keys of the clients whose facts can't be told apart. */
  readonly knot: readonly string[]
  /** The rows that belong to no client. */
  readonly shared: { readonly [Table in SharedTable]: readonly FactRows[Table][] }
}

/** So many clients' facts are held at once; others are read from the ledger again when they are asked for. */
const mostOpen = 60

/**
 * The facts of a library, kept by client: of each a summary, and the facts themselves only of those that were asked for lately. A photo that went from one client to another, or anything else that
 * two clients share, ties them into one knot, whose facts are always read together, in the ledger's order.
 */
export class LibraryFacts {
  /** All facts as one; whoever goes through all of them has the whole ledger read. */
  readonly all: Facts
  /** The rows that belong to no client. */
  readonly shared: Facts = emptyFacts()
  readonly #reads: LedgerReads
  readonly #clients = new Map<string, KeptClient>()
  readonly #byKey = new Map<string, KeptClient>()
  readonly #treatmentOwners = new Map<string, KeptClient>()
  #photoOwners: Map<string, KeptClient> | undefined
  readonly #knot = new Set<KeptClient>()
  #sharedSpans: readonly Span[] = []
  /** While the ledger is walked along, nothing is closed, and what takes most room and no summary needs is left out. */
  #isGathering = true
  /** Those whose facts are held, the latest asked for last. */
  readonly #open = new Set<KeptClient>()

  constructor(reads: LedgerReads, kept?: KeptFacts) {
    this.#reads = reads
    this.all = allFacts(this)
    for (const { keyId, spans, summary } of kept?.clients ?? []) {
      const client = this.#keep({ keyId, clientId: summary.card.client.clientId, spans, facts: undefined, summary })
      for (const treatmentId of summary.treatmentIds) this.#treatmentOwners.set(treatmentId, client)
    }
    for (const keyId of kept?.knot ?? []) this.#knot.add(this.#byKey.get(keyId)!)
    this.#sharedSpans = kept?.sharedSpans ?? []
    for (const table of sharedTables) {
      const rows = this.shared[table] as Map<string, object>
      for (const row of kept?.shared[table] ?? [])
        rows.set((row as Record<string, unknown>)[factKeys[table]] as string, row)
    }
  }

  /** Ends the walk along the ledger: from here on facts are held only as far as they are asked for. */
  endGathering(): void {
    this.#isGathering = false
    for (const client of this.#open) this.#summaryOf(client)
    for (const client of this.#open) client.facts = undefined
    this.#open.clear()
  }

  /** Takes the records of one line of the ledger; the clients whose cards they may change. */
  add(records: readonly KeyedRecord[], span: Span): string[] {
    const touched = new Set<KeptClient>()
    for (const { record, keyId } of records) for (const client of this.#apply(record, keyId)) touched.add(client)
    for (const keyId of new Set(records.map((one) => one.keyId))) {
      const client = this.#byKey.get(keyId)
      if (client) client.spans = withSpan(client.spans, span)
      else if (keyId === libraryKeyId) this.#sharedSpans = withSpan(this.#sharedSpans, span)
    }
    const left = [...touched].filter((client) => this.#byKey.has(client.keyId))
    for (const client of left) client.summary = undefined
    this.#closeOldest()
    return left.map(({ clientId }) => clientId)
  }

  /** The ids of all clients, removed ones too, in the order in which they came. */
  clientIds(): string[] {
    return [...this.#clients.keys()]
  }

  card(clientId: string): ClientCard | undefined {
    const client = this.#clients.get(clientId)
    return client && this.#summaryOf(client).card
  }

  /** A client's facts; with those of others where they can't be told apart. */
  ofClient(clientId: string): Facts {
    const client = this.#clients.get(clientId)
    if (!client) return emptyFacts()
    const facts = this.#factsOf(client)
    this.#closeOldest()
    return facts
  }

  /** A photo; what a card shows is found without the client's facts being read. */
  findPhoto(photoId: string): Photo | undefined {
    const client = this.#ownersOfPhotos().get(photoId)
    const cover = client?.facts ? undefined : client?.summary?.card.cover
    if (!client || cover?.photoId === photoId) return cover ?? undefined
    return this.ofClient(client.clientId).photos.get(photoId)
  }

  /** Which client a treatment, or a photo, belongs to. */
  ownerOf(kind: 'treatment' | 'photo', id: string): string | undefined {
    return (kind === 'treatment' ? this.#treatmentOwners : this.#ownersOfPhotos()).get(id)?.clientId
  }

  /** Every file that must be there, those of what was removed too, and whose it is; without anybody's facts being read. */
  *originals(): Generator<KnownOriginal & { readonly clientId: string }> {
    for (const client of this.#clients.values()) {
      const { clientId } = client
      const { photoIds, byteSizes, documents } = this.#summaryOf(client)
      for (const [index, photoId] of photoIds.entries())
        yield { originalId: photoId as PhotoId, byteSize: byteSizes[index] ?? 0, clientId }
      for (const { documentId, byteSize } of documents) yield { originalId: documentId, byteSize, clientId }
    }
  }

  /** The ids of all photos or documents, removed ones too, or of all deleted photos; without their facts being read. */
  *idsOf(kind: NamedTable): Generator<string> {
    for (const client of this.#clients.values()) {
      const { photoIds, documents, deletedPhotoIds } = this.#summaryOf(client)
      if (kind === 'documents') for (const { documentId } of documents) yield documentId
      else yield* kind === 'photos' ? photoIds : deletedPhotoIds
    }
  }

  /** The ids of everything that has files: originals and their renditions, and alignments' renditions. */
  *knownIds(): Generator<string> {
    for (const { originalId } of this.originals()) yield originalId
    yield* this.alignmentIds()
  }

  /** What is in the trash, without anybody's facts being read. */
  trash(): Trash {
    const clients = [...this.#clients.values()].map((client) => this.#summaryOf(client))
    return trashFrom(
      clients.map(({ card, removed }) => ({ client: card.client, removed })),
      this.shared,
    )
  }

  /** What was exported, of every client of whom anything was; without anybody's facts being read. */
  exports(): ListedExports[] {
    return [...this.#clients.values()].flatMap((client) => {
      const { card, exported } = this.#summaryOf(client)
      const { clientId, name, isSample, isRemoved } = card.client
      return exported ? [{ client: { clientId, name, isSample, isRemoved }, ...exported }] : []
    })
  }

  /** Has the facts of these clients at hand, so that nothing has to be read when their records are added next. */
  ready(clientIds: Iterable<string | null>): void {
    for (const clientId of new Set(clientIds)) {
      const client = this.#clients.get(clientId ?? '')
      if (client) this.#factsOf(client)
    }
  }

  /** Forgets clients by their keys, as their erasure does. */
  forgetKeys(keyIds: Iterable<string>): void {
    for (const keyId of keyIds) this.#forget(this.#byKey.get(keyId))
  }

  /** The ids of all alignments that are in force, without their facts being read. */
  *alignmentIds(): Generator<string> {
    for (const client of this.#clients.values()) yield* this.#summaryOf(client).alignmentIds
  }

  /** Whose alignment this is. */
  ownerOfAlignment(alignmentId: string): string | undefined {
    // what is drawn belongs to a client who was just opened
    const latestFirst = [...[...this.#open].reverse(), ...this.#clients.values()]
    return latestFirst.find((client) => this.#summaryOf(client).alignmentIds.includes(alignmentId))?.clientId
  }

  /** The records among which all are that speak of a client: its own, those of no client, and those of whoever it is tied to; in the ledger's order. */
  recordsAbout(clientId: string): LedgerRecord[] {
    const client = this.#clients.get(clientId)
    return client ? inOrder([...this.#tiedTo(client).map((one) => this.#read(one)), this.#readShared()]) : []
  }

  /** What a checkpoint holds. */
  kept(): KeptFacts {
    const clients = [...this.#clients.values()].map((client) => ({
      keyId: client.keyId,
      spans: client.spans,
      summary: this.#summaryOf(client),
    }))
    const shared = {
      studioRetention: [...this.shared.studioRetention.values()],
      erasures: [...this.shared.erasures.values()],
      ...studioRowsOf(this.shared),
    }
    return { clients, sharedSpans: this.#sharedSpans, knot: [...this.#knot].map(({ keyId }) => keyId), shared }
  }

  #keep(client: KeptClient): KeptClient {
    this.#clients.set(client.clientId, client)
    this.#byKey.set(client.keyId, client)
    return client
  }

  /** Applies a record; the clients whom it may change. */
  #apply(record: LedgerRecord, keyId: string): Iterable<KeptClient> {
    const { event, at } = record
    if (isShared(event)) {
      applyEvent(this.shared, event, at)
      return event.type === 'client-erased' ? this.#forget(this.#byKey.get(event.data.keyId)) : []
    }
    const clientId = this.#reads.clientOfKey(keyId)
    if (clientId === undefined && changesOf(event).length === 0) return []
    const client = clientId === undefined ? undefined : (this.#byKey.get(keyId) ?? this.#begin(keyId, clientId))
    const others = this.#ownersOf(event).filter((owner) => owner !== client)
    const tied = client ? [client, ...others] : others
    if (tied.length > 1 || (!client && tied.length > 0)) this.#tie(tied)
    const [first] = tied
    if (!first) return []
    applyEvent(this.#factsOf(first), this.#isGathering ? withoutTransform(event) : event, at)
    if (client && event.type === 'treatment-added') this.#treatmentOwners.set(event.data.treatmentId, client)
    if (client && event.type === 'photo-imported') this.#photoOwners?.set(event.data.photoId, client)
    if (event.type === 'photo-deleted') this.#photoOwners?.delete(event.data.photoId)
    return tied
  }

  /** Takes a client out, with everything that is known of the client; those who are left of the knot that the client was in. */
  #forget(client: KeptClient | undefined): KeptClient[] {
    if (!client) return []
    this.#clients.delete(client.clientId)
    this.#byKey.delete(client.keyId)
    this.#open.delete(client)
    for (const [treatmentId, owner] of this.#treatmentOwners)
      if (owner === client) this.#treatmentOwners.delete(treatmentId)
    for (const [photoId, owner] of this.#photoOwners ?? []) if (owner === client) this.#photoOwners?.delete(photoId)
    if (!this.#knot.delete(client)) return []
    const left = [...this.#knot]
    // read anew without what only this client's key opened
    for (const member of left) {
      member.facts = undefined
      member.summary = undefined
      this.#open.delete(member)
    }
    return left
  }

  #begin(keyId: string, clientId: string): KeptClient {
    const client = this.#keep({ keyId, clientId, spans: [], facts: emptyFacts(), summary: undefined })
    this.#open.add(client)
    return client
  }

  /** The present owners of the photos that an event ties together or brings in. */
  #ownersOf(event: DomainEvent): KeptClient[] {
    const photoIds =
      event.type === 'photo-imported'
        ? [event.data.photoId]
        : event.type === 'alignment-made' || event.type === 'landmarks-placed'
          ? [event.data.referenceId, event.data.movingId]
          : []
    return [...new Set(photoIds.flatMap((photoId) => this.#ownersOfPhotos().get(photoId) ?? []))]
  }

  #tie(clients: readonly KeptClient[]): void {
    const isTied = clients.every((client) => this.#knot.has(client))
    if (isTied) return
    const members = new Set([...this.#knot, ...clients])
    const union = emptyFacts()
    // those of the knot are one and the same
    for (const facts of new Set([...members].map((client) => this.#factsOf(client)))) addRows(union, facts)
    for (const client of members) {
      this.#knot.add(client)
      client.facts = union
    }
  }

  /** A client, with the others whose facts can't be told apart. */
  #tiedTo(client: KeptClient): KeptClient[] {
    return this.#knot.has(client) ? [...this.#knot] : [client]
  }

  #factsOf(client: KeptClient): Facts {
    const members = this.#tiedTo(client)
    for (const member of members) {
      this.#open.delete(member)
      this.#open.add(member)
    }
    if (client.facts) return client.facts
    const facts = emptyFacts()
    const shared = this.#knot.has(client) ? [this.#readShared()] : []
    for (const { event, at } of inOrder([...members.map((member) => this.#read(member)), ...shared]))
      if (!isShared(event)) applyEvent(facts, event, at)
    for (const member of members) member.facts = facts
    return facts
  }

  #summaryOf(client: KeptClient): ClientSummary {
    client.summary ??= summaryOf(this.#factsOf(client), client.clientId)
    return client.summary
  }

  #closeOldest(): void {
    for (const client of this.#open) {
      if (this.#open.size <= mostOpen || this.#isGathering) return
      if (this.#knot.has(client)) continue
      this.#summaryOf(client)
      client.facts = undefined
      this.#open.delete(client)
    }
  }

  #ownersOfPhotos(): Map<string, KeptClient> {
    if (this.#photoOwners) return this.#photoOwners
    this.#photoOwners = new Map()
    for (const client of this.#clients.values())
      for (const photoId of this.#summaryOf(client).photoIds) this.#photoOwners.set(photoId, client)
    return this.#photoOwners
  }

  #read({ spans, keyId }: KeptClient): LedgerRecord[] {
    return this.#reads.readRecords(spans, keyId)
  }

  #readShared(): LedgerRecord[] {
    return this.#reads.readRecords(this.#sharedSpans, libraryKeyId)
  }
}

/** True for what is kept apart from every client's facts. */
function isShared({ type }: DomainEvent): boolean {
  const isStudioOwn = ['hanging-protocol-', 'export-template-', 'consent-text-'].some((own) => type.startsWith(own))
  return type === 'client-erased' || type === 'studio-retention-noted' || isStudioOwn
}

function withoutTransform(event: DomainEvent): DomainEvent {
  return event.type === 'alignment-made' ? { ...event, data: { ...event.data, transform: null } } : event
}

function addRows(into: Facts, from: Facts): void {
  for (const table of Object.keys(into) as FactTable[]) {
    const rows = into[table] as Map<string, object>
    for (const [key, row] of from[table]) rows.set(key, row)
  }
}

function inOrder(parts: readonly LedgerRecord[][]): LedgerRecord[] {
  return parts.length === 1 ? (parts[0] ?? []) : parts.flat().sort((a, b) => a.seq - b.seq)
}
