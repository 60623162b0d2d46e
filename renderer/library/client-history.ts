import { clientRecordFilter } from '../../shared/domain/client-record-filter.ts'
import type { LedgerRecord } from '../../shared/domain/events.ts'
import type { ClientId } from '../../shared/domain/ids.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import { unwrap } from '../../shared/ipc/result.ts'
import type { Watched } from '../ports.ts'
import type { LedgerFeed } from './ledger-feed.ts'

/** Reads the ledger for what speaks of a client, and goes on reading as records are added. */
export function watchClientHistory(bridge: Bridge, feed: LedgerFeed, clientId: ClientId): Watched<LedgerRecord[]> {
  return {
    subscribe: ({ next, error }) => {
      const isOfClient = clientRecordFilter(clientId)
      const found: LedgerRecord[] = []
      let afterSeq = 0
      let isOpen = true
      let work: Promise<void> = Promise.resolve()
      const readOn = async () => {
        if (!isOpen) return
        const { records } = unwrap(await bridge.request('library.events', { afterSeq }))
        afterSeq = records.at(-1)?.seq ?? afterSeq
        found.push(...records.filter(isOfClient))
        if (isOpen) next([...found])
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
