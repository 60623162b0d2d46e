import type { AlignmentOutcome, AlignmentQuality } from '../alignment.ts'

/** What the decision looks at; shares are 0 to 1 of the head mask. */
export type MeasuredAlignment = Omit<AlignmentQuality, 'reasons'>

/** `aligned` needs all of these. */
export const alignedLimits = { peakScore: 0.08, forwardBackwardShare: 0.3, coverage: 0.2 } as const
/** Below one of these nothing is shown as aligned unless a person placed marks. */
export const usableLimits = { peakScore: 0.03, forwardBackwardShare: 0.12, coverage: 0.06 } as const
const plausibleScale = [0.7, 1.4] as const
const plausibleRotationDegrees = 20

/**
 * Decides from the check's figures alone what may be said about an automatic alignment, and says in plain words what speaks against `aligned`.
 * `relativeScale` compares the heads' widths as aligned with their widths as found; 1 where both say the same.
 */
export function decideAutomatic(
  measured: MeasuredAlignment,
  relativeScale: number,
): { outcome: AlignmentOutcome; reasons: string[] } {
  const isScalePlausible = relativeScale >= plausibleScale[0] && relativeScale <= plausibleScale[1]
  const isTurnPlausible = Math.abs(measured.rotationDegrees) <= plausibleRotationDegrees
  const reasons = weaknesses(measured)
  if (!isScalePlausible) reasons.push('One head would have to be much larger than it looks in its photo.')
  if (!isTurnPlausible) reasons.push('The photo would have to be turned a lot.')
  if (reasons.length === 0) return { outcome: 'aligned', reasons }
  const isUsable =
    measured.peakScore >= usableLimits.peakScore &&
    measured.forwardBackwardShare >= usableLimits.forwardBackwardShare &&
    measured.coverage >= usableLimits.coverage &&
    isScalePlausible &&
    isTurnPlausible
  return { outcome: isUsable ? 'check' : 'needs-landmarks', reasons }
}

/** Marks placed by hand are believed: the outcome is `aligned` when the check agrees, else `check`. */
export function decideByHand(
  measured: MeasuredAlignment,
  contradictions: readonly string[],
): { outcome: AlignmentOutcome; reasons: string[] } {
  const reasons = [...contradictions, ...weaknesses(measured)]
  return { outcome: reasons.length === 0 ? 'aligned' : 'check', reasons }
}

function weaknesses(measured: MeasuredAlignment): string[] {
  const reasons: string[] = []
  if (measured.peakScore < alignedLimits.peakScore) {
    reasons.push('Edges in the two photos agree hardly better here than a little to the side.')
  }
  if (measured.forwardBackwardShare < alignedLimits.forwardBackwardShare) {
    reasons.push('On most of the head the same spot wasn’t found again from the other photo.')
  }
  if (measured.coverage < alignedLimits.coverage) {
    reasons.push('Too little of the head shows detail that both photos have in common.')
  }
  return reasons
}
