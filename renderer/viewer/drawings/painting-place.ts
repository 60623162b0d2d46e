import type { Point } from '../../../shared/domain/geometry/points.ts'
import { type QuarterTurns, turned } from '../../../shared/domain/geometry/quarter-turns.ts'
import type { Size } from '../../../shared/domain/geometry/viewport.ts'

/** How a frame lies on what is painted on: the frame's origin at `origin`, its pixels `scale` large, turned clockwise about it. `lineScale` is how wide a line of one pixel becomes. */
export interface PaintingPlace {
  readonly size: Size
  readonly scale: number
  readonly quarterTurns: QuarterTurns
  readonly origin: Point
  readonly lineScale: number
}

/** Where a point of the frame lies on what is painted on. */
export function toOutput({ scale, quarterTurns, origin }: PaintingPlace, point: Point): Point {
  const { x, y } = turned(point, quarterTurns)
  return { x: x * scale + origin.x, y: y * scale + origin.y }
}
