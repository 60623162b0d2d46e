import { open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { withHandle } from '../durable-files.ts'
import { refuseFullDrive } from './backup-room.ts'
import type { BackupFollow, BackupWork, Made } from './backup-work.ts'
import { takeBack } from './mend-backup.ts'
import type { OpenBackup } from './open-backup.ts'
import type { Addition } from './plan-addition.ts'
import { removeSavedTail, saveTail } from './saved-tail.ts'
import { readAgain, writeEntries } from './write-entries.ts'
import { partPath } from './write-whole-backup.ts'

/** Work onto a backup that needs nothing but additions. */
interface AdditionWork extends BackupWork {
  readonly earlier: OpenBackup
  readonly addition: Addition
}

/**
 * Adds to a backup what it doesn't hold yet. Its tail is saved beside it first; then the new files and a new tail are written over the old one, synced, read again and
 * verified, and what was saved is removed. Whatever ends this early, `openBackup` finds the backup as it was before, or with all of the addition.
 */
export async function addToBackup(targetPath: string, work: AdditionWork, follow: BackupFollow): Promise<Made> {
  const { source, acknowledged, files, earlier, addition } = work
  const { manifest, bytes, tailOffset } = earlier.backup
  const keptNames = new Set(addition.kept.map(({ name }) => name))
  const isMissing = ({ name }: { name: string }) => !keptNames.has(name)
  await refuseFullDrive(dirname(targetPath), files.filter(isMissing), follow.freeBytes, bytes.byteSize - tailOffset)
  // what a backup that was written anew left when it was cut off
  await rm(partPath(targetPath), { force: true })
  const { kept } = addition
  const copying = { source, lengths: acknowledged.lengths, earlier: null, files, kept, startOffset: tailOffset }
  try {
    await saveTail(targetPath, earlier.backup, { signal: follow.signal })
    await earlier.close()
    const written = await withHandle(await open(targetPath, 'r+'), (handle) =>
      writeEntries(handle, copying, acknowledged, manifest.wholeAt ?? manifest.madeAt, follow),
    )
    const byteSize = await readAgain(targetPath, tailOffset, follow)
    await removeSavedTail(targetPath)
    return { ...written, byteSize, carriedOver: addition.carriedOver }
  } catch (error) {
    // where that fails, too, the next to open the backup does it
    await takeBack(targetPath).catch(() => undefined)
    throw error
  }
}
