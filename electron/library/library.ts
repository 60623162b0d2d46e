import { rm } from 'node:fs/promises'
import type { ClientCard } from '../../shared/domain/client-card.ts'
import { clientOfEvent } from '../../shared/domain/client-of-event.ts'
import { clientRecordFilter } from '../../shared/domain/client-record-filter.ts'
import { type ClientRows, rowsOf } from '../../shared/domain/client-rows.ts'
import type { DomainEvent, LedgerRecord } from '../../shared/domain/events.ts'
import type { ListedExports } from '../../shared/domain/exported/client-exports.ts'
import { applyEvent, type Facts } from '../../shared/domain/facts.ts'
import type { PhotoId } from '../../shared/domain/ids.ts'
import type { KnownOriginal } from '../../shared/domain/known-originals.ts'
import { refusalOf } from '../../shared/domain/rules.ts'
import type { Trash } from '../../shared/domain/trash.ts'
import { AppError } from '../../shared/errors.ts'
import type { Notice } from '../../shared/ipc/contract.ts'
import type { Secret } from '../../shared/ipc/keys.ts'
import type { OpeningStep } from '../../shared/ipc/opening.ts'
import { writeCheckpoint } from './checkpoint.ts'
import { diskError, makeFolder } from './durable-files.ts'
import { readErasedKeyIds } from './erasure/erased-keys.ts'
import { goneBy, removeGoneFiles, removeGoneFromQuarantine } from './erasure/gone-files.ts'
import { settleErasures } from './erasure/settle-erasures.ts'
import { trialFacts } from './facts-tables.ts'
import { type LibraryLayout, libraryLayout, libraryPlaces } from './layout.ts'
import type { Ledger } from './ledger.ts'
import type { ChainEnd, LedgerDamage } from './ledger-walk.ts'
import type { LibraryFacts } from './library-facts.ts'
import { prepareLibrary } from './library-format.ts'
import type { DeviceKeys, LibraryKeys } from './library-keys.ts'
import { takeLock } from './library-lock.ts'
import { erases, type OpenedRecords, openRecords } from './open-records.ts'
import { settleOriginals, sweepRenditions, sweepStaging } from './reconcile.ts'

/** A checkpoint is written when this many records came since the last one. */
const recordsPerCheckpoint = 1000

/** Records that are on the disk, each with whom it speaks about, and the cards of the clients whom they changed. */
export interface Recorded {
  readonly records: LedgerRecord[]
  readonly clientIds: (string | null)[]
  readonly cards: ClientCard[]
}

/** An original, and whose it is. */
export type OwnedOriginal = KnownOriginal & { readonly clientId: string }

/** The open library: its facts, and the one way to add to its ledger. */
export class Library {
  readonly layout: LibraryLayout
  readonly keys: LibraryKeys
  /** All facts; each client's are read when they are asked for. */
  readonly facts: Facts
  /** What is wrong with the record: then the library is only looked at, and nothing on the disk is changed. */
  readonly damage: LedgerDamage | undefined
  /** Names of originals that came in since the start, and of those that wait to: their photos may not be recorded yet. */
  readonly arrivals = new Set<string>()
  readonly #ledger: Ledger
  readonly #kept: LibraryFacts
  readonly #release: () => Promise<void>
  #notices: readonly Notice[]
  #lastAt: string
  #checkpointSeq: number
  #writing: Promise<unknown> = Promise.resolve()
  #checkpointing: Promise<unknown> = Promise.resolve()
  #settling: Promise<unknown> = Promise.resolve()
  #isErasing = false
  readonly #closing = new AbortController()
  #listener: (recorded: Recorded) => void = () => undefined

  private constructor(
    layout: LibraryLayout,
    keys: LibraryKeys,
    { ledger, facts, damage, lastAt, checkpointSeq }: OpenedRecords,
    notices: readonly Notice[],
    release: () => Promise<void>,
  ) {
    this.layout = layout
    this.keys = keys
    this.damage = damage
    this.facts = facts.all
    this.#ledger = ledger
    this.#kept = facts
    this.#notices = notices
    this.#lastAt = lastAt
    this.#checkpointSeq = checkpointSeq
    this.#release = release
  }

