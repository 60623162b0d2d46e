import type { ClientCard } from '../../shared/domain/client-card.ts'
import type { UsedMaterials } from '../ports.ts'

/** The pigments and needles that were written down so far, of whomever, in the alphabet's order. */
export function usedMaterials(cards: ReadonlyMap<string, ClientCard>): UsedMaterials {
  const pigments = new Set<string>()
  const needles = new Set<string>()
  for (const card of cards.values()) {
    for (const pigment of card.pigments) pigments.add(pigment)
    for (const needle of card.needles) needles.add(needle)
  }
  return { pigments: [...pigments].sort(), needles: [...needles].sort() }
}

/** True where nothing new was written down. */
export function isSameMaterials(before: UsedMaterials, after: UsedMaterials): boolean {
  const isSame = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && a.every((text, index) => text === b[index])
  return isSame(before.pigments, after.pigments) && isSame(before.needles, after.needles)
}
