import { relative, sep } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { t } from '../../../shared/words/translate.ts'
import { diskError } from '../durable-files.ts'
import { type FreeBytes, freeBytesOf } from '../free-space.ts'
import { addToBackup } from './add-to-backup.ts'
import type { BackupEntry } from './backup-manifest.ts'
import { backupStages, type OnProgress } from './backup-stages.ts'
import type { BackupSource } from './copy-entries.ts'
import { openEarlierBackup } from './earlier-backup.ts'
import { listLibraryFiles } from './list-library-files.ts'
import type { OpenBackup } from './open-backup.ts'
import { planAddition } from './plan-addition.ts'
import { largestTarFileBytes } from './tar-header.ts'
import { writeWholeBackup } from './write-whole-backup.ts'

/** How a backup is followed and stopped; `freeBytes` is asked for the target's drive. */
export interface BackupOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: OnProgress | undefined
  readonly freeBytes?: FreeBytes
  /** Nothing of what stands there is kept as it is. */
  readonly isWhole?: boolean
}

/** What a finished and verified backup holds. */
export interface BackupDone {
  readonly madeAt: string
  /** When all of it was last written and read; `madeAt` unless something was added to what was there. */
  readonly wholeAt: string
  readonly byteSize: number
  readonly lastSeq: number
  /** Where the backup before was added to: how many originals are new in it, and how many were there already. Null where all of it was written anew. */
  readonly added: { readonly fileCount: number; readonly alreadyThere: number } | null
  /** Files that the library lost or that are damaged there, taken over from the backup that stood there before. */
  readonly carriedOver: number
  readonly missingCount: number
  readonly damagedCount: number
  /** Files in the library folder that aren't Stipple's. */
  readonly strangers: number
}

/**
 * Backs a whole library up into one file, and reads and verifies what was written before it is called done. The library may be in use meanwhile. What the backup of the
 * same library that stands there has already is kept, when nothing of it went or changed; otherwise all is written into a sibling, which then takes its place.
 * Anything else that stands there is refused.
 */
export async function makeBackup(
  library: BackupSource,
  targetPath: string,
  options: BackupOptions = {},
): Promise<BackupDone> {
  const { freeBytes = freeBytesOf, signal } = options
  refuseInside(library.folder, targetPath)
  // the ledger's length is taken first: every photo that it knows then has its file already
  const acknowledged = library.acknowledge()
  // and at the same moment: what comes in later isn't missing
  const expected = library.expected()
  const source: BackupSource = { ...library, expected: () => expected }
  const { files: found, strangers } = await listLibraryFiles(source.folder)
  const files = found.map(({ name, byteSize }) => ({ name, byteSize: acknowledged.lengths.get(name) ?? byteSize }))
  if (files.some(({ byteSize }) => byteSize > largestTarFileBytes))
    throw new AppError('refused', { reason: t('A file in the library is larger than 8 GB. No backup can hold it.') })
  const stages = backupStages(options.onProgress)
  let earlier: OpenBackup | null = null
  try {
    earlier = await openEarlierBackup(targetPath, source.folder, acknowledged)
    const addition =
      earlier && !options.isWhole
        ? await planAddition(earlier.backup, source, files, { signal, onFraction: stages.comparing })
        : null
    const follow = { signal, stages, freeBytes }
    const work = { source, acknowledged, files, earlier }
    const { manifest, copied, byteSize, carriedOver } =
      earlier && addition
        ? await addToBackup(targetPath, { ...work, earlier, addition }, follow)
        : await writeWholeBackup(targetPath, work, follow)
    const { madeAt, wholeAt = madeAt, ledger, missingCount, damagedCount } = manifest
    const lost = { carriedOver, missingCount, damagedCount }
    const added = addition && countAdded(source, addition.kept, copied.entries)
    return { madeAt, wholeAt, byteSize, lastSeq: ledger.lastSeq, added, ...lost, strangers }
  } catch (error) {
    throw targetError(error)
  } finally {
    await earlier?.close().catch(() => undefined)
  }
}

function countAdded(source: BackupSource, kept: readonly BackupEntry[], entries: readonly BackupEntry[]) {
  const [before, now] = [kept, entries].map((each) => new Set(each.map(({ name }) => name)))
  const names = source.expected().map(({ name }) => name)
  const alreadyThere = names.filter((name) => before?.has(name)).length
  return { fileCount: names.filter((name) => now?.has(name)).length - alreadyThere, alreadyThere }
}

function refuseInside(libraryFolder: string, targetPath: string): void {
  const way = relative(libraryFolder, targetPath)
  if (!way.startsWith(`..${sep}`) && !/^[a-z]:/i.test(way))
    throw new AppError('refused', {
      reason: t('A backup can’t stand inside the library itself. Choose another folder.'),
    })
}

/** An error of the target's drive, with the sentence that names the drive's own limit where that is it. */
function targetError(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EFBIG')
    return new AppError('refused', {
      reason: t('This drive takes no file larger than 4 GB (FAT32). Format it as exFAT, or choose another drive.'),
    })
  return typeof code === 'string' && !(error instanceof AppError) ? diskError(error) : error
}
