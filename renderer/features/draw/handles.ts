import { type DrawnShape, pointsOf } from '../../../shared/domain/drawing.ts'
import { movedOn, nearestOn } from '../../../shared/domain/drawing-on-photo.ts'
import { distance, type Point } from '../../../shared/domain/geometry/points.ts'
import { middlesOfPieces } from '../../../shared/domain/geometry/smooth-curve.ts'
import type { Size } from '../../../shared/domain/geometry/viewport.ts'

/** What a drawing is taken hold of by: one of its points (by place, from 0), the edge of a circle, or all of it. */
export type Handle =
  | { readonly kind: 'point'; readonly index: number }
  | { readonly kind: 'edge' }
  | { readonly kind: 'whole' }

export interface PlacedHandle {
  readonly handle: Handle
  readonly at: Point
}

/** A drawing's handles, in the photo's pixels. */
export function handlesOf(shape: DrawnShape): PlacedHandle[] {
  switch (shape.kind) {
    case 'circle':
      return [
        { handle: { kind: 'whole' }, at: shape.centre },
        { handle: { kind: 'edge' }, at: { x: shape.centre.x + shape.radiusPx, y: shape.centre.y } },
      ]
    case 'text':
      return [{ handle: { kind: 'whole' }, at: shape.at }]
    case 'brush':
      return [{ handle: { kind: 'whole' }, at: middleOf(pointsOf(shape)) }]
    default:
      return [
        ...pointsOf(shape).map((at, index): PlacedHandle => ({ handle: { kind: 'point', index }, at })),
        { handle: { kind: 'whole' }, at: middleOf(pointsOf(shape)) },
      ]
  }
}

/** A shape after one of its handles was moved to a place, as far as it stays on the picture. */
export function withHandleAt(shape: DrawnShape, handle: Handle, to: Point, size: Size): DrawnShape {
  if (handle.kind === 'whole') {
    const from = handlesOf(shape).find((placed) => placed.handle.kind === 'whole')?.at ?? to
    return movedOn(size, shape, { x: to.x - from.x, y: to.y - from.y })
  }
  if (handle.kind === 'edge')
    return shape.kind === 'circle' ? { ...shape, radiusPx: Math.max(distance(shape.centre, to), 1) } : shape
  return withPoint(shape, handle.index, nearestOn(size, to))
}

/** A shape with a point put between the one with this index and the next, on its line; unchanged for shapes of fixed points. */
export function withPointAfter(shape: DrawnShape, index: number): DrawnShape {
  if (shape.kind !== 'zone' && shape.kind !== 'hairline') return shape
  const points = pointsOf(shape)
  const middle = middlesOfPieces(points, shape.kind === 'zone')[index]
  return middle ? withLine(shape, [...points.slice(0, index + 1), middle, ...points.slice(index + 1)]) : shape
}

/** A shape without one of its points; undefined where it needs them all. */
export function withoutPoint(shape: DrawnShape, index: number): DrawnShape | undefined {
  if (shape.kind !== 'zone' && shape.kind !== 'hairline') return undefined
  const points = pointsOf(shape)
  const fewest = shape.kind === 'zone' ? 3 : 2
  return points.length > fewest
    ? withLine(
        shape,
        points.filter((_, place) => place !== index),
      )
    : undefined
}

/** Where points can be put in, on the line between every two. */
export function gapsOf(shape: DrawnShape): Point[] {
  if (shape.kind !== 'zone' && shape.kind !== 'hairline') return []
  return middlesOfPieces(pointsOf(shape), shape.kind === 'zone')
}

function withPoint(shape: DrawnShape, index: number, to: Point): DrawnShape {
  if (shape.kind === 'arrow' || shape.kind === 'measure') {
    const changed = index === 0 ? { ...shape, from: to } : { ...shape, to }
    return distance(changed.from, changed.to) > 0 ? changed : shape
  }
  if (shape.kind !== 'zone' && shape.kind !== 'hairline') return shape
  return withLine(
    shape,
    pointsOf(shape).map((point, place) => (place === index ? to : point)),
  )
}

function withLine(shape: Extract<DrawnShape, { kind: 'zone' | 'hairline' }>, points: readonly Point[]): DrawnShape {
  return shape.kind === 'zone' ? { ...shape, outline: [...points] } : { ...shape, line: [...points] }
}

function middleOf(points: readonly Point[]): Point {
  const [x, y] = (['x', 'y'] as const).map((axis) => {
    const values = points.map((point) => point[axis])
    return (Math.min(...values) + Math.max(...values)) / 2
  })
  return { x: x!, y: y! }
}
