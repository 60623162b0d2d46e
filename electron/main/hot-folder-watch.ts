import { access, constants, realpath, stat } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { type FSWatcher, watch } from 'chokidar'
import { deepestLevel, type FoundFile, filesIn, isPassedOver, keyOf, observeFile } from './hot-folder-files.ts'

/** How a watched folder is: `gone`, such as a drive that was unplugged, and `forbidden` end by themselves when it can be read again. */
export type FolderCondition = 'watched' | 'gone' | 'forbidden'

/** What a watch tells. */
export interface WatchHearer {
  /** Files with these keys are not told. */
  readonly isKnown: (key: string) => boolean
  /** New files, each once it wasn't written to for a while; again after each later change. */
  readonly onArrived: (files: readonly FoundFile[]) => void
  readonly onLeft: (path: string) => void
  /** Every file that is there now. */
  readonly onListed: (paths: ReadonlySet<string>) => void
  readonly onCondition: (condition: FolderCondition) => void
  readonly report: (error: unknown) => void
}

/** The watch's times. `quietMs`: how long a file must stay as it is to count as written. */
export interface WatchTiming {
  readonly quietMs: number
  readonly lookEveryMs: number
  readonly sweepEveryMs: number
}

const usualTiming: WatchTiming = { quietMs: 2000, lookEveryMs: 5000, sweepEveryMs: 60_000 }
/** A listing takes at most this share of the time, however large the folder and slow the drive. */
const sweepShare = 0.02
/** The system has no room for more watches: then the folder is polled. */
const noRoomCodes = new Set(['EMFILE', 'ENFILE', 'ENOSPC'])
const pollEveryMs = 3000

/**
 * Watches one folder, also after it was gone for a while. Chokidar tells of new files at once; a listing at the start and every minute finds what came while
 * nobody watched, or what the system didn't tell, as network drives don't. The files are only looked at.
 */
export class FolderWatch {
  readonly #folder: string
  readonly #hearer: WatchHearer
  readonly #timing: WatchTiming
  readonly #closing = new AbortController()
  readonly #settling = new Set<string>()
  readonly #reported = new Set<string>()
  #live: { readonly identity: string; readonly watcher: FSWatcher } | undefined
  #nextSweepAt = 0
  #isPolling = false

  constructor(folder: string, hearer: WatchHearer, timing: WatchTiming = usualTiming) {
    this.#folder = folder
    this.#hearer = hearer
    this.#timing = timing
  }

  start(): void {
    void this.#run()
  }

  /** Nothing is told any more. Doesn't wait for a drive that doesn't answer. */
  async close(): Promise<void> {
    this.#closing.abort()
    await this.#unwatch()
  }

  async #run(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      const condition = await this.#look().catch(conditionOf)
      if (this.#closing.signal.aborted) return
      if (condition !== 'watched') await this.#unwatch()
      this.#hearer.onCondition(condition)
      await this.#wait(this.#timing.lookEveryMs)
    }
  }

  async #look(): Promise<FolderCondition> {
    const folder = await realpath(this.#folder)
    const info = await stat(folder)
    if (!info.isDirectory()) return 'gone'
    await access(folder, constants.R_OK | constants.X_OK)
    const identity = `${info.dev}:${info.ino}`
    if (this.#closing.signal.aborted) return 'gone'
    if (this.#live?.identity !== identity) {
      await this.#unwatch()
      this.#live = { identity, watcher: this.#watch(folder) }
    }
    // no clock that somebody may set
    if (performance.now() >= this.#nextSweepAt) await this.#sweep(folder)
    return 'watched'
  }

  #watch(folder: string): FSWatcher {
    const { quietMs } = this.#timing
    let isReady = false
    const watcher = watch(folder, {
      ignoreInitial: true,
      followSymlinks: false,
      ignorePermissionErrors: true,
      depth: deepestLevel,
      awaitWriteFinish: { stabilityThreshold: quietMs, pollInterval: Math.min(200, quietMs) },
      usePolling: this.#isPolling,
      interval: pollEveryMs,
      binaryInterval: pollEveryMs,
      // what is dealt with needs no watch of its own: there may be thousands
      ignored: (path, info) => {
        if (samePath(path, folder)) return false
        if (isPassedOver(path)) return true
        if (!info || info.isDirectory()) return false
        return !info.isFile() || this.#hearer.isKnown(keyOf(path, info))
      },
    })
    watcher.on('ready', () => {
      isReady = true
      this.#nextSweepAt = 0
    })
    watcher.on('all', (event, path) => {
      if (event === 'unlink') this.#hearer.onLeft(path)
      if (event === 'add' || event === 'change') void this.#take(path, isReady)
    })
    watcher.on('error', (error) => this.#onError(error, watcher))
    return watcher
  }

  #onError(error: unknown, watcher: FSWatcher): void {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (!this.#reported.has(code)) this.#hearer.report(error)
    this.#reported.add(code)
    if (!noRoomCodes.has(code) || this.#isPolling || this.#live?.watcher !== watcher) return
    this.#isPolling = true
    void this.#unwatch()
  }

  async #unwatch(): Promise<void> {
    const watcher = this.#live?.watcher
    this.#live = undefined
    this.#nextSweepAt = 0
    const closed = watcher?.close()
    // closing takes this listener off, and an error that comes after it would be thrown
    watcher?.on('error', () => undefined)
    await closed
  }

  async #sweep(folder: string): Promise<void> {
    const begunAt = performance.now()
    this.#nextSweepAt = Number.POSITIVE_INFINITY
    const files = await filesIn(folder)
    const tookMs = performance.now() - begunAt
    const next = begunAt + tookMs + Math.max(this.#timing.sweepEveryMs, tookMs / sweepShare)
    // another listing may have become due in between
    this.#nextSweepAt = Math.min(this.#nextSweepAt, next)
    if (this.#closing.signal.aborted) return
    this.#hearer.onListed(new Set(files.map(({ path }) => path)))
    void this.#settle(files.filter(({ key }) => !this.#hearer.isKnown(key)))
  }

  async #take(path: string, isQuiet: boolean): Promise<void> {
    const file = await observeFile(path)
    if (!file || this.#hearer.isKnown(file.key) || this.#closing.signal.aborted) return
    if (isQuiet) this.#hearer.onArrived([file])
    else await this.#settle([file])
  }

  /** Tells files once they are the same at two looks. */
  async #settle(files: readonly FoundFile[]): Promise<void> {
    let open = files.filter(({ path }) => !this.#settling.has(path))
    for (const { path } of open) this.#settling.add(path)
    while (open.length > 0) {
      await this.#wait(this.#timing.quietMs)
      const quiet: FoundFile[] = []
      const changed: FoundFile[] = []
      for (const before of open) {
        const now = await observeFile(before.path)
        if (this.#closing.signal.aborted) return
        const isNew = now !== undefined && !this.#hearer.isKnown(now.key)
        if (isNew && now.key !== before.key) changed.push(now)
        else this.#settling.delete(before.path)
        if (isNew && now.key === before.key) quiet.push(now)
      }
      if (quiet.length > 0) this.#hearer.onArrived(quiet)
      open = changed
    }
  }

  async #wait(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: this.#closing.signal, ref: false }).catch(() => undefined)
  }
}

function conditionOf(error: unknown): FolderCondition {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return code === 'EACCES' || code === 'EPERM' ? 'forbidden' : 'gone'
}

/** Chokidar writes every path with slashes. */
function samePath(one: string, other: string): boolean {
  const plain = (path: string) => path.replaceAll('\\', '/').replace(/\/$/, '')
  return plain(one) === plain(other)
}
