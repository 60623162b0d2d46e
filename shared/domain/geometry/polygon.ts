import type { Point } from './points.ts'

/** Area of a polygon in square pixels (the shoelace formula); its last point is joined to the first. */
export function areaOf(polygon: readonly Point[]): number {
  let twice = 0
  for (const [index, { x, y }] of polygon.entries()) {
    const next = polygon[(index + 1) % polygon.length]!
    twice += x * next.y - next.x * y
  }
  return Math.abs(twice) / 2
}

/** Whether a point lies inside a polygon (the even–odd rule). */
export function isInPolygon(polygon: readonly Point[], { x, y }: Point): boolean {
  let isInside = false
  for (const [index, a] of polygon.entries()) {
    const b = polygon[(index + 1) % polygon.length]!
    if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) isInside = !isInside
  }
  return isInside
}
