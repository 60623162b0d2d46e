import type { LandmarkPair } from '../../../shared/domain/alignment.ts'
import { isFolded } from '../../../shared/domain/geometry/folding.ts'
import { rigidPart, type Transform } from '../../../shared/domain/geometry/transform.ts'
import { transformFromLandmarks } from '../../../shared/domain/geometry/transform-from-landmarks.ts'
import type { Size } from '../../../shared/domain/geometry/viewport.ts'
import type { HeadEllipse } from '../../../shared/domain/head.ts'

/** What the marks alone make of the moving photo. */
export interface MarksPreview {
  readonly transform: Transform
  /** Bent by the marks the picture would fold over itself in the head, so `transform` only moves, turns and scales. */
  readonly isUnbent: boolean
}

/** The preview of complete pairs; `head` is the reference's. Undefined where they say nothing. */
export function previewOf(marks: readonly LandmarkPair[], frame: Size, head: HeadEllipse): MarksPreview | undefined {
  const transform = transformFromLandmarks(marks, frame)
  if (!transform) return undefined
  return isFolded(transform, head)
    ? { transform: rigidPart(transform), isUnbent: true }
    : { transform, isUnbent: false }
}
