import type { ClientCard } from '../../../shared/domain/client-card.ts'
import { dayLabel } from '../../ui/day-label.ts'

const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

/** Cards by name; the sample client comes last. */
export function inListOrder(cards: readonly ClientCard[]): ClientCard[] {
  return cards.toSorted(
    (a, b) => Number(a.client.isSample) - Number(b.client.isSample) || byName.compare(a.client.name, b.client.name),
  )
}

/** What a card says of its photos: "24 photos · last 14 Mar 2026". */
export function photosLine({ photoCount, lastDay }: ClientCard): string {
  if (photoCount === 0) return 'No photos yet'
  const count = photoCount === 1 ? '1 photo' : `${photoCount} photos`
  return lastDay ? `${count} · last ${dayLabel(lastDay)}` : count
}
