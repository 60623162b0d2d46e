import type { Point } from '../geometry/points.ts'
import type { FaceDetection } from '../registration/face-detection.ts'
import type { FaceMesh } from '../registration/face-points.ts'
import { facePose } from '../registration/face-pose.ts'

/** A small round place on a face where no scalp treatment reaches; the same name is the same place on every photo of a person. */
export interface FacePlace extends Point {
  readonly name: string
  readonly radiusPx: number
}

/** Points of the mesh (Kartynnik et al. 2019) on bare skin: cheeks, the sides and the bridge of the nose, between and just above the brows. No eyes, lips, nostrils, beard. */
const meshPlaces = [
  // the client's right and left cheek
  ...[50, 101, 36, 205, 187, 123, 117, 118, 119, 100, 147, 116, 111, 142, 126],
  ...[280, 330, 266, 425, 411, 352, 346, 347, 348, 329, 376, 345, 340, 371, 355],
  // the nose and the brows' middle
  ...[6, 197, 195, 5, 168, 8, 9, 114, 343, 188, 412, 217, 437],
  // just above the brows
  ...[107, 336, 66, 296, 108, 337, 69, 299, 151],
]
/** Outermost points of both cheeks, whose distance is the face's width. */
const [rightSide, leftSide] = [234, 454]
const placeShareOfFace = 0.03
/** Beyond this turn of the face the far cheek is seen too slantwise. */
const mostYawForBothSides = 25

/** Where a cheek seen from the side is bare, between its eye, ear and mouth (barycentric); the beard begins below. */
const cheekPlaces = [
  [0.6, 0.2, 0.2],
  [0.5, 0.35, 0.15],
  [0.4, 0.45, 0.15],
  [0.5, 0.2, 0.3],
  [0.4, 0.3, 0.3],
  [0.3, 0.4, 0.3],
  [0.35, 0.2, 0.45],
  [0.25, 0.3, 0.45],
  [0.45, 0.1, 0.45],
  [0.55, 0.1, 0.35],
] as const
const placeShareOfProfile = 0.09

/** The places of a face that is seen from the front or from between (with its mesh) or from the side (without). */
export function facePlaces(face: FaceDetection, mesh: FaceMesh | undefined): FacePlace[] {
  return mesh ? placesOfMesh(mesh, facePose(face).yawDegrees) : placesOfProfile(face)
}

function placesOfMesh({ points }: FaceMesh, yawDegrees: number): FacePlace[] {
  const [right, left] = [points[rightSide]!, points[leftSide]!]
  const widthPx = Math.hypot(left.x - right.x, left.y - right.y) / Math.max(0.5, Math.cos((yawDegrees * Math.PI) / 180))
  const isSeen = (point: Point) => {
    if (Math.abs(yawDegrees) <= mostYawForBothSides) return true
    const along = ((point.x - right.x) * (left.x - right.x) + (point.y - right.y) * (left.y - right.y)) / widthPx ** 2
    // yaw > 0: the client's own right side is seen
    return yawDegrees > 0 ? along < 0.5 : along > 0.5
  }
  return meshPlaces.flatMap((index) => {
    const point = points[index]!
    return isSeen(point)
      ? [{ name: `mesh ${index}`, x: point.x, y: point.y, radiusPx: placeShareOfFace * widthPx }]
      : []
  })
}

function placesOfProfile(face: FaceDetection): FacePlace[] {
  const { yawDegrees, eyesToMouth } = facePose(face)
  const isRight = yawDegrees > 0
  const [eye, ear] = isRight ? [face.rightEye, face.rightEar] : [face.leftEye, face.leftEar]
  return cheekPlaces.map(([ofEye, ofEar, ofMouth], index) => ({
    name: `${isRight ? 'right' : 'left'} cheek ${index}`,
    x: ofEye * eye.x + ofEar * ear.x + ofMouth * face.mouth.x,
    y: ofEye * eye.y + ofEar * ear.y + ofMouth * face.mouth.y,
    radiusPx: placeShareOfProfile * eyesToMouth,
  }))
}
