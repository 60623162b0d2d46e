import type { LedgerRecord, StatedEvent } from '../../../shared/domain/events.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { type SessionRecord, sessionKeyOf } from '../../../shared/domain/session-record.ts'
import type { TreatmentRecord } from '../../../shared/domain/treatment-record.ts'

/** Something that happened, in words, with the event that would put back what was before. */
export interface Step {
  readonly record: LedgerRecord
  readonly what: string
  readonly details: readonly string[]
  readonly reverse: StatedEvent | undefined
}

/** Steps of one work within this time of one another are told as one. */
const pauseMs = 10 * 60_000

/** True when a step goes on with what a group of steps tells: one import, one change of several photos, or one filling-in of a record. */
export function isToldWith(group: readonly Step[], { record, reverse }: Step): boolean {
  const before = group.at(-1)!
  const [event, earlier] = [record.event, before.record.event]
  if (event.type !== earlier.type) return false
  switch (event.type) {
    case 'photo-imported':
      if (earlier.type !== event.type || kindOf(event.data) !== kindOf(earlier.data)) return false
      return Date.parse(record.at) - Date.parse(before.record.at) <= pauseMs
    case 'document-attached':
      return Date.parse(record.at) - Date.parse(before.record.at) <= pauseMs
    case 'photo-filed':
    case 'photo-dated':
    case 'photo-removed':
    case 'photo-restored':
    case 'photo-deleted':
      return record.at === before.record.at
    case 'drawing-changed':
      if (earlier.type !== event.type || earlier.data.drawingId !== event.data.drawingId) return false
      return Date.parse(record.at) - Date.parse(before.record.at) <= pauseMs
    case 'treatment-described':
    case 'session-recorded': {
      if (reverse?.type !== event.type || recordKey(event) !== recordKey(earlier)) return false
      if (Date.parse(record.at) - Date.parse(before.record.at) > pauseMs) return false
      const first = group[0]!.reverse
      return first?.type === event.type && onlyAdds(first.data, reverse.data, event.data)
    }
    default:
      return false
  }
}

/** A frame of a video stands for itself: it says from where it is. */
function kindOf({ photoId, video, frameOf }: Photo): string {
  return frameOf ? photoId : video ? 'video' : 'photo'
}

function recordKey(event: LedgerRecord['event']): string | undefined {
  if (event.type === 'treatment-described') return event.data.treatmentId
  return event.type === 'session-recorded' ? sessionKeyOf(event.data) : undefined
}

/** True when nothing that the group filled in before is altered, except by going on with it. */
function onlyAdds<Kept extends SessionRecord | TreatmentRecord>(first: Kept, before: Kept, after: Kept): boolean {
  return (Object.keys(after) as (keyof Kept)[]).every(
    (key) => isSame(first[key], before[key]) || isSame(before[key], after[key]) || goesOn(before[key], after[key]),
  )
}

function goesOn(before: unknown, after: unknown): boolean {
  if (typeof before === 'string' && typeof after === 'string') return after.startsWith(before)
  if (Array.isArray(before) && Array.isArray(after))
    return before.every((item) => after.some((other) => isSame(item, other) || goesOn(item, other)))
  if (!isObject(before) || !isObject(after)) return false
  return Object.entries(before).every(([key, value]) => goesOn(value, after[key]))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** True when two values of a row are the same in everything that they hold. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
