import { rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { t } from '../../../shared/words/translate.ts'
import { diskError, makeFolder, syncFolder } from '../durable-files.ts'
import { libraryPlaces } from '../layout.ts'
import { takeLock } from '../library-lock.ts'
import { renamePatiently } from './patient-rename.ts'

/** The name under which a library is kept when another takes its place: "library-kept-2026-03-14-090500". */
export function keptName(libraryFolder: string, now: Date): string {
  const stamp = now.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '')
  return `${basename(libraryFolder)}-kept-${stamp}`
}

/** The name that only a wholly checked library has, while it waits for its place. */
const readyFolder = (libraryFolder: string) => `${libraryFolder}-ready`

/** Ends what a crash in the middle of `replaceLibrary` left: a checked library whose place is empty takes it; otherwise its copy is removed. */
export async function finishReplacing(libraryFolder: string): Promise<void> {
  const ready = readyFolder(libraryFolder)
  if (!(await stat(ready).catch(() => undefined))) return
  try {
    if (await stat(libraryFolder).catch(() => undefined)) await rm(ready, { recursive: true, force: true })
    else await renamePatiently(ready, libraryFolder)
    await syncFolder(dirname(libraryFolder))
  } catch (error) {
    throw diskError(error)
  }
}

/**
 * Puts an unpacked library in the place of a closed one, which is kept beside it, by renames; the one that takes the library away is taken back when the last
 * fails. Throws `library-in-use` while another Stipple holds the library. The name of the kept folder.
 */
export async function replaceLibrary(libraryFolder: string, unpackedFolder: string, now = new Date()): Promise<string> {
  const kept = join(dirname(libraryFolder), keptName(libraryFolder, now))
  if (await stat(kept).catch(() => undefined))
    throw new AppError('refused', { reason: t('A library was kept this very second. Try again.') })
  await makeFolder(libraryFolder)
  const lock = await takeLock(libraryPlaces(libraryFolder).lock)
  try {
    const ready = readyFolder(libraryFolder)
    await rm(ready, { recursive: true, force: true })
    await renamePatiently(unpackedFolder, ready)
    await syncFolder(dirname(libraryFolder))
    await renamePatiently(libraryFolder, kept)
    try {
      await renamePatiently(ready, libraryFolder)
    } catch (error) {
      await rename(kept, libraryFolder)
      throw error
    }
    await syncFolder(dirname(libraryFolder))
  } catch (error) {
    throw diskError(error)
  } finally {
    await lock.release()
  }
  await rm(libraryPlaces(kept).lock, { force: true })
  return basename(kept)
}
