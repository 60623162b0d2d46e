import { statfs } from 'node:fs/promises'
import { diskError } from './durable-files.ts'

/** How many bytes can still be written where a folder stands. */
export type FreeBytes = (folder: string) => Promise<number>

/** Never less than this is left free by an import or a backup: a full disk stops every program. */
export const leastFreeBytes = 2 * 1024 ** 3

/** Asks the system how much room there is for this user. */
export const freeBytesOf: FreeBytes = async (folder) => {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch (error) {
    throw diskError(error)
  }
}

/** What must be free to seal a library's plain files, before these go: they once more with their seals, and some room for everything else. */
export function neededForSealing(plainBytes: number): number {
  return Math.ceil(1.1 * plainBytes) + 256 * 1024 ** 2
}

/** What an import must find free: its photos, their renditions and the staged copies, and room for everything else. */
export function neededForImport(batchBytes: number): number {
  return Math.max(leastFreeBytes, 3 * batchBytes)
}
