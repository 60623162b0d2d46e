import type { DrawnShape, ShapeOf } from './drawing.ts'
import type { Point } from './geometry/points.ts'
import { areaOf, isInPolygon } from './geometry/polygon.ts'
import { distanceToSegment } from './geometry/simplify-line.ts'
import { smoothCurve } from './geometry/smooth-curve.ts'

/** A shape as lines that can be painted, measured against and carried into another photo's frame, in pixels of a frame. */
export interface DrawnLines {
  readonly lines: readonly (readonly Point[])[]
  readonly isClosed: boolean
  /** How wide the line is in the frame's pixels; null: as wide as the screen likes. */
  readonly widthPx: number | null
  /** Where what is written to it stands. */
  readonly labelAt: Point
}

/** Corners of the polygon that stands for a circle: at a radius of 500 px it is off by 0.3 px at most. */
const circleCorners = 96

/** The lines of a shape. */
export function linesOf(shape: DrawnShape): DrawnLines {
  switch (shape.kind) {
    case 'zone':
      return drawn([outlineOf(shape)], true)
    case 'hairline':
      return drawn([smoothCurve(shape.line, false)], false)
    case 'arrow':
      return { ...drawn([[shape.from, shape.to]], false), labelAt: shape.from }
    case 'measure': {
      const middle = { x: (shape.from.x + shape.to.x) / 2, y: (shape.from.y + shape.to.y) / 2 }
      return { ...drawn([[shape.from, shape.to]], false), labelAt: middle }
    }
    case 'circle':
      return drawn([cornersOf(shape)], true)
    case 'text':
      return { lines: [], isClosed: false, widthPx: null, labelAt: shape.at }
    case 'brush':
      return {
        ...drawn(
          shape.strokes.map((stroke) => smoothCurve(stroke, false)),
          false,
        ),
        widthPx: shape.widthPx,
      }
  }
}

/** The closed curve that bounds a zone. */
export function outlineOf({ outline }: ShapeOf<'zone'>): Point[] {
  return smoothCurve(outline, true)
}

/** Area of a zone in square pixels of its photo. */
export function zoneAreaPx(zone: ShapeOf<'zone'>): number {
  return areaOf(outlineOf(zone))
}

/** Whether a point of its photo lies in a zone. */
export function isInZone(zone: ShapeOf<'zone'>, point: Point): boolean {
  return isInPolygon(outlineOf(zone), point)
}

/** How far a point is from a shape's lines, in pixels; where it has none, from the place of its text. */
export function distanceToLines({ lines, isClosed, widthPx, labelAt }: DrawnLines, point: Point): number {
  let nearest = lines.length === 0 ? Math.hypot(point.x - labelAt.x, point.y - labelAt.y) : Number.POSITIVE_INFINITY
  for (const line of lines) {
    const pieces = isClosed ? line.length : Math.max(line.length - 1, 1)
    for (let index = 0; index < pieces; index++) {
      const to = line[(index + 1) % line.length]!
      nearest = Math.min(nearest, distanceToSegment(point, line[index]!, to))
    }
  }
  return Math.max(nearest - (widthPx ?? 0) / 2, 0)
}

function drawn(lines: readonly (readonly Point[])[], isClosed: boolean): DrawnLines {
  return { lines, isClosed, widthPx: null, labelAt: topOf(lines.flat()) }
}

function topOf(points: readonly Point[]): Point {
  return points.reduce((top, point) => (point.y < top.y ? point : top))
}

function cornersOf({ centre, radiusPx }: ShapeOf<'circle'>): Point[] {
  return Array.from({ length: circleCorners }, (_, index) => {
    const angle = (2 * Math.PI * index) / circleCorners
    return { x: centre.x + radiusPx * Math.cos(angle), y: centre.y + radiusPx * Math.sin(angle) }
  })
}
