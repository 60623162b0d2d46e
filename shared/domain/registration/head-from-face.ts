import type { Point } from '../geometry/points.ts'
import type { HeadEllipse } from '../head.ts'
import type { FaceDetection } from './face-detection.ts'
import { facePose } from './face-pose.ts'
import type { HeadCore } from './head-core.ts'
import type { HeadExpectation } from './head-from-mask.ts'

/** Eyes to chin, in eyes to mouth, where no mesh sees the chin. */
const eyesToChinShare = 1.65
/** Half-diameters of a head and how far its middle lies behind the eyes, in eyes to chin, from the front and from the side (adults). */
const front = { halfHeight: 1.01, halfWidth: 0.71 }
const side = { halfHeight: 1.2, halfWidth: 1.0, behindEyes: 0.7 }
/** Seen from the side the long diameter runs from the chin to the upper back of the head. */
const sideLeanDegrees = 36
/** Seen from the side the mouth lies before the eyes: the line from the eyes to the mouth leans by this much. */
const mouthLeanDegrees = 19.5

/**
 * What is expected of a head whose face is seen: the ellipse passes through the chin, leans as the face does, and its size and place follow from the face's
 * size and turn (an ellipsoid seen from that side). `chin` is where the mesh sees it, if there is one.
 */
export function expectationFromFace(face: FaceDetection, chin: Point | undefined): HeadExpectation {
  const { yawDegrees, rollDegrees, eyesToMouth } = facePose(face)
  const turn = Math.sin((yawDegrees * Math.PI) / 180)
  const uprightDegrees = rollDegrees + mouthLeanDegrees * turn
  const radians = (uprightDegrees * Math.PI) / 180
  const eyes = { x: (face.rightEye.x + face.leftEye.x) / 2, y: (face.rightEye.y + face.leftEye.y) / 2 }
  const at = (acrossPx: number, downPx: number): Point => ({
    x: eyes.x + Math.cos(radians) * acrossPx - Math.sin(radians) * downPx,
    y: eyes.y + Math.sin(radians) * acrossPx + Math.cos(radians) * downPx,
  })
  const eyesToChin = chin
    ? (chin.y - eyes.y) * Math.cos(radians) - (chin.x - eyes.x) * Math.sin(radians)
    : eyesToChinShare * eyesToMouth
  const chinPoint = chin ?? at(0, eyesToChin)
  const turnSquare = turn * turn
  const halfHeight = (front.halfHeight + (side.halfHeight - front.halfHeight) * turnSquare) * eyesToChin
  const halfWidth = Math.sqrt(front.halfWidth ** 2 * (1 - turnSquare) + side.halfWidth ** 2 * turnSquare) * eyesToChin
  const leanDegrees = uprightDegrees - sideLeanDegrees * turn * Math.abs(turn)
  const starts = [-0.07, 0.07].flatMap((taller) =>
    [-0.05, 0.08].map((wider): HeadEllipse => {
      const centre = at(-turn * side.behindEyes * eyesToChin, -taller * halfHeight)
      return {
        centreX: centre.x,
        centreY: centre.y,
        radiusX: halfWidth * (1 + wider),
        radiusY: halfHeight * (1 + taller),
        angleDegrees: leanDegrees,
      }
    }),
  )
  const looseness = 1 + turnSquare
  const middle = at(-turn * side.behindEyes * eyesToChin, 0)
  const asideOf = ({ centreX, centreY }: HeadEllipse) =>
    (centreX - middle.x) * Math.cos(radians) + (centreY - middle.y) * Math.sin(radians)
  const penalty = (ellipse: HeadEllipse) =>
    0.04 *
    (((boundaryShare(ellipse, chinPoint) - 1) / (0.045 * looseness)) ** 2 +
      ((ellipse.angleDegrees - leanDegrees) / (7 * looseness)) ** 2 +
      (asideOf(ellipse) / (0.08 * looseness * halfWidth)) ** 2 +
      (Math.log(ellipse.radiusX / halfWidth) / 0.1) ** 2 +
      (Math.log(ellipse.radiusY / halfHeight) / 0.1) ** 2)
  return { starts, penalty }
}

/** Seen from the side, the head is this much longer than the widest circle in it, and that much wider. */
const profileShape = { halfHeight: 1.2, halfWidth: 1.01 }

/** What is expected of a head whose face is seen from the side: the person's core gives its size, the way from there to the chin its lean. */
export function expectationFromProfile(face: FaceDetection, core: HeadCore): HeadExpectation {
  const { yawDegrees, rollDegrees, eyesToMouth } = facePose(face)
  const turn = Math.sin((yawDegrees * Math.PI) / 180)
  const radians = ((rollDegrees + mouthLeanDegrees * turn) * Math.PI) / 180
  const eyesToChin = eyesToChinShare * eyesToMouth
  const toChin = {
    x: (face.rightEye.x + face.leftEye.x) / 2 - Math.sin(radians) * eyesToChin - core.x,
    y: (face.rightEye.y + face.leftEye.y) / 2 + Math.cos(radians) * eyesToChin - core.y,
  }
  const away = Math.hypot(toChin.x, toChin.y)
  const leanDegrees = (Math.atan2(-toChin.x, toChin.y) * 180) / Math.PI
  const starts = [0.95, 1.05].flatMap((size) =>
    [0.1, 0.22].map(
      (shift): HeadEllipse => ({
        centreX: core.x + (toChin.x / away) * shift * core.radius,
        centreY: core.y + (toChin.y / away) * shift * core.radius,
        radiusX: core.radius * profileShape.halfWidth * size,
        radiusY: core.radius * profileShape.halfHeight * size,
        angleDegrees: leanDegrees,
      }),
    ),
  )
  const penalty = ({ radiusX, radiusY, angleDegrees }: HeadEllipse) =>
    0.04 *
    (((angleDegrees - leanDegrees) / 8) ** 2 +
      (Math.log(radiusX / (core.radius * profileShape.halfWidth)) / 0.1) ** 2 +
      (Math.log(radiusY / (core.radius * profileShape.halfHeight)) / 0.08) ** 2)
  return { starts, penalty }
}

/** 1 on the ellipse's line, less inside, more outside. */
function boundaryShare({ centreX, centreY, radiusX, radiusY, angleDegrees }: HeadEllipse, point: Point): number {
  const radians = (angleDegrees * Math.PI) / 180
  const dx = point.x - centreX
  const dy = point.y - centreY
  const u = (Math.cos(radians) * dx + Math.sin(radians) * dy) / radiusX
  const v = (-Math.sin(radians) * dx + Math.cos(radians) * dy) / radiusY
  return Math.hypot(u, v)
}
