import type { HeadEllipse } from '../head.ts'
import { pointsInside } from './points-inside.ts'
import { scaleOf } from './similarity.ts'
import { type DisplacementField, type Transform, toMoving } from './transform.ts'

/** Places looked at, and the width of the differences there, in cells of the field: what it draws between its nodes is smooth. */
const stepCells = 1
const differenceCells = 0.5

/**
 * How much of the rigidly aligned moving photo's area a spot of the head shows (the Jacobian determinant of the transform over that of its similarity), at
 * the spot where that is least. 1 without a local part, below 1 where the photo is stretched; 0 and below where it folds over itself.
 */
export function leastAreaShare(transform: Transform, head: HeadEllipse): number {
  const { field } = transform
  if (!field) return 1
  let least = Number.POSITIVE_INFINITY
  for (const { x, y } of pointsInside(head, stepCells * field.spacingPx))
    least = Math.min(least, jacobianAt(transform, field, x, y))
  return least / scaleOf(transform.similarity) ** 2
}

/** Whether a transform shows a part of the moving photo twice, mirrored, somewhere in the head. */
export function isFolded(transform: Transform, head: HeadEllipse): boolean {
  return leastAreaShare(transform, head) <= 0
}

function jacobianAt(transform: Transform, { spacingPx }: DisplacementField, x: number, y: number): number {
  const half = (differenceCells * spacingPx) / 2
  const [left, right] = [toMoving(transform, { x: x - half, y }), toMoving(transform, { x: x + half, y })]
  const [above, below] = [toMoving(transform, { x, y: y - half }), toMoving(transform, { x, y: y + half })]
  const area = (right.x - left.x) * (below.y - above.y) - (right.y - left.y) * (below.x - above.x)
  return area / (2 * half) ** 2
}
