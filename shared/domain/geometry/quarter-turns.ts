import type { Point } from './points.ts'

/** Quarters of a turn, clockwise. */
export type QuarterTurns = 0 | 1 | 2 | 3

/** A vector turned clockwise (y goes down). */
export function turned({ x, y }: Point, quarterTurns: QuarterTurns): Point {
  switch (quarterTurns) {
    case 0:
      return { x, y }
    case 1:
      return { x: -y, y: x }
    case 2:
      return { x: -x, y: -y }
    case 3:
      return { x: y, y: -x }
  }
}

/** A vector turned by as much the other way. */
export function turnedBack(vector: Point, quarterTurns: QuarterTurns): Point {
  return turned(vector, ((4 - quarterTurns) % 4) as QuarterTurns)
}
