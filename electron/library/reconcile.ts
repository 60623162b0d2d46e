import { lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Facts } from '../../shared/domain/facts.ts'
import type { PhotoId } from '../../shared/domain/ids.ts'
import type { LibraryLayout } from './layout.ts'
import { isOriginalIntact, isOriginalPresent } from './originals.ts'
import { quarantineFiles, returnFromQuarantine } from './quarantine.ts'

/** Empties staging: what lies there was never acknowledged, and its source is still where the user has it. */
export async function sweepStaging(layout: LibraryLayout): Promise<void> {
  await rm(layout.staging, { recursive: true, force: true })
}

/** Removes renditions of photos that were never imported and of alignments that were replaced. They are disposable, and show somebody's head. */
export async function sweepRenditions(layout: LibraryLayout, facts: Facts): Promise<void> {
  const alignmentIds = new Set([...facts.alignments.values()].map(({ alignmentId }) => alignmentId as string))
  for (const folder of await readdir(layout.derived).catch(() => [])) {
    for (const name of await readdir(join(layout.derived, folder)).catch(() => [])) {
      const id = name.split('.')[0] ?? ''
      if (!facts.photos.has(id) && !alignmentIds.has(id)) await rm(join(layout.derived, folder, name), { force: true })
    }
  }
}

/** Compares the ledger's photos with the originals on the disk. Only looks: missing isn't deleted, and nothing is removed. */
export async function compareOriginals(
  layout: LibraryLayout,
  facts: Facts,
): Promise<{ missing: PhotoId[]; orphans: string[] }> {
  const missing: PhotoId[] = []
  for (const photo of facts.photos.values()) {
    if (!(await isOriginalPresent(layout, photo.photoId, photo.byteSize))) missing.push(photo.photoId)
  }
  const orphans = (await objectIds(layout)).filter((id) => !facts.photos.has(id))
  return { missing, orphans }
}

/**
 * Compares the originals and moves what can be put right: a missing one comes back from quarantine when it was set aside there, files that belong to no photo go there.
 * Nothing is deleted.
 */
export async function settleOriginals(
  layout: LibraryLayout,
  facts: Facts,
  now = new Date(),
): Promise<{ missing: PhotoId[]; orphans: string[] }> {
  const { missing, orphans } = await compareOriginals(layout, facts)
  const stillMissing: PhotoId[] = []
  for (const photoId of missing) {
    const path = layout.object(photoId)
    const isGone = (await lstat(path).catch(() => undefined)) === undefined
    if (!(isGone && (await returnFromQuarantine(layout, path)) && (await isOriginalIntact(layout, photoId))))
      stillMissing.push(photoId)
  }
  const paths = orphans.map((id) => layout.object(id))
  await quarantineFiles(layout, paths, now)
  return { missing: stillMissing, orphans }
}

/** The ids of all originals on the disk, known or not. */
export async function objectIds(layout: LibraryLayout): Promise<string[]> {
  const folders = await readdir(layout.objects).catch(() => [])
  const names = await Promise.all(folders.map((folder) => readdir(join(layout.objects, folder)).catch(() => [])))
  return names.flat().filter((name) => /^[0-9a-f]{64}$/.test(name))
}
