import { chmod, open, readdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { sizeInWords } from '../../../shared/size-in-words.ts'
import { t } from '../../../shared/words/translate.ts'
import { diskError, makeFolder, syncFolder, withHandle } from '../durable-files.ts'
import { type FreeBytes, freeBytesOf, leastFreeBytes } from '../free-space.ts'
import { type BackupManifest, backupDamaged } from './backup-manifest.ts'
import { libraryFilePath } from './backup-names.ts'
import { countUp, stopIfCancelled, writeAt } from './copy-bytes.ts'
import { openBackup } from './open-backup.ts'
import { type Backup, readEntry } from './read-backup.ts'

/** Where the ledger in an unpacked library ends; throws when the folder is no library that this Stipple can open. */
export type CheckLibrary = (folder: string) => Promise<{ lastSeq: number; lastHash: string }>

/** How a restore is followed and stopped. */
export interface RestoreOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((fraction: number, step: string) => void) | undefined
  readonly freeBytes?: FreeBytes
}

/** What a backup says of itself. Its files aren't read for this. */
export async function inspectBackup(path: string): Promise<{ manifest: BackupManifest; contentBytes: number }> {
  return withBackup(path, async ({ manifest, contentBytes }) => ({ manifest, contentBytes }))
}

/**
 * Unpacks a backup into a folder that is absent or empty, verifying every byte, then the ledger's chain. On any refusal the folder is gone again: `backup-damaged` for
 * a backup that isn't what was made, `refused` for too little room.
 */
export async function unpackBackup(
  path: string,
  folder: string,
  checkLibrary: CheckLibrary,
  { signal, onProgress, freeBytes = freeBytesOf }: RestoreOptions = {},
): Promise<BackupManifest> {
  return withBackup(path, async (backup) => {
    if ((await readdir(folder).catch(() => [])).length > 0)
      throw new AppError('refused', { reason: t('A backup is only restored into an empty folder.') })
    await makeFolder(dirname(folder))
    await refuseFullDrive(dirname(folder), backup, freeBytes)
    const onBytes = countUp(backup.contentBytes, (fraction) => onProgress?.(fraction, 'Reading and checking'))
    try {
      await unpackEntries(backup, folder, { signal, onBytes })
      stopIfCancelled(signal)
      const found = await checkLibrary(folder).catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'library-damaged')
          throw backupDamaged(error.details.reason ?? t('the record in it is damaged'), error)
        throw error
      })
      const { ledger } = backup.manifest
      if (found.lastSeq !== ledger.lastSeq || found.lastHash !== ledger.lastHash)
        throw backupDamaged(t('the record in it doesn’t end where it should'))
      return backup.manifest
    } catch (error) {
      await removeFolder(folder)
      throw error
    }
  })
}

/** Removes a folder with read-only files in it. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}

async function withBackup<Value>(path: string, use: (backup: Backup) => Promise<Value>): Promise<Value> {
  try {
    const { backup, close } = await openBackup(path)
    try {
      return await use(backup)
    } finally {
      await close()
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw backupDamaged(t('the file isn’t there any more'), error)
    if (code === 'EISDIR') throw backupDamaged(t('it isn’t an ordinary file'), error)
    throw typeof code === 'string' && !(error instanceof AppError) ? diskError(error) : error
  }
}

async function unpackEntries(
  backup: Backup,
  folder: string,
  follow: { signal?: AbortSignal | undefined; onBytes: (byteSize: number) => void },
): Promise<void> {
  const folders = new Set([folder])
  await makeFolder(folder)
  for (const entry of backup.entries) {
    const path = libraryFilePath(folder, entry.name)
    for (let above = dirname(path); !folders.has(above); above = dirname(above)) folders.add(above)
    await makeFolder(dirname(path))
    await withHandle(await open(path, 'wx', 0o600), async (handle) => {
      await readEntry(backup, entry, (bytes, at) => writeAt(handle, bytes, at), follow)
      await handle.sync()
    })
    if (entry.name.startsWith('objects/')) await chmod(path, 0o400)
  }
  for (const path of folders) await syncFolder(path)
}

async function refuseFullDrive(folder: string, { contentBytes }: Backup, freeBytes: FreeBytes): Promise<void> {
  const needed = contentBytes + leastFreeBytes / 4
  const free = await freeBytes(folder)
  if (free >= needed) return
  throw new AppError('refused', {
    reason: t(
      'To unpack this backup {{needed}} are needed, but only {{free}} are free. Nothing was changed; free some space, then try again.',
      { needed: sizeInWords(needed), free: sizeInWords(free) },
    ),
  })
}
