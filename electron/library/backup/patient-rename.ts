import { rename } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

const triesOnWindows = 40
const betweenTriesMs = 250

/** Renames; on Windows, where a virus scanner may hold what was just written, tries again for ten seconds. */
export async function renamePatiently(from: string, to: string): Promise<void> {
  for (let tries = process.platform === 'win32' ? triesOnWindows : 1; ; tries--) {
    try {
      await rename(from, to)
      return
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (tries <= 1 || !(code === 'EPERM' || code === 'EACCES' || code === 'EBUSY')) throw error
      await wait(betweenTriesMs)
    }
  }
}
