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

/** Takes the names of files that the library doesn't know any more out of the upkeep's record: what was erased leaves no name there. */
export async function forgetNames(library: Library, record: UpkeepRecord): Promise<void> {
  const { damaged, lastReread } = record.present
  const known = new Set([...library.originals()].map(({ originalId }) => library.layout.objectName(originalId)))
  // its beginning tells well enough where to go on
  const upTo = lastReread && (known.has(lastReread.upTo) ? lastReread.upTo : lastReread.upTo.slice(0, 4))
  await record.change({
    damaged: damaged.filter((name) => known.has(name)),
    lastReread: lastReread && { ...lastReread, upTo: upTo ?? '' },
  })
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
    const originalIds = await this.#inOrder()
    const count = await this.#read(originalIds, signal, (done) => onProgress?.(done / originalIds.length, 'Reading'))
    if (signal?.aborted) throw new AppError('cancelled')
    await this.#record.change({ lastFullCheck: { at: new Date().toISOString(), count } })
    return count
  }

  /** Reads the day's share again, going on where the last day ended; nothing when a share was read on this calendar day already. */
  async checkShare(now: Date, signal?: AbortSignal): Promise<void> {
    const before = this.#record.present.lastReread
    if (before?.at.slice(0, 10) === now.toISOString().slice(0, 10)) return
    const originalIds = await this.#inOrder()
    const next = before ? originalIds.findIndex((originalId) => this.#nameOf(originalId) > before.upTo) : 0
    const start = Math.max(0, next)
    const share = originalIds.slice(start, start + Math.ceil(originalIds.length / daysForAll))
    const count = await this.#read(share, signal)
    const last = share[count - 1]
    if (last === undefined) return
    await this.#record.change({
      lastReread: { at: now.toISOString(), count, total: originalIds.length, upTo: this.#nameOf(last) },
    })
  }

  /** The photos and documents whose files were found changed, each looked at once more: what was put back meanwhile is forgotten. */
  async damaged(): Promise<string[]> {
    const known = new Set(this.#record.present.damaged)
    if (known.size === 0) return []
    const suspects = (await this.#inOrder()).filter((originalId) => known.has(this.#nameOf(originalId)))
    // a library that is only looked at is left alone
    if (this.#library.damage) return suspects
    if (suspects.length > 0) await this.#read(suspects)
    const still = new Set(this.#record.present.damaged)
    return suspects.filter((originalId) => still.has(this.#nameOf(originalId)))
  }

  async #read(originalIds: readonly string[], signal?: AbortSignal, onDone?: (done: number) => void): Promise<number> {
    const found = new Set(this.#record.present.damaged)
    let count = 0
    for (const originalId of originalIds) {
      if (signal?.aborted) break
      if (await isOriginalIntact(this.#library, originalId)) found.delete(this.#nameOf(originalId))
      else found.add(this.#nameOf(originalId))
      count++
      onDone?.(count)
    }
    await this.#record.change({ damaged: [...found].sort() })
    return count
  }

  /** All originals by the names of their files: no other order says less of them. */
  async #inOrder(): Promise<string[]> {
    const named = await inTurn([...this.#library.originals()], ({ originalId }) => ({
      originalId,
      name: this.#nameOf(originalId),
    }))
    return named.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ originalId }) => originalId)
  }

  #nameOf(originalId: string): string {
    return basename(this.#library.layout.object(originalId))
  }
}
