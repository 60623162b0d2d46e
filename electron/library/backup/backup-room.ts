import { AppError } from '../../../shared/errors.ts'
import { sizeInWords } from '../../../shared/size-in-words.ts'
import { t } from '../../../shared/words/translate.ts'
import type { FreeBytes } from '../free-space.ts'
import { backupOpening } from './read-backup.ts'
import { tarEntryBytes } from './tar-header.ts'

/** Refuses a backup for which the drive has no room; `besides`: bytes that are needed beside the files. */
export async function refuseFullDrive(
  folder: string,
  files: readonly { byteSize: number }[],
  freeBytes: FreeBytes,
  besides = 0,
): Promise<void> {
  const opening = backupOpening().length
  const needed = files.reduce((sum, { byteSize }) => sum + tarEntryBytes(byteSize) + 512, opening + besides + 64 * 1024)
  const free = await freeBytes(folder)
  if (free >= needed) return
  throw new AppError('refused', {
    reason: t(
      'The backup needs {{needed}}, but only {{free}} are free on that drive. The backup that was there before, if any, is unchanged.',
      { needed: sizeInWords(needed), free: sizeInWords(free) },
    ),
  })
}
