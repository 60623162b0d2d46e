import { lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Facts } from '../../shared/domain/facts.ts'
import { knownOriginals, type OriginalId } from '../../shared/domain/known-originals.ts'
import { type IsGone, removeFiles } from './erasure/gone-files.ts'
import type { LibraryLayout, LibraryPlaces } from './layout.ts'
import { isOriginalIntact, isOriginalPresent, type LibraryFiles } from './originals.ts'
import { quarantineFiles, returnFromQuarantine } from './quarantine.ts'

/** Empties staging: what lies there was never acknowledged, and its source is still where the user has it. */
export async function sweepStaging(layout: LibraryPlaces): Promise<void> {
  await rm(layout.staging, { recursive: true, force: true })
}

/** Removes renditions of photos and documents that were never imported and of alignments that were replaced. They are disposable, and show somebody's head. */
export async function sweepRenditions(layout: LibraryLayout, facts: Facts): Promise<void> {
  const originalIds = knownOriginals(facts).map(({ originalId }) => originalId)
  const ids = [...originalIds, ...[...facts.alignments.values()].map(({ alignmentId }) => alignmentId)]
  const known = new Set(ids.map((id) => layout.objectName(id)))
  for (const folder of await readdir(layout.derived).catch(() => [])) {
    for (const name of await readdir(join(layout.derived, folder)).catch(() => [])) {
      if (!known.has(name.split('.')[0] ?? '')) await rm(join(layout.derived, folder, name), { force: true })
    }
  }
}

/** Compares the ledger's photos and documents with the originals on the disk. Only looks: missing isn't deleted, and nothing is removed. */
export async function compareOriginals(
  layout: LibraryLayout,
  facts: Facts,
): Promise<{ missing: OriginalId[]; orphans: string[] }> {
  const missing: OriginalId[] = []
  const originals = knownOriginals(facts)
  for (const { originalId, byteSize } of originals) {
    if (!(await isOriginalPresent(layout, originalId, byteSize))) missing.push(originalId)
  }
  const known = new Set(originals.map(({ originalId }) => layout.objectName(originalId)))
  const orphans = (await objectNames(layout)).filter((name) => !known.has(name))
  return { missing, orphans }
}

/**
 * Compares the originals and moves what can be put right: a missing one comes back from quarantine when it was set aside there, files that belong to nothing known go there.
 * Nothing is deleted but what is gone by the ledger: an erased client's files, and those of photos deleted for good.
 */
export async function settleOriginals(
  files: LibraryFiles,
  facts: Facts,
  isGone: IsGone = () => false,
  now = new Date(),
): Promise<{ missing: OriginalId[]; orphans: string[] }> {
  const { layout } = files
  const { missing, orphans: unknown } = await compareOriginals(layout, facts)
  const gone = new Set(unknown.filter((name) => isGone(layout.objectNamed(name))))
  await removeFiles([...gone].map((name) => layout.objectNamed(name)))
  const orphans = unknown.filter((name) => !gone.has(name))
  const stillMissing: OriginalId[] = []
  for (const originalId of missing) {
    const path = layout.object(originalId)
    const isGone = (await lstat(path).catch(() => undefined)) === undefined
    if (!(isGone && (await returnFromQuarantine(layout, path)) && (await isOriginalIntact(files, originalId))))
      stillMissing.push(originalId)
  }
  const paths = orphans.map((name) => layout.objectNamed(name))
  await quarantineFiles(layout, paths, now)
  return { missing: stillMissing, orphans }
}

/** The names of all originals on the disk, known or not. */
export async function objectNames(layout: LibraryPlaces): Promise<string[]> {
  const folders = await readdir(layout.objects).catch(() => [])
  const names = await Promise.all(folders.map((folder) => readdir(join(layout.objects, folder)).catch(() => [])))
  return names.flat().filter((name) => /^[0-9a-f]{64}$/.test(name))
}
