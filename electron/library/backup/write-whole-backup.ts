import { open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder, withHandle } from '../durable-files.ts'
import { refuseFullDrive } from './backup-room.ts'
import type { BackupFollow, BackupWork, Made } from './backup-work.ts'
import { writeAt } from './copy-bytes.ts'
import { renamePatiently } from './patient-rename.ts'
import { backupOpening } from './read-backup.ts'
import { removeSavedTail } from './saved-tail.ts'
import { readAgain, writeEntries } from './write-entries.ts'

/** Where a backup is written before it takes its place. */
export const partPath = (targetPath: string) => `${targetPath}.part`

/** Writes a whole library into one file: to a sibling first, synced, read again and verified byte for byte, then renamed over what stood there. */
export async function writeWholeBackup(targetPath: string, work: BackupWork, follow: BackupFollow): Promise<Made> {
  const { source, acknowledged, files, earlier } = work
  const part = partPath(targetPath)
  try {
    await refuseFullDrive(dirname(targetPath), files, follow.freeBytes)
    await rm(part, { force: true })
    const opening = backupOpening()
    const copying = {
      source,
      lengths: acknowledged.lengths,
      earlier: earlier?.backup ?? null,
      files,
      kept: [],
      startOffset: opening.length,
    }
    const written = await withHandle(await open(part, 'wx', 0o600), async (handle) => {
      await writeAt(handle, opening, 0)
      return writeEntries(handle, copying, acknowledged, undefined, follow)
    })
    const byteSize = await readAgain(part, 0, follow)
    await earlier?.close()
    await renamePatiently(part, targetPath)
    await syncFolder(dirname(targetPath))
    // what was saved of a damaged one
    await removeSavedTail(targetPath)
    return { ...written, byteSize, carriedOver: written.copied.carriedOver }
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    throw error
  }
}
