import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { AppError } from '../../../shared/errors.ts'
import { t } from '../../../shared/words/translate.ts'
import { withHandle } from '../durable-files.ts'
import { libraryFilePath } from './backup-names.ts'
import { readHashed } from './copy-bytes.ts'
import type { Acknowledged } from './copy-entries.ts'
import { mendBackup } from './mend-backup.ts'
import { type OpenBackup, openBackup, unlessDamaged } from './open-backup.ts'
import { type Backup, openingOf } from './read-backup.ts'

/**
 * Opens the backup that stands where the next one is to go: null when there is none or when it is damaged, so that nothing can be taken from it. Refuses a file that
 * is no backup, and the backup of another library or of a later state of this one: to replace it would lose what only it has. An addition that was cut off is ended.
 */
export async function openEarlierBackup(
  path: string,
  libraryFolder: string,
  acknowledged: Acknowledged,
): Promise<OpenBackup | null> {
  const handle = await open(path, constants.O_RDONLY).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!handle) return null
  if ((await withHandle(handle, openingOf)) === 'foreign') throw refused(t('This file isn’t a Stipple backup.'))
  const found = await openOwn(path, libraryFolder, acknowledged)
  if (!found || found.savedTail === 'none') return found
  await found.close()
  await mendBackup(path)
  return openOwn(path, libraryFolder, acknowledged)
}

async function openOwn(path: string, libraryFolder: string, acknowledged: Acknowledged): Promise<OpenBackup | null> {
  const opened = await unlessDamaged(openBackup(path))
  if (!opened) return null
  try {
    if (await holdsMore(opened.backup, libraryFolder, acknowledged))
      throw refused(t('This file is the backup of another library, or of changes that this library doesn’t have.'))
    return opened
  } catch (error) {
    await opened.close()
    throw error
  }
}

function refused(what: string): AppError {
  return new AppError('refused', { reason: `${what} ${t('It was left as it is; choose another name.')}` })
}

/** True unless every growing file of the backup is the beginning of the library's own. */
async function holdsMore({ manifest }: Backup, libraryFolder: string, { lengths }: Acknowledged): Promise<boolean> {
  for (const [name, length] of lengths) {
    const before = manifest.entries.find((entry) => entry.name === name)
    if (!before) continue
    if (before.byteSize > length) return true
    const found = await withHandle(await open(libraryFilePath(libraryFolder, name), constants.O_RDONLY), (handle) =>
      readHashed({ handle, offset: 0, byteSize: before.byteSize }, async () => undefined),
    )
    if (found !== before.sha256) return true
  }
  return false
}
