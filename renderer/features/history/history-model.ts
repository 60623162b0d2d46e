import type { DomainEvent, LedgerRecord, StatedEvent } from '../../../shared/domain/events.ts'
import { applyEvent, emptyFacts, type Facts } from '../../../shared/domain/facts.ts'
import { refusalOf } from '../../../shared/domain/rules.ts'
import { t } from '../../../shared/words/translate.ts'
import type { Undo } from '../../ports.ts'
import { describeEvent, describeTogether } from './describe-event.ts'
import { reversalNow, reverseEvent } from './reversal.ts'
import { isToldWith, type Step } from './told-together.ts'

/** How an entry of the history is taken back: by new events, which can be taken back themselves. */
export interface TakingBack {
  readonly events: StatedEvent[]
  readonly undo: Undo
}

/** One entry of a client's history. `takingBack` is null where nothing can be taken back, or something later has changed the same. */
export interface HistoryEntry {
  readonly seq: number
  /** When it happened; of several steps that are told together, the last. */
  readonly at: string
  readonly what: string
  readonly details: readonly string[]
  readonly takingBack: TakingBack | null
}

/**
 * A client's history, newest first, from what the ledger says of the client. What Stipple found by itself (heads, alignments) is no change of the record and
 * is left out; heads outlined and landmarks placed by a person are one.
 */
export function historyOf(records: readonly LedgerRecord[]): HistoryEntry[] {
  const facts = emptyFacts()
  const groups: Step[][] = []
  for (const record of records) {
    const { event } = record
    if (!isOwnWork(event)) {
      const step: Step = { record, ...describeEvent(event, facts), reverse: reverseEvent(event, facts) }
      const group = groups.at(-1)
      if (group && isToldWith(group, step)) group.push(step)
      else groups.push([step])
    }
    applyEvent(facts, event, record.at)
  }
  return groups.map((steps) => entryOf(steps, facts)).toReversed()
}

function isOwnWork(event: DomainEvent): boolean {
  return event.type === 'alignment-made' || (event.type === 'head-marked' && event.data.head?.by === 'automatic')
}

function entryOf(steps: readonly Step[], now: Facts): HistoryEntry {
  const { seq, at } = steps.at(-1)!.record
  const { what, details } = describeTogether(steps)
  return { seq, at, what, details, takingBack: takingBackOf(reversalNow(steps, now), what, now) }
}

function takingBackOf(events: StatedEvent[], what: string, now: Facts): TakingBack | null {
  if (events.length === 0 || events.some((event) => refusalOf(now, event) !== undefined)) return null
  const again = events.toReversed().flatMap((event) => reverseEvent(event, now) ?? [])
  return { events, undo: { label: t('Taken back: {{what}}', { what }), events: again } }
}