  /**
   * Locks, verifies and opens a library folder, making a new library in an empty or absent one and migrating an older one. One whose record is damaged is opened for
   * looking, with everything before the damage. Throws an AppError and changes nothing when it can't. Originals and renditions are looked at by `settle`. `step` hears how far
   * it is and may end it: the next opening goes on.
   */
  static async open(
    folder: string,
    deviceKeys: DeviceKeys,
    secret?: Secret,
    step: OpeningStep = () => undefined,
  ): Promise<Library> {
    const places = libraryPlaces(folder)
    await makeFolder(folder).catch((error: unknown) => Promise.reject(diskError(error)))
    const lock = await takeLock(places.lock)
    let keys: LibraryKeys | undefined
    let ledger: Ledger | undefined
    try {
      const prepared = await prepareLibrary(places, deviceKeys, secret, step)
      keys = prepared.keys
      await step({ step: 'starting' })
      const layout = libraryLayout(folder, (id) => prepared.keys.objectName(id))
      const erasedBefore = await readErasedKeyIds(layout)
      let records = await openRecords(layout, keys, erasedBefore, step)
      const { facts, lostKeyIds } = records
      ledger = records.ledger
      // nobody comes back by damage either
      if (records.damage) facts.forgetKeys(erasedBefore)
      else {
        const files = { layout, keys }
        const isGone = goneBy(files, facts.all)
        const { hasEnded, at } = await settleErasures(files, ledger, facts, { erasedBefore, lostKeyIds })
        if (hasEnded || records.hasErased) {
          await rm(layout.checkpoint, { force: true })
          records = { ...records, checkpointSeq: 0, lastAt: at ?? records.lastAt }
          await removeGoneFiles({ ...files, knownIds: () => facts.knownIds() }, isGone)
        } else await removeGoneFromQuarantine(layout, isGone)
        await sweepStaging(layout)
        await makeFolder(layout.objects)
      }
      const isTorn = records.tornSetAside || prepared.tornSetAside
      return new Library(layout, keys, records, isTorn ? [{ kind: 'torn-record-set-aside' }] : [], lock.release)
    } catch (error) {
      await ledger?.close()
      keys?.close()
      await lock.release()
      throw diskError(error)
    }
  }

  get lastSeq(): number {
    return this.#ledger.lastSeq
  }

  /** When the last record was written; undefined in a library without any. */
  get lastAt(): string | undefined {
    return this.#lastAt || undefined
  }

  /** How much of the ledger's file is acknowledged, and where its chain ends. */
  get acknowledged(): ChainEnd {
    return this.#ledger.acknowledged
  }

  /** What was found at the start and should be known. */
  get notices(): readonly Notice[] {
    return this.#notices
  }

  /** The cards of all clients, removed ones too. */
  cards(): ClientCard[] {
    return this.#kept.clientIds().flatMap((clientId) => this.#kept.card(clientId) ?? [])
  }

