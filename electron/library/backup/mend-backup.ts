import { open } from 'node:fs/promises'
import { AppError } from '../../../shared/errors.ts'
import { t } from '../../../shared/words/translate.ts'
import { syncFile, withHandle } from '../durable-files.ts'
import { readHashed, writeAt } from './copy-bytes.ts'
import { openBackup, unlessDamaged } from './open-backup.ts'
import { openSavedTail, removeSavedTail } from './saved-tail.ts'

/** Ends an addition that was cut off: from then on the backup is whole by itself, as it was before or with what was added. Nothing else is changed. */
export async function mendBackup(path: string): Promise<void> {
  const opened = await unlessDamaged(openBackup(path))
  // a damaged one keeps what was saved until a whole one takes its place
  if (!opened) return
  await opened.close()
  if (opened.savedTail === 'needed') await takeBack(path)
  else if (opened.savedTail === 'spare') {
    // whatever was read may not be on the disk yet
    await syncFile(path)
    await removeSavedTail(path)
  }
}

/** Gives a backup the tail back that it had before something was added. The room for it is still its own: an addition never makes the file shorter before it is done. */
export async function takeBack(path: string): Promise<void> {
  const saved = await openSavedTail(path)
  if (saved) {
    const { offset, byteSize } = saved
    try {
      await withHandle(await open(path, 'r+'), async (handle) => {
        const written = await readHashed({ handle: saved, offset: 0, byteSize }, (piece, at) =>
          writeAt(handle, piece, offset + at),
        )
        await handle.truncate(offset + byteSize)
        await handle.sync()
        const found = await readHashed({ handle, offset, byteSize }, async () => undefined)
        if (found === undefined || found !== written)
          throw new AppError('refused', {
            reason: t('The drive didn’t keep what was written to it. Use another drive.'),
          })
      })
    } finally {
      await saved.close()
    }
  }
  await removeSavedTail(path)
}
