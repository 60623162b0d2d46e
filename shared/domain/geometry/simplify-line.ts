import { distance, type Point } from './points.ts'

/**
 * The fewest points of a line that keep within `tolerancePx` of all of it (Ramer 1972, Douglas and Peucker 1973): always the first and the last, the others
 * in their order.
 */
export function simplifiedLine(points: readonly Point[], tolerancePx: number): Point[] {
  if (points.length < 3) return [...points]
  const isKept = new Uint8Array(points.length)
  isKept[0] = isKept[points.length - 1] = 1
  const open: [number, number][] = [[0, points.length - 1]]
  for (let span = open.pop(); span; span = open.pop()) {
    const [first, last] = span
    let farthest = tolerancePx
    let at = -1
    for (let index = first + 1; index < last; index++) {
      const away = distanceToSegment(points[index]!, points[first]!, points[last]!)
      if (away > farthest) {
        farthest = away
        at = index
      }
    }
    if (at < 0) continue
    isKept[at] = 1
    open.push([first, at], [at, last])
  }
  return points.filter((_, index) => isKept[index])
}

/** A line of no more than `most` points: simplified within the tolerance, and further as long as there are too many. */
export function simplifiedTo(points: readonly Point[], tolerancePx: number, most: number): Point[] {
  let tolerance = tolerancePx
  let line = simplifiedLine(points, tolerance)
  while (line.length > most && line.length > 2) {
    tolerance = tolerance > 0 ? tolerance * 1.5 : 1
    line = simplifiedLine(points, tolerance)
  }
  return line
}

/** How far a point is from a straight piece of a line. */
export function distanceToSegment(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const square = dx * dx + dy * dy
  if (square === 0) return distance(point, from)
  const along = Math.min(Math.max(((point.x - from.x) * dx + (point.y - from.y) * dy) / square, 0), 1)
  return Math.hypot(from.x + along * dx - point.x, from.y + along * dy - point.y)
}
