import { constants } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { dirname, relative, sep } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { sizeInWords } from '../../../shared/size-in-words.ts'
import { diskError, syncFolder, withHandle } from '../durable-files.ts'
import { type FreeBytes, freeBytesOf } from '../free-space.ts'
import { type BackupManifest, backupFormat } from './backup-manifest.ts'
import { countUp, writeAt } from './copy-bytes.ts'
import { type Acknowledged, type BackupSource, type CopiedEntries, type Copying, copyEntries } from './copy-entries.ts'
import { openEarlierBackup } from './earlier-backup.ts'
import { listLibraryFiles } from './list-library-files.ts'
import { renamePatiently } from './patient-rename.ts'
import { backupEnding, backupOpening, readBackup, verifyBackup } from './read-backup.ts'
import { largestTarFileBytes, tarEntryBytes } from './tar-header.ts'

/** How a backup is followed and stopped; `freeBytes` is asked for the target's drive. */
export interface BackupOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((fraction: number, step: string) => void) | undefined
  readonly freeBytes?: FreeBytes
}

/** What a finished and verified backup holds. */
export interface BackupDone {
  readonly madeAt: string
  readonly byteSize: number
  readonly lastSeq: number
  /** Files that the library lost or that are damaged there, taken over from the backup that stood there before. */
  readonly carriedOver: number
  readonly missingCount: number
  readonly damagedCount: number
  /** Files in the library folder that aren't Stipple's. */
  readonly strangers: number
}

/** The share of the work that is writing; the rest is reading everything again. */
const writingShare = 0.6

/**
 * Writes a whole library into one file: to a sibling first, synced, read again and verified byte for byte, then renamed over what stood there. The library may be in use
 * meanwhile. A backup of the same library that stands there is only replaced by one that holds at least as much. Anything else there is refused.
 */
export async function makeBackup(
  source: BackupSource,
  targetPath: string,
  follow: BackupOptions = {},
): Promise<BackupDone> {
  const { freeBytes = freeBytesOf } = follow
  refuseInside(source.folder, targetPath)
  // the ledger's length is taken first: every photo that it knows then has its file already
  const acknowledged = source.acknowledge()
  const { files, strangers } = await listLibraryFiles(source.folder)
  const listed = files.map(({ name, byteSize }) => ({ name, byteSize: acknowledged.lengths.get(name) ?? byteSize }))
  if (listed.some(({ byteSize }) => byteSize > largestTarFileBytes))
    throw new AppError('refused', { reason: 'A file in the library is larger than 8 GB. No backup can hold it.' })
  const part = `${targetPath}.part`
  const earlier = await openEarlierBackup(targetPath, source.folder, acknowledged)
  try {
    await refuseFullDrive(dirname(targetPath), listed, freeBytes)
    await rm(part, { force: true })
    const { manifest, copied } = await writePart(
      part,
      { source, lengths: acknowledged.lengths, earlier, files: listed },
      acknowledged,
      follow,
    )
    const byteSize = await verifyPart(part, follow)
    await earlier?.handle.close()
    await renamePatiently(part, targetPath)
    await syncFolder(dirname(targetPath))
    const { carriedOver, missingCount, damagedCount } = copied
    const { madeAt, ledger } = manifest
    return { madeAt, byteSize, lastSeq: ledger.lastSeq, carriedOver, missingCount, damagedCount, strangers }
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    throw targetError(error)
  } finally {
    await earlier?.handle.close().catch(() => undefined)
  }
}

async function writePart(
  path: string,
  copying: Copying,
  { lastSeq, lastHash }: Acknowledged,
  { signal, onProgress }: BackupOptions,
): Promise<{ manifest: BackupManifest; copied: CopiedEntries }> {
  const total = copying.files.reduce((sum, { byteSize }) => sum + byteSize, 0)
  const onBytes = countUp(total, (fraction) => onProgress?.(writingShare * fraction, 'Writing'))
  return withHandle(await open(path, 'wx', 0o600), async (handle) => {
    const copied = await copyEntries(copying, handle, { signal, onBytes })
    const { entries, missingCount, damagedCount } = copied
    const { clientCount, photoCount } = copying.source
    const manifest: BackupManifest = {
      ...backupFormat,
      madeAt: new Date().toISOString(),
      ledger: { lastSeq, lastHash },
      clientCount,
      photoCount,
      missingCount,
      damagedCount,
      entries,
    }
    await writeAt(handle, backupEnding(Buffer.from(JSON.stringify(manifest))), copied.endOffset)
    await handle.sync()
    return { manifest, copied }
  })
}

/** Opens the file anew and checks every byte of it; its size. */
async function verifyPart(path: string, { signal, onProgress }: BackupOptions): Promise<number> {
  return withHandle(await open(path, constants.O_RDONLY), async (handle) => {
    const backup = await readBackup(handle)
    const onBytes = countUp(backup.contentBytes, (fraction) =>
      onProgress?.(writingShare + (1 - writingShare) * fraction, 'Reading it again'),
    )
    await verifyBackup(backup, { signal, onBytes })
    return (await handle.stat()).size
  }).catch((error: unknown) => {
    if (!(error instanceof AppError && error.code === 'backup-damaged')) throw error
    const reason = 'The drive didn’t keep what was written to it, so no backup was made. Use another drive.'
    throw new AppError('refused', { reason }, { cause: error })
  })
}

function refuseInside(libraryFolder: string, targetPath: string): void {
  const way = relative(libraryFolder, targetPath)
  if (!way.startsWith(`..${sep}`) && !/^[a-z]:/i.test(way))
    throw new AppError('refused', { reason: 'A backup can’t stand inside the library itself. Choose another folder.' })
}

async function refuseFullDrive(
  folder: string,
  files: readonly { byteSize: number }[],
  freeBytes: FreeBytes,
): Promise<void> {
  const needed =
    backupOpening().length + files.reduce((sum, { byteSize }) => sum + tarEntryBytes(byteSize) + 512, 64 * 1024)
  const free = await freeBytes(folder)
  if (free >= needed) return
  throw new AppError('refused', {
    reason: `The backup needs ${sizeInWords(needed)}, but only ${sizeInWords(free)} are free on that drive. The backup that was there before, if any, is unchanged.`,
  })
}

/** An error of the target's drive, with the sentence that names the drive's own limit where that is it. */
function targetError(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EFBIG')
    return new AppError('refused', {
      reason: 'This drive takes no file larger than 4 GB (FAT32). Format it as exFAT, or choose another drive.',
    })
  return typeof code === 'string' && !(error instanceof AppError) ? diskError(error) : error
}
