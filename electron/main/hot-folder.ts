import { realpath } from 'node:fs/promises'
import { basename, isAbsolute, relative } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { FileOffer, HotFolderState } from '../../shared/ipc/contract.ts'
import { t } from '../../shared/words/translate.ts'
import type { FileOffers } from './file-offers.ts'
import { type FoundFile, filesIn, mostFiles, observeFile } from './hot-folder-files.ts'
import { HotFolderRecord } from './hot-folder-record.ts'
import { type FolderCondition, FolderWatch, type WatchTiming } from './hot-folder-watch.ts'

/** A burst of files is told at once. */
const tellAfterMs = 250

/** What a hot folder needs. */
export interface HotFolderPlace {
  readonly recordPath: string
  /** Stipple's own folder, which can't be watched, nor anything in it or around it. */
  readonly ownFolder: string
  readonly offers: FileOffers
  readonly announce: (state: HotFolderState) => void
  readonly report: (error: unknown) => void
  readonly timing?: WatchTiming
}

/** The folder into which a tethered camera or a phone's sync saves: what comes in waits for review. Its files are only read. */
export class HotFolder {
  readonly #place: HotFolderPlace
  readonly #record: HotFolderRecord
  readonly #waiting = new Map<string, FoundFile>()
  readonly #offered = new Map<string, FoundFile>()
  #left: readonly FoundFile[] = []
  #watch: FolderWatch | undefined
  #condition: FolderCondition = 'watched'
  #telling: NodeJS.Timeout | undefined
  #isClosed = false

  private constructor(place: HotFolderPlace, record: HotFolderRecord) {
    this.#place = place
    this.#record = record
  }

  /** Reads the setting; never throws. */
  static async open(place: HotFolderPlace): Promise<HotFolder> {
    return new HotFolder(place, await HotFolderRecord.open(place.recordPath))
  }

