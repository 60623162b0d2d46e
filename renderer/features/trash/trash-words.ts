import { isHeld } from '../../../shared/domain/retention.ts'
import { isDue, type Trash, type Trashed } from '../../../shared/domain/trash.ts'
import { dayLabel } from '../../ui/day-label.ts'

const dayMs = 86_400_000
const localDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** What becomes of something in the trash. `isUrgent`: a person has to decide. */
export interface Fate {
  readonly sentence: string
  readonly isUrgent: boolean
}

/** When something in the trash goes, or why it stays. */
export function fateOf(thing: Trashed, now: Date): Fate {
  const { hold, dueAt, goesByItself } = thing
  if (hold && isHeld(hold, now)) return { sentence: heldSentence(hold), isUrgent: false }
  const day = localDay.format(new Date(dueAt))
  if (!isDue(thing, now)) {
    const what = goesByItself ? 'Goes for good' : 'You decide'
    return { sentence: `${what} on ${day}, ${daysLeft(dueAt, now)}`, isUrgent: false }
  }
  if (goesByItself) return { sentence: 'Goes for good within the next days', isUrgent: false }
  return { sentence: `30 days were over on ${day}: restore or erase`, isUrgent: true }
}

/** "12 days left". */
function daysLeft(dueAt: string, now: Date): string {
  const days = Math.ceil((Date.parse(dueAt) - now.getTime()) / dayMs)
  return days === 1 ? '1 day left' : `${days} days left`
}

/** Until when something is to be kept, and by whose word. */
export function heldSentence({ until, why, by }: NonNullable<Trashed['hold']>): string {
  const rule = by === 'studio' ? ' by the studio’s rule' : ''
  return `To be kept until ${dayLabel(until)}${rule}${why === '' ? '' : `: ${why}`}`
}

/** The day of a moment by this computer's clock. */
export function dayOfInstant(instant: string): string {
  return localDay.format(new Date(instant))
}

/** How much is in the trash, in one line. */
export function trashLine({ clients, photos, treatments, documents }: Trash): string {
  const parts = [
    clients.length > 0 ? counted(clients.length, 'client') : '',
    photos.length > 0 ? counted(photos.length, 'photo') : '',
    treatments.length > 0 ? counted(treatments.length, 'treatment') : '',
    documents.length > 0 ? counted(documents.length, 'document') : '',
  ].filter(Boolean)
  return parts.length === 0 ? 'Nothing is waiting here.' : `${parts.join(', ')} can be restored.`
}

/** A number with its noun: "1 photo", "24 photos". */
export function counted(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
}
