import { stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { ClientId, PhotoId } from '../../shared/domain/ids.ts'
import { AppError } from '../../shared/errors.ts'
import type { BackupStatus, BackupDone as SaidBackup } from '../../shared/ipc/care.ts'
import { t } from '../../shared/words/translate.ts'
import { librarySource } from '../library/backup/library-source.ts'
import { mendBackup } from '../library/backup/mend-backup.ts'
import { removeFolder, unpackBackup } from '../library/backup/restore-backup.ts'
import { hasSavedTail } from '../library/backup/saved-tail.ts'
import { type BackupOptions, makeBackup } from '../library/backup/write-backup.ts'
import { checkLibrary } from '../library/check-library.ts'
import type { Library } from '../library/library.ts'
import { isBackupDue, isTestDue, withSeenDay } from './care-dates.ts'
import { OriginalsCheck } from './originals-check.ts'
import { otherTestsFor, testOf } from './tested-backups.ts'
import { TrashCare } from './trash-care.ts'
import type { UpkeepRecord } from './upkeep-record.ts'

/** The upkeep waits until the start is over, and then looks every hour whether something is due. */
const firstLookMs = 60_000
const laterLooksMs = 3_600_000

/** Looks after an open library: backups, re-reading and test-restores, one at a time. What the user asks for goes before what is merely due. */
export class LibraryCare {
  readonly originals: OriginalsCheck
  readonly trash: TrashCare
  readonly #library: Library
  readonly #record: UpkeepRecord
  readonly #testFolder: string
  readonly #closing = new AbortController()
  #background: { readonly abort: AbortController; readonly ended: Promise<void> } | undefined
  #asked: Promise<unknown> | undefined
  #timer: NodeJS.Timeout | undefined

  /** `testFolder` is where the last backup is unpacked for a test; it is removed afterwards. */
  constructor(library: Library, record: UpkeepRecord, testFolder: string) {
    this.#library = library
    this.#record = record
    this.#testFolder = testFolder
    this.originals = new OriginalsCheck(library, record)
    this.trash = new TrashCare(library, record)
  }

  /** Backs up into this file, or into that of the last backup, and remembers it. */
  backUp(path: string | null, options: BackupOptions): Promise<SaidBackup> {
    return this.#ask(options.signal, async (signal) => {
      const target = path ?? this.#record.present.lastBackup?.path
      if (target === undefined) throw new AppError('refused', { reason: t('There is no backup yet. Choose a place.') })
      const place = await stat(dirname(target)).catch(() => undefined)
      if (!place)
        throw new AppError('refused', {
          reason: t('The place of the last backup can’t be reached. Connect the drive, or choose another place.'),
        })
      const test = testOf(this.#record.present, target)
      // nothing is added to a backup that a test found damaged
      const isWhole = Boolean(test?.problem)
      const done = await makeBackup(librarySource(this.#library), target, { ...options, signal, isWhole })
      const { madeAt, wholeAt, lastSeq, ...said } = done
      const isSameDisk = place.dev === (await stat(this.#library.layout.folder)).dev
      const { byteSize, missingCount, damagedCount } = said
      const added = said.added && { ...said.added, hasDocuments: this.#library.facts.documents.size > 0 }
      const counts = { byteSize, lastSeq, missingCount, damagedCount }
      await this.#record.change({
        lastBackup: { at: madeAt, wholeAt, added, path: target, ...counts, isSameDisk },
        // an addition leaves untested what was untested before
        lastTestRestore: added ? test : null,
        otherTests: otherTestsFor(this.#record.present, target),
      })
      return { ...said, added, fileName: basename(target), isSameDisk }
    })
  }

  /** Reads all originals again; how many. */
  checkAll(options: BackupOptions): Promise<number> {
    return this.#ask(options.signal, (signal) => this.originals.checkAll({ ...options, signal }))
  }

  /** Erases a client who is in the trash. No backup is made meanwhile. */
  eraseClient(clientId: ClientId, isMeantDespiteHold: boolean): Promise<void> {
    return this.#ask(undefined, () => this.trash.eraseClient(clientId, isMeantDespiteHold))
  }

  /** Deletes photos that are in the trash. No backup is made meanwhile. */
  deletePhotos(photoIds: readonly PhotoId[], isMeantDespiteHold: boolean): Promise<void> {
    return this.#ask(undefined, () => this.trash.deletePhotos(photoIds, isMeantDespiteHold))
  }

  /** How the library is backed up. */
  async backupStatus(now = new Date()): Promise<BackupStatus> {
    const { lastBackup, lastTestRestore } = this.#record.present
    const { facts, lastSeq } = this.#library
    const ownSince = [...facts.clients.values()].flatMap(({ isSample, addedAt }) => (isSample ? [] : [addedAt])).sort()
    const hasChangedSince = lastSeq !== (lastBackup?.lastSeq ?? 0)
    const isDue =
      (hasChangedSince && isBackupDue(lastBackup?.at ?? ownSince[0], now)) || Boolean(lastTestRestore?.problem)
    if (!lastBackup) return { last: null, test: null, isDue, hasChangedSince }
    const { path, lastSeq: _seq, wholeAt = lastBackup.at, ...last } = lastBackup
    const isReachable = (await stat(path).catch(() => undefined)) !== undefined
    return {
      last: { ...last, wholeAt, fileName: basename(path), isReachable },
      test: lastTestRestore,
      isDue,
      hasChangedSince,
    }
  }

  /** Starts to look regularly for what is due; `report` hears of what went wrong there. */
  start(report: (error: unknown) => void): void {
    const look = () => {
      void this.runDue().catch(report)
      this.#timer = setTimeout(look, laterLooksMs)
    }
    this.#timer = setTimeout(look, firstLookMs)
  }

  /** Does what is due now: the day's share of re-reading, the trash, the month's test-restore. Gives way to what the user asks for. */
  async runDue(now = new Date()): Promise<void> {
    if (this.#background || this.#asked || this.#closing.signal.aborted) return
    const abort = new AbortController()
    const signal = AbortSignal.any([abort.signal, this.#closing.signal])
    const run = this.originals
      .checkShare(now, signal)
      .then(() => this.#emptyTrash(now, signal))
      .then(() => this.#testBackup(now, signal))
    const ended = run.then(
      () => undefined,
      () => undefined,
    )
    this.#background = { abort, ended }
    await ended
    this.#background = undefined
    await run
  }

  /** Stops everything and waits until nothing is written any more. */
  async close(): Promise<void> {
    clearTimeout(this.#timer)
    this.#closing.abort()
    await Promise.all([this.#background?.ended, this.#asked?.catch(() => undefined)])
  }

  async #emptyTrash(now: Date, signal: AbortSignal): Promise<void> {
    const { seenDays } = this.#record.present
    const seenWithToday = withSeenDay(seenDays, now)
    if (seenWithToday.length !== seenDays.length || seenWithToday.at(-1) !== seenDays.at(-1))
      await this.#record.change({ seenDays: seenWithToday })
    await this.trash.runDue(now, signal)
  }

  async #testBackup(now: Date, signal: AbortSignal): Promise<void> {
    const { lastBackup, lastTestRestore } = this.#record.present
    if (signal.aborted || !lastBackup || !(await stat(lastBackup.path).catch(() => undefined))) return
    // an addition that was cut off is ended without waiting for the next backup
    if (await hasSavedTail(lastBackup.path)) await mendBackup(lastBackup.path)
    if (!isTestDue(lastTestRestore?.at ?? lastBackup.wholeAt ?? lastBackup.at, now)) return
    const at = now.toISOString()
    try {
      await removeFolder(this.#testFolder)
      await unpackBackup(lastBackup.path, this.#testFolder, checkLibrary, { signal })
      await this.#record.change({ lastTestRestore: { at, problem: null } })
    } catch (error) {
      // a disk without room or a drive that was pulled says nothing about the backup
      if (!(error instanceof AppError)) throw error
      if (error.code === 'backup-damaged')
        await this.#record.change({ lastTestRestore: { at, problem: error.details.reason ?? t('it is damaged') } })
    } finally {
      await removeFolder(this.#testFolder)
    }
  }

  async #ask<Value>(given: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    if (this.#asked)
      throw new AppError('refused', { reason: t('Another backup or check is running. Wait until it is done.') })
    const signal = given ? AbortSignal.any([given, this.#closing.signal]) : this.#closing.signal
    this.#background?.abort.abort()
    const run = (this.#background?.ended ?? Promise.resolve()).then(() => work(signal))
    this.#asked = run
    try {
      return await run
    } finally {
      this.#asked = undefined
    }
  }
}
