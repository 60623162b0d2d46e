import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { BackupOffer } from '../../shared/ipc/care.ts'
import { t } from '../../shared/words/translate.ts'
import { replaceLibrary } from '../library/backup/replace-library.ts'
import { inspectBackup, type RestoreOptions, removeFolder, unpackBackup } from '../library/backup/restore-backup.ts'
import { checkLibrary } from '../library/check-library.ts'
import { carryErasuresOver } from '../library/erasure/kept-libraries.ts'
import { UpkeepRecord } from './upkeep-record.ts'

/** Where a library's helpers stand beside it. */
export function besideLibrary(libraryFolder: string) {
  const beside = (name: string) => join(dirname(libraryFolder), name)
  return {
    upkeep: beside('upkeep.json'),
    hotFolder: beside('hot-folder.json'),
    unpacked: beside('library-being-restored'),
    test: beside('test-restore'),
  }
}

/** Removes what a crash in the middle of a restore or a test of one left: copies of what stands in a backup. */
export async function sweepUnpacked(libraryFolder: string): Promise<void> {
  const { unpacked, test } = besideLibrary(libraryFolder)
  for (const folder of [unpacked, test]) await removeFolder(folder)
}

/** Restores backups that the user chose: everything is unpacked and checked beside the library first, then the two change places. */
export class LibraryRestore {
  readonly #libraryFolder: string
  readonly #closeLibrary: () => Promise<void>
  readonly #paths = new Map<string, string>()
  #isRunning = false
  /** True once the library was given free: then it is either replaced or has to be opened again. */
  hasClosedLibrary = false

  /** `closeLibrary` gives the library free; it is called once everything is checked. */
  constructor(libraryFolder: string, closeLibrary: () => Promise<void>) {
    this.#libraryFolder = libraryFolder
    this.#closeLibrary = closeLibrary
  }

  /** Looks into a backup; its path stays here. */
  async offer(path: string): Promise<BackupOffer> {
    const { manifest, contentBytes } = await inspectBackup(path)
    const { madeAt, clientCount, photoCount, missingCount, damagedCount } = manifest
    const restoreId = randomUUID()
    this.#paths.set(restoreId, path)
    return {
      restoreId,
      fileName: basename(path),
      madeAt,
      byteSize: contentBytes,
      clientCount,
      photoCount,
      missingCount,
      damagedCount,
    }
  }

  /** Unpacks, checks and puts a backup in the library's place. The present library is kept beside it. Until everything is checked, nothing is touched. */
  async restore(restoreId: string, options: RestoreOptions): Promise<void> {
    const path = this.#paths.get(restoreId)
    if (path === undefined) throw new AppError('refused', { reason: t('This backup was not chosen. Choose it again.') })
    if (this.#isRunning) throw new AppError('refused', { reason: t('A backup is being restored already.') })
    this.#isRunning = true
    const { unpacked, upkeep } = besideLibrary(this.#libraryFolder)
    try {
      await removeFolder(unpacked)
      const manifest = await unpackBackup(path, unpacked, checkLibrary, options)
      const [file, folder] = await Promise.all([stat(path), stat(unpacked)])
      this.hasClosedLibrary = true
      await this.#closeLibrary()
      await carryErasuresOver(this.#libraryFolder, unpacked)
      await replaceLibrary(this.#libraryFolder, unpacked)
      const { madeAt, wholeAt = madeAt, ledger, missingCount, damagedCount } = manifest
      const record = await UpkeepRecord.open(upkeep)
      const change = record.change({
        lastBackup: {
          at: madeAt,
          wholeAt,
          added: null,
          path,
          byteSize: file.size,
          lastSeq: ledger.lastSeq,
          missingCount,
          damagedCount,
          isSameDisk: file.dev === folder.dev,
        },
        lastTestRestore: { at: new Date().toISOString(), problem: null },
        lastReread: null,
        lastFullCheck: null,
        damaged: [],
      })
      // without these dates everything is merely due sooner
      await change.catch(() => undefined)
    } finally {
      this.#isRunning = false
      await removeFolder(unpacked)
    }
  }
}
