import { isHeld } from '../../../shared/domain/retention.ts'
import { isDue, type Trash, type Trashed } from '../../../shared/domain/trash.ts'
import { dateInWords } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import { photosInWords } from '../../counted-words.ts'
import { dayLabel } from '../../ui/day-label.ts'

const dayMs = 86_400_000

/** What becomes of something in the trash. `isUrgent`: a person has to decide. */
export interface Fate {
  readonly sentence: string
  readonly isUrgent: boolean
}

/** When something in the trash goes, or why it stays. */
export function fateOf(thing: Trashed, now: Date): Fate {
  const { hold, dueAt, goesByItself } = thing
  if (hold && isHeld(hold, now)) return { sentence: heldSentence(hold), isUrgent: false }
  const day = dayOfInstant(dueAt)
  if (!isDue(thing, now)) {
    const left = { day, count: daysLeft(dueAt, now) }
    const sentence = goesByItself
      ? t('Goes for good on {{day}}, {{count}} days left', left)
      : t('You decide on {{day}}, {{count}} days left', left)
    return { sentence, isUrgent: false }
  }
  if (goesByItself) return { sentence: t('Goes for good within the next days'), isUrgent: false }
  return { sentence: t('30 days were over on {{day}}: restore or erase', { day }), isUrgent: true }
}

function daysLeft(dueAt: string, now: Date): number {
  return Math.ceil((Date.parse(dueAt) - now.getTime()) / dayMs)
}

/** Until when something is to be kept, and by whose word. */
export function heldSentence({ until, why, by }: NonNullable<Trashed['hold']>): string {
  const day = dayLabel(until)
  if (by === 'studio')
    return why === ''
      ? t('To be kept until {{day}} by the studio’s rule', { day })
      : t('To be kept until {{day}} by the studio’s rule: {{why}}', { day, why })
  return why === '' ? t('To be kept until {{day}}', { day }) : t('To be kept until {{day}}: {{why}}', { day, why })
}

/** The day of a moment by this computer's clock. */
export function dayOfInstant(instant: string): string {
  return dateInWords(new Date(instant), { day: 'numeric', month: 'short', year: 'numeric' })
}

/** How much is in the trash, in one line. */
export function trashLine({ clients, photos, treatments, documents }: Trash): string {
  const parts = [
    clients.length > 0 ? t('{{count}} clients', { count: clients.length }) : '',
    photos.length > 0 ? photosInWords(photos.length) : '',
    treatments.length > 0 ? t('{{count}} treatments', { count: treatments.length }) : '',
    documents.length > 0 ? t('{{count}} documents', { count: documents.length }) : '',
  ].filter(Boolean)
  return parts.length === 0
    ? t('Nothing is waiting here.')
    : t('{{things}} can be restored.', { things: parts.join(', ') })
}
