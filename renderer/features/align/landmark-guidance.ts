import { completePairs, type DraftPair, fewestPairs, missingMark, mostPairs } from './landmark-editing.ts'

/** What to do next, in one or two sentences. */
export function nextStep(pairs: readonly DraftPair[]): string {
  const missing = missingMark(pairs)
  if (missing) return `Click the same spot in the ${missing.side === 'moving' ? 'right' : 'left'} photo.`
  if (pairs.length === 0) return 'Click a spot that you can find again in the other photo.'
  if (pairs.length < fewestPairs) return 'Good. Now a second spot, far from the first.'
  if (pairs.length < 4) return 'Enough to align. Three or four, well spread, are better.'
  if (pairs.length < mostPairs) return 'Drag a point to correct it, or add another.'
  return 'Eight spots are the most. Drag a point to correct it.'
}

/** Why the marks can't be saved yet; null when they can. */
export function saveRefusal(pairs: readonly DraftPair[]): string | null {
  const missing = missingMark(pairs)
  const side = missing?.side === 'moving' ? 'right' : 'left'
  if (missing) return `Landmark ${missing.index + 1} is missing in the ${side} photo: place it there, or delete it.`
  const count = completePairs(pairs).length
  return count < fewestPairs ? `At least ${fewestPairs} landmarks are needed in both photos.` : null
}
