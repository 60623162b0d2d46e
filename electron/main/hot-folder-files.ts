import { createHash } from 'node:crypto'
import { lstat, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isSystemFile } from './file-offers.ts'

/** How deep a hot folder is looked into: a card's DCIM/100CANON, a phone's Camera Roll/2026/06. */
export const deepestLevel = 4
/** A folder with more files is not where a camera or a phone saves. */
export const mostFiles = 50_000
/** A drive's times can move by the offset of a time zone when clocks change or the drive is read elsewhere; all offsets are whole quarters of an hour. */
const secondsOfQuarter = 900

/** Names that sync programs, browsers and editors give to files that aren't finished. */
const unfinished = /^~|~$|\.(tmp|temp|part|partial|filepart|download|crdownload)$/i

/** A file of a hot folder. Its key tells it from every other and from itself with another content, without saying its name. */
export interface FoundFile {
  readonly path: string
  readonly key: string
}

/** True for the system's own, hidden and unfinished files and folders, by their name. */
export function isPassedOver(path: string): boolean {
  const name = basename(path)
  return isSystemFile(name) || unfinished.test(name)
}

/** A file's key: 66 bits of a hash of its name, its size and the time of its last change. It stays the same when the file is moved or read in another time zone. */
export function keyOf(path: string, about: { size: number | bigint; mtimeMs: number | bigint }): string {
  const second = Math.floor(Number(about.mtimeMs) / 1000)
  const ofQuarter = ((second % secondsOfQuarter) + secondsOfQuarter) % secondsOfQuarter
  return createHash('sha256')
    .update(`${basename(path)}\0${about.size}\0${ofQuarter}`)
    .digest('base64url')
    .slice(0, 11)
}

/** Looks at one file; undefined when it is none (any more), or a link, a device, a folder. */
export async function observeFile(path: string): Promise<FoundFile | undefined> {
  const info = await lstat(path).catch(() => undefined)
  return info?.isFile() ? { path, key: keyOf(path, info) } : undefined
}

/** Every file of a folder that isn't passed over, one more than `mostFiles` at most; links are not followed. Throws when the folder itself can't be read. */
export async function filesIn(folder: string): Promise<FoundFile[]> {
  const files: FoundFile[] = []
  const visit = async (inside: string, level: number): Promise<void> => {
    const entries = await readdir(inside, { withFileTypes: true }).catch((error: unknown) => {
      if (level === 0) throw error
      return []
    })
    for (const entry of entries) {
      const path = join(inside, entry.name)
      if (files.length > mostFiles) return
      if (isPassedOver(path)) continue
      if (entry.isDirectory() && level < deepestLevel) await visit(path, level + 1)
      const file = entry.isFile() ? await observeFile(path) : undefined
      if (file) files.push(file)
    }
  }
  await visit(folder, 0)
  return files
}
