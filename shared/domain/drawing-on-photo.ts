import { type Drawing, type DrawnShape, pointsOf, withPoints } from './drawing.ts'
import type { Point } from './geometry/points.ts'
import { turnedPoint } from './geometry/turn-point.ts'
import type { Size } from './geometry/viewport.ts'
import { type Photo, shownSize } from './photo.ts'
import type { PhotoScale } from './scale.ts'

type SizedPhoto = Pick<Photo, 'widthPx' | 'heightPx' | 'quarterTurns'>

/** A drawing's shape in the photo as it is shown, whatever turn it was drawn in. */
export function shownShape({ shape, quarterTurns }: Pick<Drawing, 'shape' | 'quarterTurns'>, photo: SizedPhoto) {
  return quarterTurns === photo.quarterTurns ? shape : withPoints(shape, turning(quarterTurns, photo))
}

/** A scale's line in the photo as it is shown. */
export function shownScale(scale: PhotoScale, photo: SizedPhoto): PhotoScale {
  if (scale.quarterTurns === photo.quarterTurns) return scale
  const turn = turning(scale.quarterTurns, photo)
  const [from, to] = [turn(scale.from), turn(scale.to)]
  return { ...scale, from, to, quarterTurns: photo.quarterTurns }
}

/** Whether every point lies on a picture of this size, its edge pixels’ outer edges included. */
export function areOn({ widthPx, heightPx }: Size, points: readonly Point[]): boolean {
  return points.every(({ x, y }) => x >= -0.5 && y >= -0.5 && x <= widthPx - 0.5 && y <= heightPx - 0.5)
}

/** The nearest place on a picture. */
export function nearestOn({ widthPx, heightPx }: Size, { x, y }: Point): Point {
  return { x: Math.min(Math.max(x, -0.5), widthPx - 0.5), y: Math.min(Math.max(y, -0.5), heightPx - 0.5) }
}

/** A shape moved by a distance, as far as all of its points stay on the picture. */
export function movedOn(size: Size, shape: DrawnShape, by: Point): DrawnShape {
  const points = pointsOf(shape)
  const x = within(
    by.x,
    points.map((point) => point.x),
    size.widthPx,
  )
  const y = within(
    by.y,
    points.map((point) => point.y),
    size.heightPx,
  )
  return withPoints(shape, (point) => ({ x: point.x + x, y: point.y + y }))
}

function within(by: number, places: readonly number[], length: number): number {
  return Math.min(Math.max(by, -0.5 - Math.min(...places)), length - 0.5 - Math.max(...places))
}

function turning(from: number, photo: SizedPhoto): (point: Point) => Point {
  const size = shownSize({ ...photo, quarterTurns: from })
  return (point) => turnedPoint(point, size, photo.quarterTurns - from)
}
