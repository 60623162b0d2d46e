import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Facts } from '../../../shared/domain/facts.ts'
import { keyIdOfFile } from '../../sealed/read-wrapping.ts'
import { diskError, syncFolder } from '../durable-files.ts'
import type { LibraryPlaces } from '../layout.ts'
import type { LibraryFiles } from '../originals.ts'

/** Called between any two steps that change the disk: a crash may come there. */
export type ErasureStep = () => Promise<void> | void

/** Tells whether a file is one that mustn't be there any more: wrapped with an erased client's key, or of a photo that was deleted for good. */
export type IsGone = (path: string) => boolean

/** Whoever knows the ids of everything that has files: originals and their renditions, and alignments' renditions. */
interface KnownIds {
  readonly knownIds: () => Iterable<string>
}

/** What is gone by these facts; `names` are names of files that are known to be gone as well. */
export function goneBy({ layout }: LibraryFiles, facts: Facts, names: Iterable<string> = []): IsGone {
  const deleted = [...facts.deletedPhotos.keys()].filter((photoId) => !facts.photos.has(photoId))
  const gone = new Set([...names, ...deleted.map((photoId) => layout.objectName(photoId))])
  return (path) => gone.has(objectNameOf(path)) || facts.erasures.has(keyIdOfFile(path) ?? '')
}

/**
 * Removes what is gone, wherever it stands: originals, what was set aside, and every rendition that isn't of something known or still waiting for review. Files that the
 * library knows are passed over without a look.
 */
export async function removeGoneFiles(
  { layout, keys, knownIds }: LibraryFiles & KnownIds,
  isGone: IsGone,
  step: ErasureStep = () => undefined,
): Promise<void> {
  const known = new Set([...knownIds()].map((id) => layout.objectName(id)))
  const unknown = async (folder: string) => (await filesBelow(folder)).filter((path) => !known.has(objectNameOf(path)))
  await removeFiles((await unknown(layout.objects)).filter(isGone), step)
  const isDisposable = (path: string) => keyIdOfFile(path) !== keys.stagingKeyId
  await removeFiles((await unknown(layout.derived)).filter(isDisposable), step)
  await removeGoneFromQuarantine(layout, isGone, step)
}

/** Removes what is gone from quarantine. */
export async function removeGoneFromQuarantine(
  layout: LibraryPlaces,
  isGone: IsGone,
  step: ErasureStep = () => undefined,
): Promise<void> {
  await removeFiles((await filesBelow(layout.quarantine)).filter(isGone), step)
}

/** Removes files, and makes that durable. */
export async function removeFiles(paths: readonly string[], step: ErasureStep = () => undefined): Promise<void> {
  try {
    for (const path of paths) {
      await rm(path, { force: true })
      await step()
    }
    for (const folder of new Set(paths.map((path) => dirname(path)))) await syncFolder(folder)
  } catch (error) {
    throw diskError(error)
  }
}

/** Every file of a folder that has folders in it; none where there is no such folder. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw diskError(error)
    },
  )
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

function objectNameOf(path: string): string {
  return basename(path).split('.')[0] ?? ''
}
