import type { LedgerRecord } from '../../shared/domain/events.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import { unwrap } from '../../shared/ipc/result.ts'
import type { LibraryDb } from './library-db.ts'
import { projectRecords, rebuildProjection } from './projector.ts'

/** Keeps the projection in step with the ledger: fills it once, then applies what main announces, in order and without gaps. */
export class LedgerFeed {
  readonly #bridge: Bridge
  readonly #db: LibraryDb
  #appliedSeq = 0
  #work: Promise<void> = Promise.resolve()
  #waiting: { seq: number; resolve: () => void }[] = []
  readonly #listeners = new Set<() => void>()

  constructor(bridge: Bridge, db: LibraryDb) {
    this.#bridge = bridge
    this.#db = db
  }

  /** Reads the whole ledger into the projection, then follows it. */
  async start(): Promise<void> {
    this.#bridge.onAnnouncement((announcement) => {
      if (announcement.kind === 'recorded') void this.#enqueue(() => this.#apply(announcement.records))
    })
    await this.#enqueue(async () => {
      const { records, lastSeq } = await this.#recordsAfter(0)
      await rebuildProjection(this.#db, records)
      this.#settle(lastSeq)
    })
  }

  /** Resolves once the record with this sequence number is in the projection. */
  reached(seq: number): Promise<void> {
    if (seq <= this.#appliedSeq) return Promise.resolve()
    return new Promise((resolve) => this.#waiting.push({ seq, resolve }))
  }

  /** Calls back whenever new records are in the projection; gives the way to stop. */
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

  async #apply(announced: readonly LedgerRecord[]): Promise<void> {
    let fresh = announced.filter((record) => record.seq > this.#appliedSeq)
    if (fresh[0] && fresh[0].seq !== this.#appliedSeq + 1) fresh = (await this.#recordsAfter(this.#appliedSeq)).records
    if (fresh.length === 0) return
    await projectRecords(this.#db, fresh)
    this.#settle(fresh.at(-1)!.seq)
  }

  async #recordsAfter(afterSeq: number): Promise<{ records: LedgerRecord[]; lastSeq: number }> {
    return unwrap(await this.#bridge.request('library.events', { afterSeq }))
  }

  #settle(seq: number): void {
    this.#appliedSeq = Math.max(this.#appliedSeq, seq)
    const [reached, waiting] = [this.#waiting.filter((w) => w.seq <= seq), this.#waiting.filter((w) => w.seq > seq)]
    this.#waiting = waiting
    for (const { resolve } of reached) resolve()
    for (const listener of this.#listeners) listener()
  }
}