  /** Everything that is known of a client, and up to which record. */
  rowsOf(clientId: string): { readonly rows: ClientRows; readonly lastSeq: number } {
    return { rows: rowsOf(this.#kept.ofClient(clientId)), lastSeq: this.lastSeq }
  }

  /** The facts of one client, whom a photo or a treatment belongs to; empty where there is no such one. */
  factsOfOwner(kind: 'treatment' | 'photo', id: string): Facts {
    return this.#kept.ofClient(this.#kept.ownerOf(kind, id) ?? '')
  }

  /** The facts of the client to whom an alignment belongs; empty where there is no such one. */
  factsOfAlignment(alignmentId: string): Facts {
    return this.#kept.ofClient(this.#kept.ownerOfAlignment(alignmentId) ?? '')
  }

  /** The records that speak of a client, after a sequence number, in order; read from the ledger. */
  historyOf(clientId: string, afterSeq: number): LedgerRecord[] {
    const records = this.#kept.recordsAbout(clientId)
    return records.filter(clientRecordFilter(clientId)).filter(({ seq }) => seq > afterSeq)
  }

  /** Every original that must be there, those of removed photos and documents too. */
  originals(): Iterable<OwnedOriginal> {
    return this.#kept.originals()
  }

  /** The ids of everything that has files: originals and their renditions, and alignments' renditions. */
  readonly knownIds = (): Iterable<string> => this.#kept.knownIds()

  /** What is in the trash. */
  trash(): Trash {
    return this.#kept.trash()
  }

  /** What was exported of every client. */
  exports(): ListedExports[] {
    return this.#kept.exports()
  }

  /** Calls back with records once they are on the disk. */
  onRecorded(listener: (recorded: Recorded) => void): void {
    this.#listener = listener
  }

  /** Checks events against the rules, writes them together and applies them; resolves with the last sequence number when they are safe. */
  record(events: DomainEvent[]): Promise<number> {
    const run = this.#writing.then(() => this.#write(events))
    // one refused change mustn't stop the next
    this.#writing = run.catch(() => undefined)
    return run
  }

  /**
   * Compares the originals with the record, moves what can be put right, and removes renditions that nobody needs; what was found is added to the notices. Made for the
   * time after the start: it gives way to everything else, and closing the library ends it.
   */
  settle(now = new Date()): Promise<void> {
    if (this.damage || this.#closing.signal.aborted) return Promise.resolve()
    const run = this.#settle(now, this.#closing.signal)
    this.#settling = run.catch(() => undefined)
    return run.catch((error: unknown) => {
      if (!this.#closing.signal.aborted) throw error
    })
  }

  /** Waits until no files are being put right. */
  async settled(): Promise<void> {
    await this.#settling
  }

  async #settle(now: Date, signal: AbortSignal): Promise<void> {
    await sweepRenditions(this, this.knownIds, signal)
    const { missing, orphans } = await settleOriginals(this, goneBy(this, this.facts), now, signal)
    const found: Notice[] = []
    const photoIds = missing.filter((originalId): originalId is PhotoId => this.facts.photos.has(originalId))
    const documentCount = missing.length - photoIds.length
    if (photoIds.length > 0) found.push({ kind: 'originals-missing', photoIds })
    if (documentCount > 0) found.push({ kind: 'documents-missing', count: documentCount })
    if (orphans.length > 0) found.push({ kind: 'orphans-found', count: orphans.length })
    if (found.length > 0) this.#notices = [...this.#notices, ...found]
    if (this.#checkpointSeq === 0) await this.#checkpoint()
  }

  async #write(events: DomainEvent[]): Promise<number> {
    if (this.damage) throw new AppError('library-read-only')
    if (events.length === 0) return this.lastSeq
    const trial = events.length > 1 ? trialFacts(this.facts) : this.facts
    const clientIds: (string | null)[] = []
    for (const event of events) {
      const reason = refusalOf(trial, event)
      if (reason) throw new AppError('refused', { reason })
      clientIds.push(clientOfEvent(trial, event))
      if (trial !== this.facts) applyEvent(trial, event)
    }
    this.#kept.ready(clientIds)
    const start = this.#ledger.acknowledged.byteLength
    const records = await this.#ledger.append(events, clientIds)
    const keyIds = await this.keys.keyIdsFor(clientIds)
    const keyed = records.map((record, index) => ({ record, keyId: keyIds[index]! }))
    const changed = this.#kept.add(keyed, { start, end: this.#ledger.acknowledged.byteLength })
    this.#lastAt = records.at(-1)?.at ?? this.#lastAt
    if (events.some(erases)) await this.#beginErasure()
    this.#listener({ records, clientIds, cards: changed.flatMap((clientId) => this.#kept.card(clientId) ?? []) })
    if (this.lastSeq - this.#checkpointSeq >= recordsPerCheckpoint) void this.#checkpoint()
    return this.lastSeq
  }

  /** Until the files are gone there is no checkpoint behind what was erased: so a start after a crash sees that there is something to end. */
  async #beginErasure(): Promise<void> {
    this.#isErasing = true
    await this.#checkpointing
    this.#checkpointSeq = 0
    for (const path of [this.layout.checkpoint, `${this.layout.checkpoint}.new`])
      await rm(path, { force: true }).catch(() => undefined)
  }

  /** What was erased is gone from the disk. */
  async endErasure(): Promise<void> {
    this.#isErasing = false
    await this.#checkpoint()
  }

  /** Writes what the next start can go on from. That it can't be written only makes the next start slower. */
  #checkpoint(): Promise<void> {
    const known = this.#ledger.known
    if (this.damage || this.#isErasing || known.lastSeq === this.#checkpointSeq) return Promise.resolve()
    this.#checkpointSeq = known.lastSeq
    const checkpoint = { known, lastAt: this.#lastAt, facts: this.#kept.kept() }
    const run = this.#checkpointing.then(() => writeCheckpoint(this.layout.checkpoint, this.keys, checkpoint))
    this.#checkpointing = run.catch(() => undefined)
    return run.catch(() => undefined)
  }

  /** Waits for what is being written, overwrites the keys and gives the library free. */
  async close(): Promise<void> {
    this.#closing.abort()
    await this.#settling
    await this.#writing
    await this.#checkpoint()
    await this.#checkpointing
    await this.#ledger.close()
    this.keys.close()
    await this.#release()
  }
}
