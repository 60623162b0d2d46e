import type { Point } from '../geometry/points.ts'
import type { Size } from '../geometry/viewport.ts'

/** A square window onto a frame: its middle shows (centreX, centreY); `scale` is its pixels per pixel of the frame. */
export interface SquareView {
  readonly centreX: number
  readonly centreY: number
  readonly scale: number
  readonly widthPx: number
  readonly heightPx: number
}

/** Skin around what is shown, as a share of its longer side. */
const marginShare = 0.07

/**
 * The square part of a frame around points (its pixels), drawn `sidePx` wide; all of the frame where there are no points. It is moved, not made smaller, where it would reach beyond the
 * frame.
 */
export function squareViewAround(points: readonly Point[], frame: Size, sidePx: number): SquareView {
  const shown = points.length > 0 ? points : cornersOf(frame)
  const [x, y] = [spanOf(shown.map((point) => point.x)), spanOf(shown.map((point) => point.y))]
  const margin = points.length > 0 ? 1 + 2 * marginShare : 1
  const side = Math.max(x.length, y.length, 1) * margin
  return {
    centreX: inside(x.middle, side, frame.widthPx),
    centreY: inside(y.middle, side, frame.heightPx),
    scale: sidePx / side,
    widthPx: sidePx,
    heightPx: sidePx,
  }
}

/** Where a point of the frame lies in a view, as shares of its width and height. */
export function shareInView({ centreX, centreY, scale, widthPx, heightPx }: SquareView, { x, y }: Point): Point {
  return { x: 0.5 + ((x - centreX) * scale) / widthPx, y: 0.5 + ((y - centreY) * scale) / heightPx }
}

function cornersOf({ widthPx, heightPx }: Size): Point[] {
  return [
    { x: -0.5, y: -0.5 },
    { x: widthPx - 0.5, y: heightPx - 0.5 },
  ]
}

function spanOf(values: readonly number[]): { middle: number; length: number } {
  const [least, most] = values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
  return { middle: (least + most) / 2, length: most - least }
}

/** Moves the middle of a side so that it lies in the frame; a side that is longer than the frame lies in its middle. */
function inside(middle: number, side: number, framePx: number): number {
  if (side >= framePx) return (framePx - 1) / 2
  return Math.min(Math.max(middle, side / 2 - 0.5), framePx - 0.5 - side / 2)
}
