import type { AlignmentOutcome, AlignmentQuality } from '../alignment.ts'

/** What the decision looks at; shares are 0 to 1 of the head mask. */
export type MeasuredAlignment = Omit<AlignmentQuality, 'reasons'>

interface Limits {
  readonly peakScore: number
  readonly forwardBackwardShare: number
  readonly coverage: number
}

/** An automatic `aligned` needs all of these, and the evidence below. */
const alignedLimits: Limits = { peakScore: 0.03, forwardBackwardShare: 0.3, coverage: 0.2 }
/**
 * Peak score and forward–backward share together keep other heads and other angles out: sixty pairs of different persons photographed alike reached 0.233 in
 * `evidenceOf`, pairs of one angle of one head before, during and after a treatment had 0.53 and more.
 */
const leastEvidence = 0.27
/** After marks by hand nobody asks where it is, only whether the photos agree. */
const byHandLimits: Limits = { peakScore: 0.015, forwardBackwardShare: 0.35, coverage: 0.2 }
/** Below one of these an automatic alignment isn't worth looking at. */
const usableLimits: Limits = { peakScore: 0.015, forwardBackwardShare: 0.15, coverage: 0.1 }
const plausibleScale = [0.7, 1.4] as const
const plausibleRotationDegrees = 20
/** A peak score that is believed against all plausibility: the head was found badly, or really is turned a lot. */
const overwhelmingPeakScore = 0.2

/**
 * Decides from the check's figures alone what may be said about an automatic alignment, and says in plain words what speaks against `aligned`.
 * `relativeScale` compares the heads' widths as aligned with their widths as found; 1 where both say the same.
 */
export function decideAutomatic(
  measured: MeasuredAlignment,
  relativeScale: number,
): { outcome: AlignmentOutcome; reasons: string[] } {
  const reasons = withEvidence(weaknesses(measured, alignedLimits), measured)
  if (measured.peakScore < overwhelmingPeakScore) {
    if (relativeScale < plausibleScale[0] || relativeScale > plausibleScale[1]) {
      reasons.push('One head would have to be much larger than it looks in its photo.')
    }
    if (Math.abs(measured.rotationDegrees) > plausibleRotationDegrees) {
      reasons.push('The photo would have to be turned a lot.')
    }
  }
  if (reasons.length === 0) return { outcome: 'aligned', reasons }
  return { outcome: weaknesses(measured, usableLimits).length === 0 ? 'check' : 'needs-landmarks', reasons }
}

/** Marks placed by hand are believed: the outcome is `aligned` when the check agrees, else `check`. */
export function decideByHand(
  measured: MeasuredAlignment,
  contradictions: readonly string[],
): { outcome: AlignmentOutcome; reasons: string[] } {
  const reasons = withEvidence([...contradictions, ...weaknesses(measured, byHandLimits)], measured)
  return { outcome: reasons.length === 0 ? 'aligned' : 'check', reasons }
}

/** The reasons, or where there are none yet, that all evidence together is too little. */
function withEvidence(reasons: string[], measured: MeasuredAlignment): string[] {
  if (reasons.length > 0 || evidenceOf(measured) >= leastEvidence) return reasons
  return ['The photos agree too little to be sure that both show the same place.']
}

/** Edges that agree, and flow that comes back, each make up for some of the other. */
function evidenceOf({ peakScore, forwardBackwardShare }: MeasuredAlignment): number {
  return peakScore + 0.375 * forwardBackwardShare
}

function weaknesses(measured: MeasuredAlignment, limits: Limits): string[] {
  const reasons: string[] = []
  if (measured.peakScore < limits.peakScore) {
    reasons.push('Edges in the two photos agree hardly better here than a little to the side.')
  }
  if (measured.forwardBackwardShare < limits.forwardBackwardShare) {
    reasons.push('On most of the head the same spot wasn’t found again from the other photo.')
  }
  if (measured.coverage < limits.coverage) {
    reasons.push('Too little of the head shows detail that both photos have in common.')
  }
  return reasons
}
