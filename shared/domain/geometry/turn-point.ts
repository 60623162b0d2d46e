import type { Point } from './points.ts'
import type { Size } from './viewport.ts'

/** Where a point lies once its picture (of `size` before) has been turned clockwise by so many quarters; negative numbers turn back. */
export function turnedPoint(point: Point, size: Size, quarters: number): Point {
  const { x, y } = point
  switch (((quarters % 4) + 4) % 4) {
    case 1:
      return { x: size.heightPx - 1 - y, y: x }
    case 2:
      return { x: size.widthPx - 1 - x, y: size.heightPx - 1 - y }
    case 3:
      return { x: y, y: size.widthPx - 1 - x }
    default:
      return point
  }
}
