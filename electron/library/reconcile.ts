import { lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Facts } from '../../shared/domain/facts.ts'
import type { KnownOriginal, OriginalId } from '../../shared/domain/known-originals.ts'
import { type IsGone, removeFiles } from './erasure/gone-files.ts'
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
  originals(): Iterable<KnownOriginal>
}

/** Compares the ledger's photos and documents with the originals on the disk. Only looks: missing isn't deleted, and nothing is removed. */
export async function compareOriginals(
  library: OriginalsToCompare,
  signal?: AbortSignal,
): Promise<{ missing: OriginalId[]; orphans: string[] }> {
  const { layout } = library
  const onDisk = await objectNames(layout)
  const known = new Set<string>()
  const missing = await inTurn(
    [...library.originals()],
    async ({ originalId, byteSize }) => {
      known.add(layout.objectName(originalId))
      return (await isOriginalPresent(layout, originalId, byteSize)) ? [] : [originalId]
    },
    signal,
  )
  return { missing: missing.flat(), orphans: onDisk.filter((name) => !known.has(name)) }
}

/** A library whose files are put right while it is in use. */
export interface LibraryToSettle extends OriginalsToCompare {
  readonly facts: Facts
  /** Names of originals that came in since it was opened, and of those that wait to. */
  readonly arrivals: ReadonlySet<string>
}

/**
 * Compares the originals and moves what can be put right: a missing one comes back from quarantine when it was set aside there, files that belong to nothing known go
 * there. Nothing is deleted but what is gone by the ledger: an erased client's files, and those of photos deleted for good. What came in meanwhile isn't touched. Throws `cancelled` once stopped.
 */
export async function settleOriginals(
  library: LibraryToSettle,
  isGone: IsGone,
  now: Date,
  signal?: AbortSignal,
): Promise<{ missing: OriginalId[]; orphans: string[] }> {
  const { layout, keys, arrivals, facts } = library
  const { missing, orphans } = await compareOriginals(library, signal)
  const unknown = orphans.filter((name) => !arrivals.has(name))
  const gone = new Set(unknown.filter((name) => isGone(layout.objectNamed(name))))
  await removeFiles([...gone].map((name) => layout.objectNamed(name)))
  const stillMissing: OriginalId[] = []
  for (const originalId of missing) {
    const isKnown = facts.photos.has(originalId) || facts.documents.get(originalId) !== undefined
    if (arrivals.has(layout.objectName(originalId)) || !isKnown) continue
    const path = layout.object(originalId)
    const isAway = (await lstat(path).catch(() => undefined)) === undefined
    const isBack = isAway && (await returnFromQuarantine(layout, path))
    if (!(isBack && (await isOriginalIntact({ layout, keys }, originalId)))) stillMissing.push(originalId)
  }
  const left = unknown.filter((name) => !gone.has(name) && !arrivals.has(name))
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
