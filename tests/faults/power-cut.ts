import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DiskCall } from './watched-disk.ts'

/**
 * What of a folder would be on the disk if the power went now. As POSIX has it: a file's bytes are safe once the file was synced, its name once its folder was;
 * everything else may be there, in part, or not at all. (What the disk itself keeps in its cache isn't seen here.)
 */
export class PowerCut {
  readonly #root: string
  /** By number of the inode: the bytes at its last sync. */
  readonly #safeBytes = new Map<number, Buffer>()
  /** By folder: the names at its last sync, with their inodes. */
  readonly #safeNames = new Map<string, Map<string, number>>()
  /** With false, syncs are believed to have done nothing: the control. */
  readonly #believesSyncs: boolean

  constructor(root: string, believesSyncs = true) {
    this.#root = root
    this.#believesSyncs = believesSyncs
    this.#safeNames.set(root, new Map())
  }

  /** Hears of what is synced. */
  readonly after = ({ name, path }: DiskCall): void => {
    if (!this.#believesSyncs || !/^handle\.(sync|datasync)$/.test(name) || !path.startsWith(this.#root)) return
    // a file that was renamed while it was open is synced under its new name
    if (!existsSync(path)) return
    const info = lstatSync(path)
    if (info.isDirectory()) this.#safeNames.set(path, namesIn(path))
    else this.#safeBytes.set(info.ino, readFileSync(path))
  }

  /** Writes what is left after the cut into a folder. `luck()` (0 to 1) decides of everything that wasn't synced whether and how far it is there. */
  leaveIn(target: string, luck: () => number): void {
    this.#leaveFolder(this.#root, target, luck)
  }

  #leaveFolder(folder: string, target: string, luck: () => number): void {
    mkdirSync(target, { recursive: true })
    const safe = this.#safeNames.get(folder) ?? new Map<string, number>()
    const present = existsSync(folder) ? namesIn(folder) : new Map<string, number>()
    for (const name of new Set([...safe.keys(), ...present.keys()])) {
      const isSafe = safe.get(name) === present.get(name)
      const inode = isSafe || luck() < 0.5 ? present.get(name) : safe.get(name)
      if (inode === undefined) continue
      const path = join(folder, name)
      const now = existsSync(path) ? lstatSync(path) : undefined
      if (now?.isDirectory() && now.ino === inode) this.#leaveFolder(path, join(target, name), luck)
      else if (this.#safeBytes.has(inode) || now?.ino === inode)
        writeFileSync(join(target, name), this.#leftOf(inode, now?.ino === inode ? path : undefined, luck))
    }
  }

  #leftOf(inode: number, path: string | undefined, luck: () => number): Buffer {
    const safe = this.#safeBytes.get(inode) ?? Buffer.alloc(0)
    const now = path === undefined ? safe : readFileSync(path)
    if (now.equals(safe)) return safe
    const chance = luck()
    if (chance < 0.3) return safe
    if (chance < 0.6) return now
    // what was written reached the disk up to somewhere; behind that stands what was there before
    const kept = Math.floor(luck() * (now.length + 1))
    const left = Buffer.concat([now.subarray(0, kept), safe.subarray(Math.min(kept, safe.length))])
    // blocks that never reached the disk are cut off, or read as zeros
    return chance < 0.8 ? left : Buffer.concat([left, Buffer.alloc(Math.max(0, now.length - left.length))])
  }
}

function namesIn(folder: string): Map<string, number> {
  return new Map(readdirSync(folder).map((name) => [name, lstatSync(join(folder, name)).ino]))
}
