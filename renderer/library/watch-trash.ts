import type { Trash } from '../../shared/domain/trash.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import { unwrap } from '../../shared/ipc/result.ts'
import type { Watched } from '../ports.ts'
import type { LedgerFeed } from './ledger-feed.ts'

/** Asks main what is in the trash, at once and whenever something was recorded. */
export function watchTrash(bridge: Bridge, feed: LedgerFeed): Watched<Trash> {
  return {
    subscribe: ({ next, error }) => {
      let isOpen = true
      let work: Promise<void> = Promise.resolve()
      let isWaiting = false
      const look = async () => {
        isWaiting = false
        const trash = unwrap(await bridge.request('trash.list', {}))
        if (isOpen) next(trash)
      }
      const onApplied = () => {
        // one look sees everything that was recorded before it
        if (isWaiting) return
        isWaiting = true
        work = work.then(look).catch((failure: unknown) => {
          if (isOpen) error(failure)
        })
      }
      const stop = feed.onApplied(onApplied)
      onApplied()
      return {
        unsubscribe: () => {
          isOpen = false
          stop()
        },
      }
    },
  }
}
