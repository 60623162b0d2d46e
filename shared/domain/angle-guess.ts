import type { Angle } from './angle.ts'
import type { AngleMatch } from './angle-by-matching.ts'

/**
 * Which angle a photo seems to show. `angle` is null where no face tells it: top, crown, back and close crops look alike to a face detector.
 * `confidence` (0–1) is meant as the share of such guesses that are right. `faceYawDegrees` > 0: the client's own right side is seen.
 */
export interface AngleGuess {
  readonly angle: Angle | null
  readonly confidence: number
  readonly faceYawDegrees: number | null
  readonly hasFace: boolean
}

/** What of a face tells the angle: its turn, and how sure the detector is that it is a face (0–1). */
export interface FaceTurn {
  readonly yawDegrees: number
  readonly confidence: number
}

/** Limits between front, 45° and side view by the face's measured turn (see `facePose`). */
const leastDiagonalYawDegrees = 25
const leastSideYawDegrees = 68
/** A turn this far from the nearest limit is certain. */
const clearDegrees = 12
/** The detector's scores of what isn't a face end where those of faces begin. */
const doubtfulScore = 0.6
const certainScore = 0.8

/** The angle that a face's turn tells, with no face none. */
export function guessAngle(face: FaceTurn | undefined): AngleGuess {
  if (!face) return { angle: null, confidence: 0, faceYawDegrees: null, hasFace: false }
  const { yawDegrees } = face
  const turned = Math.abs(yawDegrees)
  const isRight = yawDegrees > 0
  const angle: Angle =
    turned < leastDiagonalYawDegrees
      ? 'front'
      : turned < leastSideYawDegrees
        ? isRight
          ? 'right-45'
          : 'left-45'
        : isRight
          ? 'right'
          : 'left'
  const fromLimit = Math.min(Math.abs(turned - leastDiagonalYawDegrees), Math.abs(turned - leastSideYawDegrees))
  const clearness = Math.min(1, fromLimit / clearDegrees)
  const isFace = Math.min(1, Math.max(0, (face.confidence - doubtfulScore) / (certainScore - doubtfulScore)))
  return {
    angle,
    confidence: 0.95 * (0.5 + 0.5 * clearness) * (0.6 + 0.4 * isFace),
    faceYawDegrees: yawDegrees,
    hasFace: true,
  }
}

/** A guess that is wrong more often than this isn't proposed. */
const leastConfidence = 0.7

/** An angle to propose, and what speaks for it. */
export interface ProposedAngle {
  readonly angle: Angle
  readonly from: 'face' | 'matching' | 'both'
}

/** True where the face alone tells the angle, so that nothing else need be asked. */
export function isToldByFace(guess: { readonly confidence: number } | null): boolean {
  return guess !== null && guess.confidence >= leastConfidence
}

/**
 * What the face and the likeness to sorted photos say together: a sure face decides alone; otherwise they confirm or contradict one another, as independent
 * evidence does. Null where they aren't sure enough.
 */
export function proposedAngle(
  face: { readonly angle: Angle; readonly confidence: number } | null,
  match: AngleMatch | null,
): ProposedAngle | null {
  if (face && isToldByFace(face)) return { angle: face.angle, from: 'face' }
  if (!match) return null
  const doubt = 1 - match.confidence
  if (face?.angle === match.angle)
    return doubt * (1 - face.confidence) <= 1 - leastConfidence ? { angle: match.angle, from: 'both' } : null
  const confidence = match.confidence * (1 - (face?.confidence ?? 0))
  return confidence >= leastConfidence ? { angle: match.angle, from: 'matching' } : null
}
