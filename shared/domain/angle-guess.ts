import type { Angle } from './angle.ts'

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
