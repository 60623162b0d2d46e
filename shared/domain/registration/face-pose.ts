import type { Point } from '../geometry/points.ts'
import type { FaceDetection } from './face-detection.ts'

/** How a face is turned. `yawDegrees` > 0: the nose points to the image's right, the client's own right side is seen. `rollDegrees` turns clockwise. */
export interface FacePose {
  readonly yawDegrees: number
  readonly rollDegrees: number
  /** Distance from the middle of the eyes to the mouth, in the unit of the points. */
  readonly eyesToMouth: number
}

/**
 * The pose of a face from the detector's six points: with the line from the eyes to the mouth upright, the nose moves away from the middle of the ears as
 * the head turns, and the ears come together. The factor makes both equal at 45° (fitted on a rendered head at known turns).
 */
export function facePose(face: FaceDetection): FacePose {
  const eyes = middleOf(face.rightEye, face.leftEye)
  const ears = middleOf(face.rightEar, face.leftEar)
  const down = { x: face.mouth.x - eyes.x, y: face.mouth.y - eyes.y }
  const eyesToMouth = Math.hypot(down.x, down.y)
  const acrossX = down.y / eyesToMouth
  const acrossY = -down.x / eyesToMouth
  const across = (from: Point, to: Point) => ((to.x - from.x) * acrossX + (to.y - from.y) * acrossY) / eyesToMouth
  const aside = across(ears, face.nose)
  const span = Math.abs(across(face.rightEar, face.leftEar))
  return {
    yawDegrees: (Math.atan2(aside, earSpanFactor * span) * 180) / Math.PI,
    rollDegrees: (Math.atan2(-down.x, down.y) * 180) / Math.PI,
    eyesToMouth,
  }
}

const earSpanFactor = 0.625

function middleOf(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}
