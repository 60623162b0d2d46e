import type { Point } from './points.ts'
import type { Similarity } from './transform.ts'

/** A point `from` that lies at `to` in the other frame; `weight` (default 1) is how much it counts. */
export interface PointPair {
  readonly from: Point
  readonly to: Point
  readonly weight?: number
}

/** Scale factor of a similarity. */
export function scaleOf({ a, b }: Similarity): number {
  return Math.hypot(a, b)
}

/** Rotation of a similarity in degrees, clockwise on the screen (y down), −180 to 180. */
export function rotationDegreesOf({ a, b }: Similarity): number {
  return (Math.atan2(b, a) * 180) / Math.PI
}

/** The similarity that scales and turns about `centre` and then moves `centre` to `target`. */
export function similarityAbout(centre: Point, target: Point, scale: number, rotationDegrees: number): Similarity {
  const angle = (rotationDegrees * Math.PI) / 180
  const a = scale * Math.cos(angle)
  const b = scale * Math.sin(angle)
  return { a, b, tx: target.x - (a * centre.x - b * centre.y), ty: target.y - (b * centre.x + a * centre.y) }
}

/** `outer` after `inner`. */
export function composeSimilarities(outer: Similarity, inner: Similarity): Similarity {
  return {
    a: outer.a * inner.a - outer.b * inner.b,
    b: outer.b * inner.a + outer.a * inner.b,
    tx: outer.a * inner.tx - outer.b * inner.ty + outer.tx,
    ty: outer.b * inner.tx + outer.a * inner.ty + outer.ty,
  }
}

/** The similarity that undoes this one; its scale must not be 0. */
export function invertSimilarity({ a, b, tx, ty }: Similarity): Similarity {
  const square = a * a + b * b
  return {
    a: a / square,
    b: -b / square,
    tx: -(a * tx + b * ty) / square,
    ty: (b * tx - a * ty) / square,
  }
}

/**
 * Weighted least-squares similarity (Umeyama 1991, without reflection). One pair gives a translation;
 * undefined without pairs, or where all `from` points coincide while the `to` points don't have to.
 */
export function fitSimilarity(pairs: readonly PointPair[]): Similarity | undefined {
  let sum = 0
  let fromX = 0
  let fromY = 0
  let toX = 0
  let toY = 0
  for (const { from, to, weight = 1 } of pairs) {
    sum += weight
    fromX += weight * from.x
    fromY += weight * from.y
    toX += weight * to.x
    toY += weight * to.y
  }
  if (!(sum > 0)) return undefined
  const centre = { x: fromX / sum, y: fromY / sum }
  const target = { x: toX / sum, y: toY / sum }
  if (pairs.length === 1) return { a: 1, b: 0, tx: target.x - centre.x, ty: target.y - centre.y }
  let along = 0
  let across = 0
  let spread = 0
  for (const { from, to, weight = 1 } of pairs) {
    const x = from.x - centre.x
    const y = from.y - centre.y
    const u = to.x - target.x
    const v = to.y - target.y
    along += weight * (x * u + y * v)
    across += weight * (x * v - y * u)
    spread += weight * (x * x + y * y)
  }
  if (!(spread > 1e-9 * sum)) return undefined
  const a = along / spread
  const b = across / spread
  if (!(Math.hypot(a, b) > 1e-9)) return undefined
  return { a, b, tx: target.x - (a * centre.x - b * centre.y), ty: target.y - (b * centre.x + a * centre.y) }
}
