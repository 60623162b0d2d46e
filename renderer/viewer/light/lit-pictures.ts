import type { ColourCorrection } from '../../../shared/domain/light/colour-correction.ts'
import type { LitOrder, LitReply } from './lit-worker.ts'

/** The window's copies of pictures in corrected light. */
export interface LitPicture {
  /** Where the copy is; undefined as long as it isn't made, and where it can't be. */
  readonly address: string | undefined
  /** Says when that changes. */
  readonly onMade: (listener: () => void) => () => void
  /** Lets it go. */
  readonly release: () => void
}

interface Entry {
  readonly key: string
  readonly order: LitOrder
  users: number
  address: string | undefined
  byteLength: number
  isAsked: boolean
  readonly listeners: Set<() => void>
}

/** Copies that nobody looks at are kept up to so many bytes, those of two photos, so that another mode or the way back finds them. */
const keptBytes = 45_000_000
/** A hand that switches or steps on quickly comes first. */
const patienceMs = 200
/** Pixels of clients don't stay in the worker's memory. */
const idleMs = 5000

/** Makes copies of pictures in corrected light: drawing them costs what drawing the picture itself costs, a filter many times as much in every frame. One at a time, what is looked at first. */
class LitPictures {
  readonly #entries = new Map<string, Entry>()
  #worker: Worker | undefined
  #running: Entry | undefined
  #lastId = 0
  #ending: ReturnType<typeof setTimeout> | undefined

  /** The copy of a picture; it is kept until it is released. */
  use(address: string, correction: ColourCorrection): LitPicture {
    const key = JSON.stringify([address, correction])
    const entry = this.#entries.get(key) ?? this.#add(key, address, correction)
    entry.users++
    // the most recently used comes last
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    setTimeout(() => this.#makeNext(), patienceMs)
    return {
      get address() {
        return entry.address
      },
      onMade: (listener) => {
        entry.listeners.add(listener)
        return () => entry.listeners.delete(listener)
      },
      release: () => {
        entry.users--
        this.#forget()
      },
    }
  }

  #add(key: string, address: string, correction: ColourCorrection): Entry {
    this.#lastId++
    const order = { id: this.#lastId, address, correction }
    return { key, order, users: 0, address: undefined, byteLength: 0, isAsked: false, listeners: new Set() }
  }

  #makeNext(): void {
    if (this.#running) return
    const next = [...this.#entries.values()].find(({ users, isAsked }) => users > 0 && !isAsked)
    if (!next) {
      clearTimeout(this.#ending)
      this.#ending = setTimeout(() => this.#end(), idleMs)
      return
    }
    clearTimeout(this.#ending)
    next.isAsked = true
    this.#running = next
    this.#worker ??= this.#start()
    this.#worker.postMessage(next.order)
  }

  #start(): Worker {
    const worker = new Worker(new URL('./lit-worker.ts', import.meta.url), { type: 'module', name: 'light' })
    worker.addEventListener('message', ({ data }: MessageEvent<LitReply>) => this.#take(data))
    worker.addEventListener('error', () => {
      this.#end()
      this.#running = undefined
    })
    return worker
  }

  #take({ file }: LitReply): void {
    const entry = this.#running
    this.#running = undefined
    if (entry && file) {
      entry.byteLength = file.byteLength
      entry.address = URL.createObjectURL(new Blob([file], { type: 'image/bmp' }))
      for (const listener of entry.listeners) listener()
      this.#forget()
    }
    this.#makeNext()
  }

  #forget(): void {
    let bytes = 0
    for (const entry of [...this.#entries.values()].reverse()) {
      if (entry.users > 0 || entry === this.#running) continue
      bytes += entry.byteLength
      if (entry.address !== undefined && bytes <= keptBytes) continue
      this.#entries.delete(entry.key)
      if (entry.address !== undefined) URL.revokeObjectURL(entry.address)
    }
  }

  #end(): void {
    this.#worker?.terminate()
    this.#worker = undefined
  }
}

/** The window's copies. */
export const litPictures = new LitPictures()
