import type { Point } from '../geometry/points.ts'
import type { FaceDetection } from './face-detection.ts'
import { facePose } from './face-pose.ts'

/** Landmarks that a treatment of the scalp doesn't move. "Right" and "left" are the client's own. */
export const facePointNames = [
  'right-eye-outer',
  'right-eye-inner',
  'left-eye-inner',
  'left-eye-outer',
  'nose-bridge',
  'nose-tip',
  'nose-base',
  'right-nostril',
  'left-nostril',
  'right-mouth-corner',
  'left-mouth-corner',
  'chin',
  'right-ear',
  'left-ear',
] as const
export type FacePointName = (typeof facePointNames)[number]

/** A landmark in upright full-size pixels; `confidence` 0–1 says how much its place can be trusted. */
export interface FacePoint extends Point {
  readonly name: FacePointName
  readonly confidence: number
}

/** A face: its landmarks (upright full-size pixels), its turn as of `facePose`, and how sure the detector is (0–1). */
export interface FacePoints {
  readonly points: readonly FacePoint[]
  readonly yawDegrees: number
  readonly rollDegrees: number
  readonly confidence: number
  /** Distance from the middle of the eyes to the mouth, in full-size pixels. */
  readonly eyesToMouthPx: number
}

/** The face mesh: 468 points (Kartynnik et al. 2019) in upright full-size pixels, and how sure the network is that it sees a face (0–1). */
export interface FaceMesh {
  readonly points: readonly Point[]
  readonly confidence: number
}

export const meshPointCount = 468

/** Landmarks of the mesh by their place in it, with how steady they are: expressions move mouth and chin. The mesh has no ears. */
const meshLandmarks: readonly (readonly [FacePointName, index: number, steadiness: number])[] = [
  ['right-eye-outer', 33, 1],
  ['right-eye-inner', 133, 1],
  ['left-eye-inner', 362, 1],
  ['left-eye-outer', 263, 1],
  ['nose-bridge', 168, 1],
  ['nose-tip', 4, 0.9],
  ['nose-base', 2, 0.8],
  ['right-nostril', 98, 0.7],
  ['left-nostril', 327, 0.7],
  ['right-mouth-corner', 61, 0.4],
  ['left-mouth-corner', 291, 0.4],
  ['chin', 152, 0.3],
]
/** Beyond this turn (by the detector's points) the mesh makes up the far side of the face. */
export const mostMeshYawDegrees = 60

/** The landmarks of a face (upright full-size pixels): from the mesh where it can be trusted, otherwise the detector's own coarse points. */
export function facePointsFrom(face: FaceDetection, mesh: FaceMesh | undefined): FacePoints {
  const { yawDegrees, rollDegrees, eyesToMouth } = facePose(face)
  const near = (isRightSide: boolean) => {
    const away = isRightSide ? -yawDegrees : yawDegrees
    return away <= 20 ? 1 : Math.max(0.1, 1 - (away - 20) / 35)
  }
  const sideOf = (name: FacePointName) =>
    name.startsWith('right-') ? near(true) : name.startsWith('left-') ? near(false) : 1
  const isMeshGood = mesh !== undefined && Math.abs(yawDegrees) <= mostMeshYawDegrees
  const inner = isMeshGood
    ? meshLandmarks.map(([name, index, steadiness]) => ({
        name,
        ...mesh.points[index]!,
        confidence: steadiness * mesh.confidence * sideOf(name),
      }))
    : [{ name: 'nose-tip' as const, ...face.nose, confidence: coarse * face.score }]
  const ears = [
    { name: 'right-ear' as const, ...face.rightEar, confidence: coarse * face.score * near(true) },
    { name: 'left-ear' as const, ...face.leftEar, confidence: coarse * face.score * near(false) },
  ]
  return { points: [...inner, ...ears], yawDegrees, rollDegrees, confidence: face.score, eyesToMouthPx: eyesToMouth }
}

/** The detector's points lie within about 5–8 % of the distance of the eyes. */
const coarse = 0.35
