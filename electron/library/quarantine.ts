import { readdir, rename } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { makeFolder, syncFolder } from './durable-files.ts'
import type { LibraryLayout } from './layout.ts'

/** What was set aside on one day. */
export interface QuarantinedDay {
  readonly day: string
  readonly count: number
}

const dayFolder = /^\d{4}-\d{2}-\d{2}$/

/** Moves original files that belong to no photo into `quarantine/<day>/`. They keep their names and are never deleted by Stipple. */
export async function quarantineFiles(layout: LibraryLayout, paths: readonly string[], now: Date): Promise<void> {
  if (paths.length === 0) return
  const folder = join(layout.quarantine, now.toISOString().slice(0, 10))
  await makeFolder(folder)
  for (const path of paths) await rename(path, join(folder, basename(path)))
  for (const touched of new Set([...paths.map((path) => dirname(path)), folder, layout.quarantine]))
    await syncFolder(touched)
}

/** Brings a missing original back from quarantine, when a file of its name was set aside there; false when there is none. */
export async function returnFromQuarantine(layout: LibraryLayout, path: string): Promise<boolean> {
  for (const { day } of await quarantinedDays(layout)) {
    const aside = join(layout.quarantine, day, basename(path))
    await makeFolder(dirname(path))
    const isBack = await rename(aside, path).then(
      () => true,
      () => false,
    )
    if (isBack) {
      await syncFolder(dirname(path))
      return true
    }
  }
  return false
}

/** What stands in quarantine, by the day on which it was set aside, oldest first. */
export async function quarantinedDays(layout: LibraryLayout): Promise<QuarantinedDay[]> {
  const days = (await readdir(layout.quarantine).catch(() => [])).filter((name) => dayFolder.test(name)).sort()
  const counts = await Promise.all(
    days.map(async (day) => ({ day, count: (await readdir(join(layout.quarantine, day))).length })),
  )
  return counts.filter(({ count }) => count > 0)
}
