import type { ClientRows } from '../../shared/domain/client-rows.ts'
import type { LedgerRecord } from '../../shared/domain/events.ts'
import { type ClientId, clientIdSchema } from '../../shared/domain/ids.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { Announcement } from '../../shared/ipc/contract.ts'
import { unwrap } from '../../shared/ipc/result.ts'
import { ClientCards } from './client-cards.ts'
import type { LibraryDb } from './library-db.ts'
import { clearProjection, projectRecords, projectRows, projectStudio } from './projector.ts'

type Recorded = Extract<Announcement, { kind: 'recorded' }>

/** Keeps what the window knows in step with the ledger: the cards of all clients, and in the projection the rows of those that were opened. */
export class LedgerFeed {
  readonly cards = new ClientCards()
  readonly #bridge: Bridge
  readonly #db: LibraryDb
  #appliedSeq = 0
  /** The clients whose rows are in the projection, and up to which record they were when they came in. */
  readonly #opened = new Map<string, number>()
  /** Rows that are here but not in the projection yet: some hundred are written one by one. */
  readonly #arriving = new Map<string, ClientRows>()
  #work: Promise<void> = Promise.resolve()
  #waiting: { seq: number; resolve: () => void }[] = []
  readonly #listeners = new Set<() => void>()

  constructor(bridge: Bridge, db: LibraryDb) {
    this.#bridge = bridge
    this.#db = db
  }

  /** Takes the cards of all clients, then follows the ledger. */
  async start(): Promise<void> {
    this.#bridge.onAnnouncement((announcement) => {
      if (announcement.kind === 'recorded') void this.#enqueue(() => this.#apply(announcement))
    })
    await this.#enqueue(async () => {
      await clearProjection(this.#db)
      await this.#takeCards()
    })
  }

  /**
   * Brings a client's rows into the projection, where they are kept up to date from then on. Resolves as soon as they are here: `arriving` gives them, and whoever asks the projection
   * for them waits until they are written.
   */
  openClient(clientId: ClientId): Promise<void> {
    if (this.#opened.has(clientId)) return Promise.resolve()
    return new Promise((resolve, reject) => {
      // apart from the transaction, which would claim what is read next for itself
      const onHere = () => setTimeout(resolve)
      this.#enqueue(async () => {
        if (!this.#opened.has(clientId)) await this.#takeRows(clientId, onHere)
      }).then(resolve, reject)
    })
  }

  /** The rows of a client that is just being opened; undefined once they are in the projection. */
  arriving(clientId: ClientId): ClientRows | undefined {
    return this.#arriving.get(clientId)
  }

  /** Resolves once the record with this sequence number is known here. */
  reached(seq: number): Promise<void> {
    if (seq <= this.#appliedSeq) return Promise.resolve()
    return new Promise((resolve) => this.#waiting.push({ seq, resolve }))
  }

  /** Calls back whenever new records are known here; gives the way to stop. */
  onApplied(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #enqueue(task: () => Promise<void>): Promise<void> {
    const run = this.#work.then(task)
    // a failed step mustn't stop the steps after it; whoever started it is told by `run`
    this.#work = run.catch(() => undefined)
    return run
  }

  async #apply({ records, clientIds, cards }: Recorded): Promise<void> {
    const fresh = records.filter(({ seq }) => seq > this.#appliedSeq)
    if (!fresh[0]) return
    if (fresh[0].seq === this.#appliedSeq + 1) {
      const clientOf = new Map(records.map(({ seq }, index) => [seq, clientIds[index] ?? null]))
      await projectRecords(
        this.#db,
        fresh.filter(({ seq }) => this.#isShown(seq, clientOf.get(seq) ?? null)),
      )
      this.cards.put(cards)
      this.#forget(fresh)
      this.#settle(fresh)
    } else await this.#takeEverything()
  }

  /** Nothing is kept here of who was erased. */
  #forget(records: readonly LedgerRecord[]): void {
    const erased = records.flatMap(({ event }) => (event.type === 'client-erased' ? (event.data.clientId ?? []) : []))
    for (const clientId of erased) this.#opened.delete(clientId)
    this.cards.remove(erased)
  }

  /** True for a record of an opened client that isn't in its rows yet, and for one of no client or several, which may be among them. */
  #isShown(seq: number, clientId: string | null): boolean {
    return clientId === null || seq > (this.#opened.get(clientId) ?? Number.POSITIVE_INFINITY)
  }

  /** After a gap: an announcement got lost. */
  async #takeEverything(): Promise<void> {
    const clientIds = [...this.#opened.keys()]
    await clearProjection(this.#db)
    for (const clientId of clientIds) await this.#takeRows(clientIdSchema.parse(clientId))
    await this.#takeCards()
  }

  async #takeCards(): Promise<void> {
    const { cards, studio, lastSeq } = unwrap(await this.#bridge.request('library.clients', {}))
    await projectStudio(this.#db, studio)
    this.cards.replace(cards)
    this.#settleTo(lastSeq)
  }

  async #takeRows(clientId: ClientId, onHere: () => unknown = () => undefined): Promise<void> {
    const { rows, lastSeq }: { rows: ClientRows; lastSeq: number } = unwrap(
      await this.#bridge.request('library.client', { clientId }),
    )
    this.#arriving.set(clientId, rows)
    try {
      await projectRows(this.#db, rows, onHere)
      this.#opened.set(clientId, lastSeq)
    } finally {
      this.#arriving.delete(clientId)
    }
  }

  #settle(records: readonly LedgerRecord[]): void {
    this.#settleTo(records.at(-1)!.seq)
  }

  #settleTo(seq: number): void {
    this.#appliedSeq = Math.max(this.#appliedSeq, seq)
    const [reached, waiting] = [this.#waiting.filter((w) => w.seq <= seq), this.#waiting.filter((w) => w.seq > seq)]
    this.#waiting = waiting
    for (const { resolve } of reached) resolve()
    for (const listener of this.#listeners) listener()
  }
}
