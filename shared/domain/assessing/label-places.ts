import type { Point } from '../geometry/points.ts'

interface Labelled {
  readonly number: number
  readonly outline: readonly Point[]
}

const ways = [
  { x: 1, y: -1 },
  { x: -1, y: -1 },
  { x: 1, y: 1 },
  { x: -1, y: 1 },
] as const

/**
 * Where the numbers of patches stand so that none covers another or leaves the picture: at a corner of its patch, outside it; the upper right one if it is free. `radius`: of a number's plate;
 * `side`: of the square picture; all in the outlines' units.
 */
export function labelPlaces(patches: readonly Labelled[], radius: number, side: number): ReadonlyMap<number, Point> {
  const placed = new Map<number, Point>()
  for (const { number, outline } of patches) {
    const candidates = ways.map((way) => keptIn(cornerOf(outline, way, radius), radius, side))
    const isFree = (place: Point) =>
      [...placed.values()].every((other) => Math.hypot(other.x - place.x, other.y - place.y) >= 2 * radius)
    placed.set(number, candidates.find(isFree) ?? candidates[0]!)
  }
  return placed
}

function cornerOf(outline: readonly Point[], way: Point, radius: number): Point {
  const reach = ({ x, y }: Point) => x * way.x + y * way.y
  const corner = outline.reduce((best, point) => (reach(point) > reach(best) ? point : best))
  return { x: corner.x + way.x * radius, y: corner.y + way.y * radius }
}

function keptIn({ x, y }: Point, radius: number, side: number): Point {
  const kept = (value: number) => Math.min(Math.max(value, radius), side - radius)
  return { x: kept(x), y: kept(y) }
}
