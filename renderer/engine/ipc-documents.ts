import type { Bridge } from '../../shared/ipc/bridge.ts'
import { unwrap } from '../../shared/ipc/result.ts'
import type { LedgerFeed } from '../library/ledger-feed.ts'
import type { Documents } from '../ports.ts'
import { followWork } from './follow-work.ts'

/** The Documents port over the bridge to main. */
export function createIpcDocuments(bridge: Bridge, feed: LedgerFeed): Documents {
  return {
    choose: async () => unwrap(await bridge.request('documents.choose', {})).offers,
    offer: async (files) => unwrap(await bridge.offerFiles(files)).offers,
    attach: async (offerId, place, options = {}) => {
      const start = (workId: string) => bridge.request('documents.attach', { offerId, ...place, workId })
      const { lastSeq, ...attaching } = await followWork(bridge, options, start)
      await feed.reached(lastSeq)
      return attaching
    },
    saveCopy: async (documentId, options = {}) => {
      const start = (workId: string) => bridge.request('documents.save-copy', { documentId, workId })
      return (await followWork(bridge, options, start)).savedAs
    },
  }
}
