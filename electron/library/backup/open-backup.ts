import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { AppError } from '../../../shared/errors.ts'
import { backupDamaged } from './backup-manifest.ts'
import { readExactly } from './copy-bytes.ts'
import { type Backup, type BackupBytes, bytesOf, readBackup, verifyBackup } from './read-backup.ts'
import { hasSavedTail, openSavedTail, type SavedTail } from './saved-tail.ts'
import { tarBlockBytes, tarHeader } from './tar-header.ts'

/** A backup that can be read until it is closed. */
export interface OpenBackup {
  readonly backup: Backup
  /** What was left by an addition that was cut off: 'needed' when the backup is read with the tail that was saved, 'spare' when it isn't, or isn't whole itself. */
  readonly savedTail: 'none' | 'spare' | 'needed'
  readonly close: () => Promise<void>
}

/**
 * Opens a backup and changes nothing. One that something was being added to when Stipple was cut off is read as it is now where all of the addition is there, and
 * else as it was before, by the tail that was saved. Throws as `readBackup` does, and what the disk says.
 */
export async function openBackup(path: string): Promise<OpenBackup> {
  // O_NONBLOCK: opening a named pipe mustn't wait for a writer
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  let saved: SavedTail | undefined
  const close = async () => {
    await handle.close()
    await saved?.close()
  }
  try {
    const bytes = await bytesOf(handle)
    saved = await openSavedTail(path)
    if (!saved) {
      const backup = await readBackup(bytes)
      return { backup, savedTail: (await hasSavedTail(path)) ? 'spare' : 'none', close }
    }
    const { offset } = saved
    const present = await unlessDamaged(readBackup(bytes).then((backup) => verified(backup, offset)))
    if (present) return { backup: present, savedTail: 'spare', close }
    const before = await unlessDamaged(readBackup(joined(bytes, saved)).then((backup) => fitting(backup, offset)))
    if (before) return { backup: before, savedTail: 'needed', close }
    // the saved tail is that of another file
    return { backup: await readBackup(bytes), savedTail: 'spare', close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The result, or undefined where it can't be had because a backup is damaged. */
export async function unlessDamaged<Value>(result: Promise<Value>): Promise<Value | undefined> {
  try {
    return await result
  } catch (error) {
    if (error instanceof AppError && error.code === 'backup-damaged') return undefined
    throw error
  }
}

async function verified(backup: Backup, fromOffset: number): Promise<Backup> {
  await verifyBackup(backup, {}, fromOffset)
  return backup
}

/** Makes sure that the files before the tail are those that it speaks of, by their headers. */
async function fitting(backup: Backup, tailOffset: number): Promise<Backup> {
  if (backup.tailOffset !== tailOffset) throw backupDamaged('its saved end belongs elsewhere')
  for (const { name, byteSize, offset } of backup.entries) {
    const header = await readExactly({ handle: backup.bytes, offset, byteSize: tarBlockBytes })
    if (!header?.equals(tarHeader(name, byteSize))) throw backupDamaged('its saved end belongs to another backup')
  }
  return backup
}

/** The bytes of a file up to where its tail was, and then those of the tail that was saved. */
function joined(file: BackupBytes, tail: SavedTail): BackupBytes {
  return {
    byteSize: tail.offset + tail.byteSize,
    read: (buffer, at, length, position) =>
      position < tail.offset
        ? file.read(buffer, at, Math.min(length, tail.offset - position), position)
        : tail.read(buffer, at, length, position - tail.offset),
  }
}
