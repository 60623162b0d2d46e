import type { NotJudged, NotJudgedReason } from './assessment.ts'
import type { FoundDots } from './find-dots.ts'

/** Pigment settles for four weeks after a session: before that day patches and darkness say nothing final (product.md). */
export const settledAfterDays = 28
/** Dark peaks this little stronger than bright ones are the skin's own texture: bare skin has 0.8 to 1.2 (assessment-measurements, step 4). */
const mostBareContrast = 1.2
const leastContrast = 1.35
/** Dots of sharp photos have a standard deviation of 0.12–0.15 mm, at 4 px/mm 0.17; out of focus by 0.18 mm 0.19–0.21 (docs/assessment.md). */
const mostSigmaMm = 0.182
/** Moved photos draw dots 1.3 times as long as wide and more, sharp ones 1.07 at most. */
const mostStretch = 1.15
/** A zone of which more than this is lost isn't judged. */
const mostLostShare = 0.6

/** The reasons for which a whole photo isn't judged; none where it is. `lostShare`: of the zone's skin, already left out. */
export function wholePhotoReasons(
  found: FoundDots | undefined,
  daysSinceSession: number | null,
  lostShare: number,
): NotJudged[] {
  const reasons: NotJudgedReason[] = []
  if (daysSinceSession !== null && daysSinceSession < settledAfterDays) reasons.push('fresh')
  const isSoft = found?.shape !== undefined && found.shape.sigmaMm > mostSigmaMm
  const isMoved = found?.shape !== undefined && found.shape.stretch > mostStretch
  // bare skin has lines, so that what is strongest in it is stretched as well
  const isBare = !found || found.contrast < (isMoved ? mostBareContrast : leastContrast)
  if (isBare && !isSoft) reasons.push('no-dots')
  else if (isSoft || isMoved) reasons.push('blur')
  else if (lostShare > mostLostShare) reasons.push('too-little-skin')
  return reasons.map((reason) => ({ reason, share: 1, isDecisive: true }))
}
