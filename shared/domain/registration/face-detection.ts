import type { Point } from '../geometry/points.ts'

/** What the face detector sees: a box and six points in its square input, all in shares of the input's side (0–1), and a score of 0–1. */
export interface FaceDetection {
  readonly score: number
  readonly centre: Point
  readonly width: number
  readonly height: number
  /** "Right" and "left" are the client's own. */
  readonly rightEye: Point
  readonly leftEye: Point
  readonly nose: Point
  readonly mouth: Point
  readonly rightEar: Point
  readonly leftEar: Point
}

/** Side of the detector's input. Its output has a row of 17 numbers per anchor: score (logit), box (centre, size), six points. */
export const faceDetectorSidePx = 128
const rowLength = 17

/** Centres of the 896 anchors (shares of the side): two a cell of 16 × 16, then six a cell of 8 × 8 (BlazeFace, Bazarevsky et al. 2019, short range). */
const anchors: readonly Point[] = [
  { cells: 16, each: 2 },
  { cells: 8, each: 6 },
].flatMap(({ cells, each }) =>
  Array.from({ length: cells * cells * each }, (_, i) => {
    const cell = Math.floor(i / each)
    return { x: ((cell % cells) + 0.5) / cells, y: (Math.floor(cell / cells) + 0.5) / cells }
  }),
)

/** Reads the detector's output (896 × 17): faces that score at least `leastScore`, overlapping ones blended, best first. */
export function decodeFaces(output: Float32Array, leastScore: number): FaceDetection[] {
  const found: FaceDetection[] = []
  for (const [index, anchor] of anchors.entries()) {
    const row = output.subarray(index * rowLength, (index + 1) * rowLength)
    const score = 1 / (1 + Math.exp(-row[0]!))
    if (score < leastScore) continue
    const point = (at: number): Point => ({
      x: anchor.x + row[at]! / faceDetectorSidePx,
      y: anchor.y + row[at + 1]! / faceDetectorSidePx,
    })
    found.push({
      score,
      centre: point(1),
      width: row[3]! / faceDetectorSidePx,
      height: row[4]! / faceDetectorSidePx,
      rightEye: point(5),
      leftEye: point(7),
      nose: point(9),
      mouth: point(11),
      rightEar: point(13),
      leftEar: point(15),
    })
  }
  return blendOverlapping(found)
}

const sameFaceOverlap = 0.3

/** Non-maximum suppression that blends: each best face becomes the mean, weighted by score, of those that overlap it. */
export function blendOverlapping(faces: readonly FaceDetection[]): FaceDetection[] {
  let rest = [...faces].sort((a, b) => b.score - a.score)
  const kept: FaceDetection[] = []
  while (rest[0]) {
    const best = rest[0]
    const same = rest.filter((face) => face === best || overlapOf(best, face) > sameFaceOverlap)
    rest = rest.filter((face) => !same.includes(face))
    const total = same.reduce((sum, face) => sum + face.score, 0)
    const mean = (read: (face: FaceDetection) => number) =>
      same.reduce((sum, face) => sum + face.score * read(face), 0) / total
    const point = (read: (face: FaceDetection) => Point): Point => ({
      x: mean((face) => read(face).x),
      y: mean((face) => read(face).y),
    })
    kept.push({
      score: best.score,
      centre: point((face) => face.centre),
      width: mean((face) => face.width),
      height: mean((face) => face.height),
      rightEye: point((face) => face.rightEye),
      leftEye: point((face) => face.leftEye),
      nose: point((face) => face.nose),
      mouth: point((face) => face.mouth),
      rightEar: point((face) => face.rightEar),
      leftEar: point((face) => face.leftEar),
    })
  }
  return kept
}

/** Intersection over union of two faces' boxes. */
function overlapOf(a: FaceDetection, b: FaceDetection): number {
  const shared = (centreA: number, sizeA: number, centreB: number, sizeB: number) =>
    Math.max(0, Math.min(centreA + sizeA / 2, centreB + sizeB / 2) - Math.max(centreA - sizeA / 2, centreB - sizeB / 2))
  const both = shared(a.centre.x, a.width, b.centre.x, b.width) * shared(a.centre.y, a.height, b.centre.y, b.height)
  return both / (a.width * a.height + b.width * b.height - both)
}

/** The same face with every point moved by `move`, whose scale is `scale`. */
export function movedFace(face: FaceDetection, move: (point: Point) => Point, scale: number): FaceDetection {
  return {
    score: face.score,
    centre: move(face.centre),
    width: face.width * scale,
    height: face.height * scale,
    rightEye: move(face.rightEye),
    leftEye: move(face.leftEye),
    nose: move(face.nose),
    mouth: move(face.mouth),
    rightEar: move(face.rightEar),
    leftEar: move(face.leftEar),
  }
}
