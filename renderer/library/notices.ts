import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { Notice } from '../../shared/ipc/contract.ts'
import { unwrap } from '../../shared/ipc/result.ts'
import type { Watched } from '../ports.ts'

/** What main found at the start; more is announced while it compares the files on the disk with the record. */
export function watchNotices(bridge: Bridge): Watched<readonly Notice[]> {
  return {
    subscribe: ({ next, error }) => {
      let isAnnounced = false
      const stop = bridge.onAnnouncement((announcement) => {
        if (announcement.kind !== 'notices') return
        isAnnounced = true
        next(announcement.notices)
      })
      bridge
        .request('library.status', {})
        .then((reply) => {
          const { notices } = unwrap(reply)
          // what was announced meanwhile is newer
          if (!isAnnounced) next(notices)
        })
        .catch(error)
      return { unsubscribe: stop }
    },
  }
}