  get state(): HotFolderState {
    const { folder, isLost } = this.#record
    if (folder === null) return { condition: isLost ? 'lost' : 'none', folderName: '', waitingCount: 0 }
    return { condition: this.#condition, folderName: nameOf(folder), waitingCount: this.#waiting.size }
  }

  /** Watches the folder that was chosen, if any. */
  start(): void {
    const { folder } = this.#record
    if (folder === null || this.#isClosed) return
    this.#condition = 'watched'
    const watch = new FolderWatch(
      folder,
      {
        isKnown: (key) => this.#record.isKnown(key),
        onArrived: (files) => this.#arrived(files),
        onLeft: (path) => this.#dropped([path]),
        onListed: (paths) => void this.#compare(paths),
        onCondition: (condition) => this.#found(condition),
        report: this.#place.report,
      },
      this.#place.timing,
    )
    this.#watch = watch
    watch.start()
  }

  /** Ends the watching; nothing is announced any more. Resolves when the setting is on the disk. */
  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#telling)
    await this.#watch?.close()
    await this.#record.settled()
  }

  /** Watches another folder; what is in it by now is left alone. Throws `refused` where that makes no sense. */
  async choose(chosen: string): Promise<{ folderName: string; presentCount: number }> {
    const folder = await realpath(chosen).catch(() => Promise.reject(unreadable()))
    const folderName = nameOf(folder)
    if (folder === this.#record.folder) return { folderName, presentCount: 0 }
    const own = await realpath(this.#place.ownFolder)
    if (isInside(own, folder) || isInside(folder, own)) throw new AppError('refused', { reason: ownFolderReason() })
    const present = await filesIn(folder).catch(() => Promise.reject(unreadable()))
    if (present.length > mostFiles) throw new AppError('refused', { reason: tooManyReason() })
    await this.#change(
      folder,
      present.map(({ key }) => key),
    )
    this.start()
    return { folderName, presentCount: present.length }
  }

  /** No folder is watched any more. */
  async stop(): Promise<void> {
    await this.#change(null, [])
  }

  /** Offers what waits, as it is now. It goes on waiting until it is settled. */
  async review(): Promise<FileOffer[]> {
    const inOrder = [...this.#waiting.keys()].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    const offers: FileOffer[] = []
    for (const path of inOrder) {
      const file = await observeFile(path)
      const [offer] = file ? await this.#place.offers.offer([path]) : []
      if (!file || !offer) this.#dropped([path])
      else {
        this.#offered.set(offer.offerId, file)
        offers.push(offer)
      }
    }
    return offers
  }

  /** These offers were dealt with: they don't come again, unless their files change. */
  async settle(offerIds: readonly string[]): Promise<void> {
    const files = offerIds.flatMap((offerId) => this.#offered.get(offerId) ?? [])
    if (files.length === 0) return
    await this.#dealtWith(files)
    for (const offerId of offerIds) this.#offered.delete(offerId)
  }

  /** What waits is not wanted: it doesn't come again. How many files. */
  async leave(): Promise<number> {
    const files = [...this.#waiting.values()]
    if (files.length > 0) await this.#dealtWith(files)
    this.#left = files
    return files.length
  }

  /** Takes the last leaving back, as far as the files are still there. */
  async bringBack(): Promise<void> {
    const files = this.#left
    this.#left = []
    await this.#record.forget(files.map(({ key }) => key))
    for (const { path } of files) {
      const file = await observeFile(path)
      if (file) this.#waiting.set(path, file)
    }
    this.#tell()
  }

  async #change(folder: string | null, known: readonly string[]): Promise<void> {
    await this.#record.setFolder(folder, known)
    await this.#watch?.close()
    this.#watch = undefined
    this.#waiting.clear()
    this.#offered.clear()
    this.#left = []
    this.#tell()
  }

  async #dealtWith(files: readonly FoundFile[]): Promise<void> {
    await this.#record.learn(files.map(({ key }) => key))
    // a file that changed meanwhile goes on waiting
    for (const { path, key } of files) if (this.#waiting.get(path)?.key === key) this.#waiting.delete(path)
    this.#tell()
  }

  #arrived(files: readonly FoundFile[]): void {
    const news = files.filter(({ path, key }) => this.#waiting.get(path)?.key !== key)
    for (const file of news) this.#waiting.set(file.path, file)
    if (news.length > 0) this.#tellSoon()
  }

  #dropped(paths: readonly string[]): void {
    for (const path of paths) this.#waiting.delete(path)
    this.#tellSoon()
  }

  /** What came while the listing was made isn't in it, so each is looked at once more. */
  async #compare(listed: ReadonlySet<string>): Promise<void> {
    for (const path of [...this.#waiting.keys()])
      if (!listed.has(path) && !(await observeFile(path))) this.#dropped([path])
  }

  #found(condition: FolderCondition): void {
    if (condition === this.#condition) return
    this.#condition = condition
    if (condition !== 'watched') this.#waiting.clear()
    this.#tell()
  }

  #tellSoon(): void {
    this.#telling ??= setTimeout(() => this.#tell(), tellAfterMs)
  }

  #tell(): void {
    clearTimeout(this.#telling)
    this.#telling = undefined
    if (this.#isClosed) return
    this.#place.announce(this.state)
  }
}

const ownFolderReason = () =>
  t(
    'Stipple’s own library is in this folder or around it. Choose the folder into which the camera or the phone saves its photos.',
  )
const tooManyReason = () =>
  t('This folder holds more than 50,000 files. Choose the folder into which the camera or the phone saves its photos.')

function unreadable(): AppError {
  return new AppError('refused', { reason: t('This folder can’t be read. Check the drive and its permissions.') })
}

/** A folder's name; a drive's where it is a whole drive. */
function nameOf(folder: string): string {
  return basename(folder) || folder
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || !(way === '..' || /^\.\.[/\\]/.test(way) || isAbsolute(way))
}
