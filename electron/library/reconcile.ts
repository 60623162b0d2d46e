import { lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Facts } from '../../shared/domain/facts.ts'
import { type PhotoId, photoIdSchema } from '../../shared/domain/ids.ts'
import { inTurn } from './in-turn.ts'
import type { LibraryPlaces } from './layout.ts'
import { isOriginalIntact, isOriginalPresent, type LibraryFiles } from './originals.ts'
import { quarantineFiles, returnFromQuarantine } from './quarantine.ts'

/** Empties staging: what lies there was never acknowledged, and its source is still where the user has it. */
export async function sweepStaging(layout: LibraryPlaces): Promise<void> {
  await rm(layout.staging, { recursive: true, force: true })
}

/**
 * Removes renditions of photos that were never imported and of alignments that were replaced: of all that belong to none of these ids. They are disposable, and
 * show somebody's head.
 */
export async function sweepRenditions(
  { layout, arrivals }: Pick<LibraryToSettle, 'layout' | 'arrivals'>,
  ids: () => Iterable<string>,
  signal?: AbortSignal,
): Promise<void> {
  // looked at before the ids: what is made from here on is needed
  const folders = await readdir(layout.derived).catch(() => [])
  const names = await inTurn(
    folders,
    async (folder) => ({ folder, names: await namesIn(join(layout.derived, folder)) }),
    signal,
  )
  const known = new Set(await inTurn([...ids()], (id) => layout.objectName(id), signal))
  for (const { folder, names: inFolder } of names)
    for (const name of inFolder) {
      const [stem = ''] = name.split('.')
      if (!known.has(stem) && !arrivals.has(stem)) await rm(join(layout.derived, folder, name), { force: true })
    }
}

/** What the comparison of the originals needs of a library. */
export interface OriginalsToCompare extends Pick<LibraryFiles, 'layout' | 'keys'> {
  originals(): Iterable<{ readonly photoId: string; readonly byteSize: number }>
}

/** Compares the ledger's photos with the originals on the disk. Only looks: missing isn't deleted, and nothing is removed. */
export async function compareOriginals(
  library: OriginalsToCompare,
  signal?: AbortSignal,
): Promise<{ missing: PhotoId[]; orphans: string[] }> {
  const { layout } = library
  const missing: PhotoId[] = []
  const onDisk = await objectNames(layout)
  const known = new Set<string>()
  await inTurn(
    [...library.originals()],
    async ({ photoId, byteSize }) => {
      known.add(layout.objectName(photoId))
      if (!(await isOriginalPresent(layout, photoId, byteSize))) missing.push(photoIdSchema.parse(photoId))
    },
    signal,
  )
  return { missing, orphans: onDisk.filter((name) => !known.has(name)) }
}

/** A library whose files are put right while it is in use. */
export interface LibraryToSettle extends OriginalsToCompare {
  readonly facts: Facts
  /** Names of originals that came in since it was opened, and of those that wait to. */
  readonly arrivals: ReadonlySet<string>
}

/**
 * Compares the originals and moves what can be put right: a missing one comes back from quarantine when it was set aside there, files that belong to no photo go there.
 * Nothing is deleted, and what came in meanwhile isn't touched. Throws `cancelled` once stopped.
 */
export async function settleOriginals(
  library: LibraryToSettle,
  now: Date,
  signal?: AbortSignal,
): Promise<{ missing: PhotoId[]; orphans: string[] }> {
  const { layout, keys, arrivals, facts } = library
  const { missing, orphans } = await compareOriginals(library, signal)
  const stillMissing: PhotoId[] = []
  for (const photoId of missing) {
    if (arrivals.has(layout.objectName(photoId)) || !facts.photos.has(photoId)) continue
    const path = layout.object(photoId)
    const isGone = (await lstat(path).catch(() => undefined)) === undefined
    if (!(isGone && (await returnFromQuarantine(layout, path)) && (await isOriginalIntact({ layout, keys }, photoId))))
      stillMissing.push(photoId)
  }
  const left = orphans.filter((name) => !arrivals.has(name))
  await quarantineFiles(
    layout,
    left.map((name) => layout.objectNamed(name)),
    now,
  )
  return { missing: stillMissing, orphans: left }
}

/** The names of all originals on the disk, known or not. */
export async function objectNames(layout: LibraryPlaces): Promise<string[]> {
  const folders = await readdir(layout.objects).catch(() => [])
  const names = await inTurn(folders, (folder) => namesIn(join(layout.objects, folder)))
  return names.flat().filter((name) => /^[0-9a-f]{64}$/.test(name))
}

function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}
