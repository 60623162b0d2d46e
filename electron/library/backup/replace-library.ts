import { rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { diskError, makeFolder, syncFolder } from '../durable-files.ts'
import { libraryLayout } from '../layout.ts'
import { takeLock } from '../library-lock.ts'
import { renamePatiently } from './patient-rename.ts'

/** The name under which a library is kept when another takes its place: "library-kept-2026-03-14-090500". */
export function keptName(libraryFolder: string, now: Date): string {
  const stamp = now.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '')
  return `${basename(libraryFolder)}-kept-${stamp}`
}

/**
 * Puts an unpacked library in the place of a closed one, which is kept beside it; two renames, and the first is taken back when the second fails. Throws
 * `library-in-use` while another Stipple holds the library. The name of the kept folder.
 */
export async function replaceLibrary(libraryFolder: string, unpackedFolder: string, now = new Date()): Promise<string> {
  const kept = join(dirname(libraryFolder), keptName(libraryFolder, now))
  if (await stat(kept).catch(() => undefined))
    throw new AppError('refused', { reason: 'A library was kept this very second. Try again.' })
  await makeFolder(libraryFolder)
  const lock = await takeLock(libraryLayout(libraryFolder).lock)
  try {
    await renamePatiently(libraryFolder, kept)
    try {
      await renamePatiently(unpackedFolder, libraryFolder)
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
  await rm(libraryLayout(kept).lock, { force: true })
  return basename(kept)
}
