import type { Point } from '../../shared/domain/geometry/points.ts'
import type { Similarity } from '../../shared/domain/geometry/transform.ts'
import { applySimilarity } from '../../shared/domain/geometry/transform.ts'
import {
  decodeFaces,
  type FaceDetection,
  faceDetectorSidePx,
  movedFace,
} from '../../shared/domain/registration/face-detection.ts'
import {
  type FaceMesh,
  type FacePoints,
  facePointsFrom,
  meshPointCount,
  mostMeshYawDegrees,
} from '../../shared/domain/registration/face-points.ts'
import { facePose } from '../../shared/domain/registration/face-pose.ts'
import { cutPatch, patchPlace } from '../../shared/domain/registration/rgb-patch.ts'
import { runNetwork } from './neural-networks.ts'
import type { Pixels } from './pixels.ts'

/** Below this the detector sees faces in backs and tops of heads. */
const leastFaceScore = 0.62
/** From here a face is believed without the mesh. */
const certainFaceScore = 0.8
const meshSidePx = 192
/** The mesh wants its face this much smaller than its input. */
const meshMargin = 1.5

/** Finds the landmarks of the most certain face, in upright full-size pixels. Undefined where no face is seen: from behind, from above, cut off at the eyes. */
export async function facePointsOf(pixels: Pixels): Promise<FacePoints | undefined> {
  const seen = await faceIn(pixels)
  if (!seen) return undefined
  const mesh = seen.mesh && (await steadied(pixels, seen.mesh))
  const factor = pixels.fullWidthPx / pixels.widthPx
  const move = ({ x, y }: Point) => ({ x: (x + 0.5) * factor - 0.5, y: (y + 0.5) * factor - 0.5 })
  return facePointsFrom(movedFace(seen.face, move, factor), mesh && { ...mesh, points: mesh.points.map(move) })
}

/** A face in the given pixels: what the detector sees, and the mesh unless the face is turned to the side. */
export interface SeenFace {
  readonly face: FaceDetection
  readonly mesh: FaceMesh | undefined
}

/**
 * The most certain face in the given pixels: looked for in the whole picture, then again close up. What isn't quite certain must be confirmed by the mesh,
 * unless it is turned to the side, where there is none.
 */
export async function faceIn(pixels: Pixels): Promise<SeenFace | undefined> {
  const whole = Math.max(pixels.widthPx, pixels.heightPx)
  const middle = { x: (pixels.widthPx - 1) / 2, y: (pixels.heightPx - 1) / 2 }
  const first = await detect(pixels, patchPlace(middle, whole, 0, faceDetectorSidePx), 0.4)
  if (!first) return undefined
  const side = 2.2 * Math.max(first.width, first.height)
  const closer = patchPlace(first.centre, side, facePose(first).rollDegrees, faceDetectorSidePx)
  const face = (await detect(pixels, closer, leastFaceScore)) ?? first
  if (face.score < leastFaceScore) return undefined
  if (!isSeenFromTheFront(face)) return { face, mesh: undefined }
  const rough = await meshIn(pixels, placeOf(face))
  if (rough.confidence < leastMeshConfidence) {
    return face.score < certainFaceScore ? undefined : { face, mesh: undefined }
  }
  return { face, mesh: await meshIn(pixels, placeAround(rough, 1, 0)) }
}

/** True for a face turned so little that the mesh can follow it. */
export function isSeenFromTheFront(face: FaceDetection): boolean {
  return Math.abs(facePose(face).yawDegrees) <= mostMeshYawDegrees
}

async function detect(pixels: Pixels, place: Similarity, leastScore: number): Promise<FaceDetection | undefined> {
  const patch = cutPatch(pixels, place, faceDetectorSidePx).map((value) => value / 127.5 - 1)
  const [output] = await runNetwork('facemesh-detection-short', patch, faceDetectorSidePx, ['Identity:0'])
  const [face] = decodeFaces(output!, leastScore)
  const move = (point: Point) =>
    applySimilarity(place, { x: point.x * faceDetectorSidePx - 0.5, y: point.y * faceDetectorSidePx - 0.5 })
  return face && movedFace(face, move, Math.hypot(place.a, place.b) * faceDetectorSidePx)
}

/**
 * The face mesh, steadied: the first one is biased by the face's turn and size, so the face is cut anew along its own eye line and height, a little
 * differently each time, and the results are averaged.
 */
async function steadied(pixels: Pixels, mesh: FaceMesh): Promise<FaceMesh> {
  const passes: FaceMesh[] = []
  for (const [scale, turn] of steadyingPasses) passes.push(await meshIn(pixels, placeAround(mesh, scale, turn)))
  const mean = (read: (pass: FaceMesh) => number) => passes.reduce((sum, pass) => sum + read(pass), 0) / passes.length
  const points = mesh.points.map((_, i) => ({
    x: mean((pass) => pass.points[i]!.x),
    y: mean((pass) => pass.points[i]!.y),
  }))
  return { points, confidence: mean((pass) => pass.confidence) }
}

function placeOf(face: FaceDetection): Similarity {
  const side = meshMargin * Math.max(face.width, face.height)
  return patchPlace(face.centre, side, facePose(face).rollDegrees, meshSidePx)
}

const leastMeshConfidence = 0.5
/** Scale and turn (degrees) of each repeated cut. */
const steadyingPasses: readonly (readonly [number, number])[] = [
  [1, 0],
  [0.94, -3],
  [1.06, 3],
  [0.94, 3],
  [1.06, -3],
]

/** Where to cut for the mesh: along the eye line, around the middle of the mesh, sized by its height. */
function placeAround(mesh: FaceMesh, scale: number, turnDegrees: number): Similarity {
  const right = mesh.points[33]!
  const left = mesh.points[263]!
  const top = mesh.points[10]!
  const chin = mesh.points[152]!
  const radians = Math.atan2(left.y - right.y, left.x - right.x)
  const xs = mesh.points.map(({ x, y }) => x * Math.cos(radians) + y * Math.sin(radians))
  const ys = mesh.points.map(({ x, y }) => -x * Math.sin(radians) + y * Math.cos(radians))
  const u = (Math.min(...xs) + Math.max(...xs)) / 2
  const v = (Math.min(...ys) + Math.max(...ys)) / 2
  const centre = {
    x: u * Math.cos(radians) - v * Math.sin(radians),
    y: u * Math.sin(radians) + v * Math.cos(radians),
  }
  const height = Math.hypot(top.x - chin.x, top.y - chin.y)
  return patchPlace(centre, meshMargin * height * scale, (radians * 180) / Math.PI + turnDegrees, meshSidePx)
}

async function meshIn(pixels: Pixels, place: Similarity): Promise<FaceMesh> {
  const patch = cutPatch(pixels, place, meshSidePx).map((value) => value / 255)
  const [mesh, flag] = await runNetwork('facemesh', patch, meshSidePx, ['Identity_2:0', 'Identity_1:0'])
  const points = Array.from({ length: meshPointCount }, (_, i) =>
    applySimilarity(place, { x: mesh![3 * i]! - 0.5, y: mesh![3 * i + 1]! - 0.5 }),
  )
  return { points, confidence: flag![0]! }
}
