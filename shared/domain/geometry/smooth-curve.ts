import { distance, type Point } from './points.ts'

/** Points closer than this are one: between them a curve has no direction. */
const coincidingPx = 0.01
const fewestSteps = 6
const mostSteps = 48

/**
 * A smooth curve through all of the points, in their order, as a chain of points about `spacingPx` apart: a centripetal Catmull–Rom spline (Yuksel, Schaefer and
 * Keyser 2011), which makes no loops and cusps between close points. A closed curve's first point isn't repeated at its end.
 */
export function smoothCurve(points: readonly Point[], isClosed: boolean, spacingPx = 6): Point[] {
  const nodes = withoutCoinciding(points, isClosed)
  const count = nodes.length
  if (count < 3) return [...nodes]
  const curve: Point[] = []
  for (let index = 0; index < (isClosed ? count : count - 1); index++) {
    const piece = pieceAfter(nodes, isClosed, index)
    const steps = Math.min(Math.max(Math.ceil(distance(piece[0], piece[3]) / spacingPx), fewestSteps), mostSteps)
    for (let step = 0; step < steps; step++) curve.push(bezierPoint(piece, step / steps))
  }
  if (!isClosed) curve.push(nodes[count - 1]!)
  return curve
}

/** Where the curve through the points is halfway between each of them and the next: one for each piece of it. */
export function middlesOfPieces(points: readonly Point[], isClosed: boolean): Point[] {
  const count = points.length
  const pieces = isClosed ? count : count - 1
  return Array.from({ length: Math.max(pieces, 0) }, (_, index) =>
    bezierPoint(pieceAfter(points, isClosed, index), 0.5),
  )
}

type Bezier = readonly [Point, Point, Point, Point]

/** The piece of the spline from the point with this index to the next. */
function pieceAfter(nodes: readonly Point[], isClosed: boolean, index: number): Bezier {
  const count = nodes.length
  const nodeAt = (at: number): Point => {
    if (isClosed) return nodes[(at + count) % count]!
    if (at < 0) return mirrored(nodes[1]!, nodes[0]!)
    return at < count ? nodes[at]! : mirrored(nodes[count - 2]!, nodes[count - 1]!)
  }
  return bezierOf(nodeAt(index - 1), nodeAt(index), nodeAt(index + 1), nodeAt(index + 2))
}

/** The piece of the spline between `p1` and `p2` as a cubic Bézier curve. */
function bezierOf(p0: Point, p1: Point, p2: Point, p3: Point): Bezier {
  const [before, here, after] = [distance(p0, p1), distance(p1, p2), distance(p2, p3)]
  return [p1, towards(p0, p1, p2, before, here), towards(p3, p2, p1, after, here), p2]
}

/** The control point beside `at` on the side of `next`; `before` and `here` are the distances to both neighbours. */
function towards(previous: Point, at: Point, next: Point, before: number, here: number): Point {
  const [rootBefore, rootHere] = [Math.sqrt(before), Math.sqrt(here)]
  const weight = 2 * before + 3 * rootBefore * rootHere + here
  const whole = 3 * rootBefore * (rootBefore + rootHere)
  if (!(whole > 0)) return at
  return {
    x: (before * next.x - here * previous.x + weight * at.x) / whole,
    y: (before * next.y - here * previous.y + weight * at.y) / whole,
  }
}

function bezierPoint([a, b, c, d]: Bezier, t: number): Point {
  const u = 1 - t
  const [wa, wb, wc, wd] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
  return { x: wa * a.x + wb * b.x + wc * c.x + wd * d.x, y: wa * a.y + wb * b.y + wc * c.y + wd * d.y }
}

function mirrored(point: Point, about: Point): Point {
  return { x: 2 * about.x - point.x, y: 2 * about.y - point.y }
}

function withoutCoinciding(points: readonly Point[], isClosed: boolean): Point[] {
  const kept: Point[] = []
  for (const point of points) {
    const last = kept.at(-1)
    if (!last || distance(last, point) > coincidingPx) kept.push(point)
  }
  if (isClosed && kept.length > 1 && distance(kept[0]!, kept.at(-1)!) <= coincidingPx) kept.pop()
  return kept
}
