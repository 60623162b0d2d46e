import type { ClientCard } from '../../../shared/domain/client-card.ts'
import { inAlphabet } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import { photosInWords } from '../../counted-words.ts'
import { dayLabel } from '../../ui/day-label.ts'

/** Cards by name; the sample client comes last. */
export function inListOrder(cards: readonly ClientCard[]): ClientCard[] {
  return cards.toSorted(
    (a, b) => Number(a.client.isSample) - Number(b.client.isSample) || inAlphabet(a.client.name, b.client.name),
  )
}

/** What a card says of its photos: "24 photos · last 14 Mar 2026". */
export function photosLine({ photoCount, lastDay }: ClientCard): string {
  if (photoCount === 0) return t('No photos yet')
  const photos = photosInWords(photoCount)
  return lastDay ? `${photos} · ${t('last {{day}}', { day: dayLabel(lastDay) })}` : photos
}
