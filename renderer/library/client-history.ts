import type { LedgerRecord } from '../../shared/domain/events.ts'
import type { ClientId } from '../../shared/domain/ids.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import { unwrap } from '../../shared/ipc/result.ts'
import type { Watched } from '../ports.ts'
import type { LedgerFeed } from './ledger-feed.ts'

/** Asks for the records that speak of a client, and for more as they are added. */
export function watchClientHistory(bridge: Bridge, feed: LedgerFeed, clientId: ClientId): Watched<LedgerRecord[]> {
  return {
    subscribe: ({ next, error }) => {
      let found: LedgerRecord[] | undefined
      let isOpen = true
      let work: Promise<void> = Promise.resolve()
      const readOn = async () => {
        if (!isOpen) return
        const afterSeq = found?.at(-1)?.seq ?? 0
        const { records } = unwrap(await bridge.request('library.history', { clientId, afterSeq }))
        if (found && records.length === 0) return
        found = [...(found ?? []), ...records]
        if (isOpen) next(found)
      }
      const onApplied = () => {
        work = work.then(readOn).catch((failure: unknown) => {
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
