import type { Announcement } from '../../shared/ipc/contract.ts'
import type { Library } from '../library/library.ts'

/** The window draws its first screen and the pictures on it before the disk is asked for anything else. */
const waitMs = 1500

/** Compares the files on the disk with the record once the window has asked for its clients; what is found is announced. Gives what to call then; only the first call counts. */
export function settleWhenShown(
  library: Library,
  announce: (announcement: Announcement) => void,
  report: (error: unknown) => void,
): () => void {
  let isBegun = false
  return () => {
    if (isBegun) return
    isBegun = true
    const settle = async () => {
      const before = library.notices
      await library.settle()
      if (library.notices !== before) announce({ kind: 'notices', notices: [...library.notices] })
    }
    setTimeout(() => void settle().catch(report), waitMs).unref()
  }
}
