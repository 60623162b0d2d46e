import { basename } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { inTurn } from '../library/in-turn.ts'
import type { Library } from '../library/library.ts'
import { isOriginalIntact } from '../library/originals.ts'
import type { UpkeepRecord } from './upkeep-record.ts'

/** Every original is read again within this many days of use. */
const daysForAll = 30

/** How a check is followed and stopped. */
interface CheckOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((fraction: number, step: string) => void) | undefined
}

/** Reads originals again and compares them with what they were at import. Only looks; what is found is remembered until a later look finds it mended. */
export class OriginalsCheck {
  readonly #library: Library
  readonly #record: UpkeepRecord

  constructor(library: Library, record: UpkeepRecord) {
    this.#library = library
    this.#record = record
  }

  /** Reads all originals again; how many. */
  async checkAll({ signal, onProgress }: CheckOptions = {}): Promise<number> {
    const photoIds = await this.#inOrder()
    const count = await this.#read(photoIds, signal, (done) => onProgress?.(done / photoIds.length, 'Reading'))
    if (signal?.aborted) throw new AppError('cancelled')
    await this.#record.change({ lastFullCheck: { at: new Date().toISOString(), count } })
    return count
  }

  /** Reads the day's share again, going on where the last day ended; nothing when a share was read on this calendar day already. */
  async checkShare(now: Date, signal?: AbortSignal): Promise<void> {
    const before = this.#record.present.lastReread
    if (before?.at.slice(0, 10) === now.toISOString().slice(0, 10)) return
    const photoIds = await this.#inOrder()
    const next = before ? photoIds.findIndex((photoId) => this.#nameOf(photoId) > before.upTo) : 0
    const start = Math.max(0, next)
    const share = photoIds.slice(start, start + Math.ceil(photoIds.length / daysForAll))
    const count = await this.#read(share, signal)
    const last = share[count - 1]
    if (last === undefined) return
    await this.#record.change({
      lastReread: { at: now.toISOString(), count, total: photoIds.length, upTo: this.#nameOf(last) },
    })
  }

  /** The photos whose files were found changed, each looked at once more: what was put back meanwhile is forgotten. */
  async damaged(): Promise<string[]> {
    const known = new Set(this.#record.present.damaged)
    if (known.size === 0) return []
    const suspects = (await this.#inOrder()).filter((photoId) => known.has(this.#nameOf(photoId)))
    // a library that is only looked at is left alone
    if (this.#library.damage) return suspects
    if (suspects.length > 0) await this.#read(suspects)
    const still = new Set(this.#record.present.damaged)
    return suspects.filter((photoId) => still.has(this.#nameOf(photoId)))
  }

  async #read(photoIds: readonly string[], signal?: AbortSignal, onDone?: (done: number) => void): Promise<number> {
    const found = new Set(this.#record.present.damaged)
    let count = 0
    for (const photoId of photoIds) {
      if (signal?.aborted) break
      if (await isOriginalIntact(this.#library, photoId)) found.delete(this.#nameOf(photoId))
      else found.add(this.#nameOf(photoId))
      count++
      onDone?.(count)
    }
    await this.#record.change({ damaged: [...found].sort() })
    return count
  }

  /** All photos by the names of their files: no other order says less of them. */
  async #inOrder(): Promise<string[]> {
    const named = await inTurn([...this.#library.facts.photos.keys()], (photoId) => ({
      photoId,
      name: this.#nameOf(photoId),
    }))
    return named.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ photoId }) => photoId)
  }

  #nameOf(photoId: string): string {
    return basename(this.#library.layout.object(photoId))
  }
}
