import { t } from '../../../shared/words/translate.ts'
import { completePairs, type DraftPair, fewestPairs, missingMark, mostPairs } from './landmark-editing.ts'

/** What to do next, in one or two sentences. */
export function nextStep(pairs: readonly DraftPair[]): string {
  const missing = missingMark(pairs)
  if (missing)
    return missing.side === 'moving'
      ? t('Click the same spot in the right photo.')
      : t('Click the same spot in the left photo.')
  if (pairs.length === 0) return t('Click a spot that you can find again in the other photo.')
  if (pairs.length < fewestPairs) return t('Good. Now a second spot, far from the first.')
  if (pairs.length < 4) return t('Enough to align. Three or four, well spread, are better.')
  if (pairs.length < mostPairs) return t('Drag a point to correct it, or add another.')
  return t('Eight spots are the most. Drag a point to correct it.')
}

/** Why the marks can't be saved yet; null when they can. */
export function saveRefusal(pairs: readonly DraftPair[]): string | null {
  const missing = missingMark(pairs)
  if (missing) {
    const number = missing.index + 1
    return missing.side === 'moving'
      ? t('Landmark {{number}} is missing in the right photo: place it there, or delete it.', { number })
      : t('Landmark {{number}} is missing in the left photo: place it there, or delete it.', { number })
  }
  const count = completePairs(pairs).length
  return count < fewestPairs
    ? t('At least {{fewest}} landmarks are needed in both photos.', { fewest: fewestPairs })
    : null
}
