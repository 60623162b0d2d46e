import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { AppError } from '../../../shared/errors.ts'
import { t } from '../../../shared/words/translate.ts'
import { withHandle } from '../durable-files.ts'
import { type BackupManifest, backupFormat } from './backup-manifest.ts'
import type { BackupStages } from './backup-stages.ts'
import { countUp, type Follow, writeAt } from './copy-bytes.ts'
import { type Acknowledged, type CopiedEntries, type Copying, copyEntries } from './copy-entries.ts'
import { backupEnding, bytesOf, readBackup, verifyBackup } from './read-backup.ts'

/** What was written: what the backup says of itself, and what was copied for it. */
export interface Written {
  readonly manifest: BackupManifest
  readonly copied: CopiedEntries
}

/** Writes the files that aren't there yet, then the end of a backup; durable before this resolves. `wholeAt`: when the rest of it was written. */
export async function writeEntries(
  target: FileHandle,
  copying: Copying,
  { lastSeq, lastHash }: Acknowledged,
  wholeAt: string | undefined,
  { signal, stages }: { signal?: AbortSignal | undefined; stages: BackupStages },
): Promise<Written> {
  const keptNames = new Set(copying.kept.map(({ name }) => name))
  const total = copying.files.reduce((sum, { name, byteSize }) => sum + (keptNames.has(name) ? 0 : byteSize), 0)
  const copied = await copyEntries(copying, target, { signal, onBytes: countUp(total, stages.writing) })
  const { entries, missingCount, damagedCount } = copied
  const { clientCount, photoCount } = copying.source
  const manifest: BackupManifest = {
    ...backupFormat,
    madeAt: new Date().toISOString(),
    ...(wholeAt === undefined ? {} : { wholeAt }),
    ledger: { lastSeq, lastHash },
    clientCount,
    photoCount,
    missingCount,
    damagedCount,
    entries,
  }
  const ending = backupEnding(Buffer.from(JSON.stringify(manifest)))
  await writeAt(target, ending, copied.endOffset)
  await target.truncate(copied.endOffset + ending.length)
  await target.sync()
  return { manifest, copied }
}

/** Opens a backup anew and checks every byte of it from an offset on; its size. */
export async function readAgain(
  path: string,
  fromOffset: number,
  { signal, stages }: { signal?: AbortSignal | undefined; stages: BackupStages },
): Promise<number> {
  return withHandle(await open(path, constants.O_RDONLY), async (handle) => {
    const backup = await readBackup(await bytesOf(handle))
    const read = backup.entries.filter(({ offset }) => offset >= fromOffset)
    const total = read.reduce((sum, { byteSize }) => sum + byteSize, 0)
    const follow: Follow = { signal, onBytes: countUp(total, stages.reading) }
    await verifyBackup(backup, follow, fromOffset)
    return backup.bytes.byteSize
  }).catch((error: unknown) => {
    if (!(error instanceof AppError && error.code === 'backup-damaged')) throw error
    const reason = t('The drive didn’t keep what was written to it, so no backup was made. Use another drive.')
    throw new AppError('refused', { reason }, { cause: error })
  })
}
