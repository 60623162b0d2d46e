import { clientOfEvent } from '../../shared/domain/client-of-event.ts'
import type { DomainEvent, LedgerRecord } from '../../shared/domain/events.ts'
import { applyEvent, emptyFacts, type Facts } from '../../shared/domain/facts.ts'
import type { PhotoId } from '../../shared/domain/ids.ts'
import { recordsWithout } from '../../shared/domain/records-without.ts'
import { refusalOf } from '../../shared/domain/rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { Notice, Secret } from '../../shared/ipc/contract.ts'
import { diskError, makeFolder } from './durable-files.ts'
import { readErasedKeyIds } from './erasure/erased-keys.ts'
import { goneBy, removeGoneFromQuarantine } from './erasure/gone-files.ts'
import { settleErasures } from './erasure/settle-erasures.ts'
import { type LibraryLayout, libraryLayout, libraryPlaces } from './layout.ts'
import { Ledger } from './ledger.ts'
import { prepareLibrary } from './library-format.ts'
import type { DeviceKeys, LibraryKeys } from './library-keys.ts'
import { takeLock } from './library-lock.ts'
import { settleOriginals, sweepRenditions, sweepStaging } from './reconcile.ts'

/** The open library: its facts, and the one way to add to its ledger. */
export class Library {
  readonly layout: LibraryLayout
  readonly keys: LibraryKeys
  readonly facts: Facts
  readonly notices: readonly Notice[]
  readonly #ledger: Ledger
  #records: LedgerRecord[]
  readonly #release: () => Promise<void>
  #writing: Promise<unknown> = Promise.resolve()
  #listener: (records: LedgerRecord[]) => void = () => undefined

  private constructor(
    layout: LibraryLayout,
    keys: LibraryKeys,
    ledger: Ledger,
    records: LedgerRecord[],
    facts: Facts,
    notices: Notice[],
    release: () => Promise<void>,
  ) {
    this.layout = layout
    this.keys = keys
    this.#ledger = ledger
    this.#records = records
    this.facts = facts
    this.notices = notices
    this.#release = release
  }

  /**
   * Locks, verifies and opens a library folder, making a new library in an empty or absent one and migrating an older one. Throws an AppError and changes
   * nothing when it can't.
   */
  static async open(folder: string, deviceKeys: DeviceKeys, secret?: Secret): Promise<Library> {
    const places = libraryPlaces(folder)
    await makeFolder(folder).catch((error: unknown) => Promise.reject(diskError(error)))
    const lock = await takeLock(places.lock)
    let keys: LibraryKeys | undefined
    try {
      const prepared = await prepareLibrary(places, deviceKeys, secret)
      keys = prepared.keys
      const layout = libraryLayout(folder, (id) => prepared.keys.objectName(id))
      const erasedBefore = await readErasedKeyIds(layout)
      const { ledger, tornSetAside, ...content } = await Ledger.open(layout, keys, erasedBefore)
      const facts = emptyFacts()
      for (const { event, at } of content.records) applyEvent(facts, event, at)
      const files = { layout, keys }
      const records = await settleErasures(files, ledger, content, facts, erasedBefore)
      const isGone = goneBy(files, facts)
      await removeGoneFromQuarantine(layout, isGone)
      await sweepStaging(layout)
      await sweepRenditions(layout, facts)
      await makeFolder(layout.objects)
      const { missing, orphans } = await settleOriginals(files, facts, isGone)
      const notices: Notice[] = []
      if (tornSetAside || prepared.tornSetAside) notices.push({ kind: 'torn-record-set-aside' })
      const photoIds = missing.filter((originalId): originalId is PhotoId => facts.photos.has(originalId))
      const documentCount = missing.length - photoIds.length
      if (photoIds.length > 0) notices.push({ kind: 'originals-missing', photoIds })
      if (documentCount > 0) notices.push({ kind: 'documents-missing', count: documentCount })
      if (orphans.length > 0) notices.push({ kind: 'orphans-found', count: orphans.length })
      return new Library(layout, keys, ledger, records, facts, notices, lock.release)
    } catch (error) {
      keys?.close()
      await lock.release()
      throw diskError(error)
    }
  }

  get lastSeq(): number {
    return this.#ledger.lastSeq
  }

  /** How much of the ledger's file is acknowledged, and where its chain ends. */
  get acknowledged(): { byteLength: number; lastSeq: number; lastHash: string } {
    return this.#ledger.acknowledged
  }

  /** All records after a sequence number, in order; the sequence has gaps where a client was erased. */
  recordsAfter(seq: number): LedgerRecord[] {
    const first = this.#records.findIndex((record) => record.seq > seq)
    return first < 0 ? [] : this.#records.slice(first)
  }

  /** Calls back with records once they are on the disk. */
  onRecorded(listener: (records: LedgerRecord[]) => void): void {
    this.#listener = listener
  }

  /** Checks events against the rules, writes them together and applies them; resolves with the last sequence number when they are safe. */
  record(events: DomainEvent[]): Promise<number> {
    const run = this.#writing.then(() => this.#write(events))
    // one refused change mustn't stop the next
    this.#writing = run.catch(() => undefined)
    return run
  }

  async #write(events: DomainEvent[]): Promise<number> {
    const trial = events.length > 1 ? copyOf(this.facts) : this.facts
    const clientIds: (string | null)[] = []
    for (const event of events) {
      const reason = refusalOf(trial, event)
      if (reason) throw new AppError('refused', { reason })
      clientIds.push(clientOfEvent(trial, event))
      if (trial !== this.facts) applyEvent(trial, event)
    }
    const records = await this.#ledger.append(events, clientIds)
    for (const { event, at } of records) applyEvent(this.facts, event, at)
    this.#records.push(...records)
    const erased = records.flatMap(({ event }) => (event.type === 'client-erased' ? (event.data.clientId ?? []) : []))
    if (erased.length > 0) this.#records = recordsWithout(this.#records, new Set(erased))
    this.#listener(records)
    return this.lastSeq
  }

  /** Waits for what is being written, overwrites the keys and gives the library free. */
  async close(): Promise<void> {
    await this.#writing
    await this.#ledger.close()
    this.keys.close()
    await this.#release()
  }
}

function copyOf(facts: Facts): Facts {
  return {
    clients: new Map(facts.clients),
    treatments: new Map(facts.treatments),
    photos: new Map(facts.photos),
    alignments: new Map(facts.alignments),
    landmarks: new Map(facts.landmarks),
    references: new Map(facts.references),
    treatmentRecords: new Map(facts.treatmentRecords),
    sessionRecords: new Map(facts.sessionRecords),
    studioRetention: new Map(facts.studioRetention),
    erasures: new Map(facts.erasures),
    deletedPhotos: new Map(facts.deletedPhotos),
    documents: new Map(facts.documents),
  }
}
