import type { Watched } from '../ports.ts'
import type { LedgerFeed } from './ledger-feed.ts'

/** Something that main tells when it is asked: asked at once, and again whenever something was recorded. */
export function watchAsked<Value>(feed: LedgerFeed, ask: () => Promise<Value>): Watched<Value> {
  return {
    subscribe: ({ next, error }) => {
      let isOpen = true
      let work: Promise<void> = Promise.resolve()
      let isWaiting = false
      const look = async () => {
        isWaiting = false
        const value = await ask()
        if (isOpen) next(value)
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
