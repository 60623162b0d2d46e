import { clientOfEvent } from './client-of-event.ts'
import type { LedgerRecord } from './events.ts'
import { applyEvent, emptyFacts } from './facts.ts'

/** The records of a ledger that don't speak of these clients; those that are left keep their numbers. Needs the ledger from its start. */
export function recordsWithout(records: readonly LedgerRecord[], clientIds: ReadonlySet<string>): LedgerRecord[] {
  const facts = emptyFacts()
  return records.filter(({ event, at }) => {
    const clientId = clientOfEvent(facts, event)
    applyEvent(facts, event, at)
    return clientId === null || !clientIds.has(clientId)
  })
}
