import { z } from 'zod'
import type { Point } from '../geometry/points.ts'
import type { PictureView } from '../geometry/reference-view.ts'
import type { FaceDetection } from '../registration/face-detection.ts'
import { type FaceMesh, mostMeshYawDegrees } from '../registration/face-points.ts'
import { facePose } from '../registration/face-pose.ts'
import type { CoverPlace } from './cover-place.ts'

const coverPlaceSchema = z.object({
  centreX: z.number(),
  centreY: z.number(),
  halfWidth: z.number().positive(),
  halfHeight: z.number().positive(),
  angleDegrees: z.number(),
})

/** What covers the eyes of a face, and what covers the face, in upright full-size pixels of its photo. */
export const facePlacesSchema = z.object({ eyes: coverPlaceSchema, face: coverPlaceSchema })
export type FacePlaces = z.infer<typeof facePlacesSchema>

/** Corners of the eyes in the mesh: the client's own right eye, then the left one. */
const eyeCorners = [
  [33, 133],
  [362, 263],
] as const
/** The upper edge of both brows. */
const brows = [70, 63, 105, 66, 107, 336, 296, 334, 293, 300]

/**
 * Margins in units of a face: the distance of the eyes, or where the face is turned away what it is from the front. An outer corner of an eye is 0.23 from
 * the eye's middle (63 mm between the eyes, 30 mm an eye); 0.35 beyond it nobody knows the eyes by what is left.
 */
const besideEye = 0.6
const aboveEyes = 0.5
const belowEyes = 0.36
const aboveBrows = 0.12
const besideFace = 0.1
const belowChin = 0.12
/** From the eyes to the mouth, in the same unit. */
const eyesToMouthInUnits = 1.08
/** Of a face from the side, whose brows and chin nobody sees, from its eyes and its mouth. */
const browsAboveEyes = 0.5
const chinBelowMouth = 0.75

/**
 * Where covers lie over a face. The eyes: with the brows, along the line of the eyes. The face: from above the brows to below the chin, so that the hairline
 * stays free. By the mesh where it can follow the face, by the detector's coarse points where the face is seen from the side.
 */
export function placesOfFace(face: FaceDetection, mesh: FaceMesh | undefined): FacePlaces {
  const pose = facePose(face)
  const points = Math.abs(pose.yawDegrees) <= mostMeshYawDegrees ? mesh?.points : undefined
  const [right, left] = points ? eyesOfMesh(points) : [face.rightEye, face.leftEye]
  const eyesApart = Math.hypot(left.x - right.x, left.y - right.y)
  const unit = Math.max(eyesApart, pose.eyesToMouth / eyesToMouthInUnits)
  // from the side the line of the eyes is short and leads anywhere: the face's own upright is steadier
  const radians = points ? Math.atan2(left.y - right.y, left.x - right.x) : (pose.rollDegrees * Math.PI) / 180
  const turn = turnedBy(radians)
  const eyes = boxAround([right, left].map(turn.back), {
    beside: besideEye * unit,
    above: aboveEyes * unit,
    below: belowEyes * unit,
  })
  const seen = points
    ? {
        points: [...brows.map((index) => points[index]!), points[152]!, ...belowBrows(points, turn.back)],
        above: aboveBrows,
        below: belowChin,
      }
    : {
        points: [face.rightEye, face.leftEye, face.nose, face.mouth, ...nearEar(face, pose.yawDegrees)],
        above: browsAboveEyes,
        below: chinBelowMouth + belowChin,
      }
  const whole = boxAround(seen.points.map(turn.back), {
    beside: (points ? besideFace : 3 * besideFace) * unit,
    above: seen.above * unit,
    below: seen.below * unit,
  })
  // a face is never narrower than what covers its eyes
  const wide = { ...whole, left: Math.min(whole.left, eyes.left), right: Math.max(whole.right, eyes.right) }
  return { eyes: placeOf(eyes, radians, turn.forth), face: placeOf(wide, radians, turn.forth) }
}

/** The same places in the picture made `factor` times as large. */
export function scaledPlaces({ eyes, face }: FacePlaces, factor: number): FacePlaces {
  const scaled = (place: CoverPlace): CoverPlace => {
    return {
      centreX: (place.centreX + 0.5) * factor - 0.5,
      centreY: (place.centreY + 0.5) * factor - 0.5,
      halfWidth: place.halfWidth * factor,
      halfHeight: place.halfHeight * factor,
      angleDegrees: place.angleDegrees,
    }
  }
  return { eyes: scaled(eyes), face: scaled(face) }
}

/** Where a cover is laid for a hand to move it, where no face was found: in the middle of what is seen of the frame. */
export function placesToStartFrom({ centreX, centreY, scale, widthPx, heightPx }: PictureView): FacePlaces {
  const side = Math.min(widthPx, heightPx) / scale
  const middle = { centreX, centreY, angleDegrees: 0 }
  return {
    eyes: { ...middle, halfWidth: side * 0.2, halfHeight: side * 0.075 },
    face: { ...middle, halfWidth: side * 0.2, halfHeight: side * 0.25 },
  }
}

function eyesOfMesh(points: readonly Point[]): [Point, Point] {
  const [right, left] = eyeCorners.map(([one, other]) => middleOf(points[one]!, points[other]!))
  return [right!, left!]
}

/** The mesh reaches up to the hairline; what lies above the brows stays free. */
function belowBrows(points: readonly Point[], upright: (point: Point) => Point): Point[] {
  const top = Math.min(...brows.map((index) => upright(points[index]!).y))
  return points.filter((point) => upright(point).y > top)
}

/** From the side the face reaches to the ear that is seen. */
function nearEar(face: FaceDetection, yawDegrees: number): Point[] {
  if (Math.abs(yawDegrees) <= mostMeshYawDegrees) return []
  return [yawDegrees > 0 ? face.rightEar : face.leftEar]
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

function boxAround(points: readonly Point[], margin: { beside: number; above: number; below: number }): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  return {
    left: Math.min(...xs) - margin.beside,
    right: Math.max(...xs) + margin.beside,
    top: Math.min(...ys) - margin.above,
    bottom: Math.max(...ys) + margin.below,
  }
}

function placeOf({ left, right, top, bottom }: Box, radians: number, forth: (point: Point) => Point): CoverPlace {
  const { x, y } = forth({ x: (left + right) / 2, y: (top + bottom) / 2 })
  return {
    centreX: x,
    centreY: y,
    halfWidth: (right - left) / 2,
    halfHeight: (bottom - top) / 2,
    angleDegrees: (radians * 180) / Math.PI,
  }
}

/** Turns points by an angle, clockwise, and back. */
function turnedBy(radians: number) {
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  return {
    forth: ({ x, y }: Point): Point => ({ x: x * cos - y * sin, y: x * sin + y * cos }),
    back: ({ x, y }: Point): Point => ({ x: x * cos + y * sin, y: -x * sin + y * cos }),
  }
}

function middleOf(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}
