import type { Point } from '../geometry/points.ts'
import type { Similarity } from '../geometry/transform.ts'
import type { FrameMap, LocalGrid } from './frame-map.ts'
import type { HeadFrame } from './head-frame.ts'

/**
 * Reference frame → moving frame as two quadratic polynomials: `x` and `y` hold the factors of 1, X, Y, X², XY, Y². Coordinates are half head widths from the
 * middle of the frame's head, on both sides, so that the same numbers hold at any frame size. A turned head bends about like this: its middle moves, its rim stays.
 */
export interface BentMap {
  readonly x: Float64Array
  readonly y: Float64Array
}

/** How many factors each polynomial has. */
export const bentTerms = 6
/** A head’s depth falls off as X² and, as heads are longer than wide, about this much of that as Y². */
export const lengthwiseShare = 0.4
const gridStrideShare = 0.02

/** The polynomials' terms at a place in half head widths. */
export function bentBasis(x: number, y: number, into: Float64Array): void {
  into[0] = 1
  into[1] = x
  into[2] = y
  into[3] = x * x
  into[4] = x * y
  into[5] = y * y
}

/** A similarity between two frames as a bent map without bend. */
export function bentFromSimilarity({ a, b, tx, ty }: Similarity, reference: HeadFrame, moving: HeadFrame): BentMap {
  const from = reference.ellipse
  const to = moving.ellipse
  const unitFrom = reference.headWidthPx / 2
  const unitTo = moving.headWidthPx / 2
  const scale = unitFrom / unitTo
  const x = (a * from.centreX - b * from.centreY + tx - to.centreX) / unitTo
  const y = (b * from.centreX + a * from.centreY + ty - to.centreY) / unitTo
  return {
    x: Float64Array.of(x, a * scale, -b * scale, 0, 0, 0),
    y: Float64Array.of(y, b * scale, a * scale, 0, 0, 0),
  }
}

/** The part of a bent map that turns, scales and moves, between two frames. */
export function similarityOfBent({ x, y }: BentMap, reference: HeadFrame, moving: HeadFrame): Similarity {
  const unitFrom = reference.headWidthPx / 2
  const unitTo = moving.headWidthPx / 2
  const a = ((x[1]! + y[2]!) / 2) * (unitTo / unitFrom)
  const b = ((y[1]! - x[2]!) / 2) * (unitTo / unitFrom)
  const { centreX, centreY } = reference.ellipse
  return {
    a,
    b,
    tx: moving.ellipse.centreX + unitTo * x[0]! - (a * centreX - b * centreY),
    ty: moving.ellipse.centreY + unitTo * y[0]! - (b * centreX + a * centreY),
  }
}

/** A bent map as a map between two frames: its similarity, and the bend on a grid, held constant beyond one and a half head widths from the middle. */
export function frameMapOfBent(bent: BentMap, reference: HeadFrame, moving: HeadFrame): FrameMap {
  const similarity = similarityOfBent(bent, reference, moving)
  const stridePx = Math.max(2, gridStrideShare * reference.headWidthPx)
  const columns = Math.ceil(reference.plane.widthPx / stridePx) + 1
  const rows = Math.ceil(reference.plane.heightPx / stridePx) + 1
  const u = new Float32Array(columns * rows)
  const v = new Float32Array(columns * rows)
  const local: LocalGrid = { columns, rows, originPx: 0, stridePx, u, v }
  for (let row = 0, i = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, i++) {
      const at = { x: column * stridePx, y: row * stridePx }
      const target = bentPoint(bent, at, reference, moving)
      u[i] = target.x - (similarity.a * at.x - similarity.b * at.y + similarity.tx)
      v[i] = target.y - (similarity.b * at.x + similarity.a * at.y + similarity.ty)
    }
  }
  return { similarity, local }
}

const terms = new Float64Array(bentTerms)

/** Where a point of the reference frame lies in the moving frame. */
export function bentPoint({ x, y }: BentMap, point: Point, reference: HeadFrame, moving: HeadFrame): Point {
  const unit = reference.headWidthPx / 2
  bentBasis((point.x - reference.ellipse.centreX) / unit, (point.y - reference.ellipse.centreY) / unit, terms)
  let u = 0
  let v = 0
  for (let k = 0; k < bentTerms; k++) {
    u += x[k]! * terms[k]!
    v += y[k]! * terms[k]!
  }
  const to = moving.headWidthPx / 2
  return { x: moving.ellipse.centreX + to * u, y: moving.ellipse.centreY + to * v }
}
