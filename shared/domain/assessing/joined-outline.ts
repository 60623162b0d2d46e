import { outlineOf } from '../assessment/outline.ts'
import { distance, type Point } from '../geometry/points.ts'
import { isInPolygon } from '../geometry/polygon.ts'

/** Outlines are joined on a grid of so many cells across. */
const cellsAcross = 90
/** Where both don't touch, a bridge of this share of the smaller one's width joins them. */
const bridgeShare = 0.35

/** How far two outlines lie apart, beside the longer side of the larger: 0 where they touch. Patches are neighbours up to one such side. */
export function gapBetween(one: readonly Point[], other: readonly Point[]): number {
  const longest = Math.max(longestSideOf(one), longestSideOf(other))
  if (!(longest > 0)) return Number.POSITIVE_INFINITY
  if (one.some((point) => isInPolygon(other, point)) || other.some((point) => isInPolygon(one, point))) return 0
  const [from, to] = nearest(one, other)
  return distance(from, to) / longest
}

/** One outline around two patches: all of both, and a bridge between them where they don't touch. */
export function joinedOutline(one: readonly Point[], other: readonly Point[]): Point[] {
  const all = [...one, ...other]
  const [left, top] = [Math.min(...all.map(({ x }) => x)), Math.min(...all.map(({ y }) => y))]
  const step = longestSideOf(all) / cellsAcross
  const columns = cellsAcross + 3
  const [from, to] = nearest(one, other)
  const reach = Math.max(1.5 * step, (bridgeShare * Math.min(longestSideOf(one), longestSideOf(other))) / 2)
  const cells: number[] = []
  for (let row = 0; row < columns; row++) {
    for (let column = 0; column < columns; column++) {
      const point = { x: left + (column - 0.5) * step, y: top + (row - 0.5) * step }
      const isInside = isInPolygon(one, point) || isInPolygon(other, point) || distanceTo(point, from, to) <= reach
      if (isInside) cells.push(row * columns + column)
    }
  }
  return outlineOf(cells, columns).map(({ x, y }) => ({ x: left + (x - 1) * step, y: top + (y - 1) * step }))
}

function longestSideOf(outline: readonly Point[]): number {
  const [xs, ys] = [outline.map(({ x }) => x), outline.map(({ y }) => y)]
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys))
}

/** The corners of both that are nearest to each other. */
function nearest(one: readonly Point[], other: readonly Point[]): readonly [Point, Point] {
  let best: readonly [Point, Point] = [one[0]!, other[0]!]
  for (const a of one) for (const b of other) if (distance(a, b) < distance(...best)) best = [a, b]
  return best
}

function distanceTo(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const square = dx * dx + dy * dy
  const along = square > 0 ? Math.min(1, Math.max(0, ((point.x - from.x) * dx + (point.y - from.y) * dy) / square)) : 0
  return distance(point, { x: from.x + along * dx, y: from.y + along * dy })
}
