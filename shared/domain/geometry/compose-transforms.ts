import { sampleField } from './displacement-field.ts'
import type { Point } from './points.ts'
import { composeSimilarities, invertSimilarity, scaleOf } from './similarity.ts'
import { applySimilarity, displacementAt, type Transform, toMoving } from './transform.ts'
import type { Size } from './viewport.ts'

const mostRounds = 30
const closeEnoughPx = 1e-4

/**
 * Where a point of the moving photo lies in the reference: the inverse of `toMoving`, by fixed-point iteration. It converges because a local part of a few
 * per cent of the head's width that is smooth over a head's width is a contraction.
 */
export function toReference(transform: Transform, point: Point): Point {
  const back = invertSimilarity(transform.similarity)
  let found = applySimilarity(back, point)
  if (!transform.field) return found
  for (let round = 0; round < mostRounds; round++) {
    const local = displacementAt(transform.field, found)
    const next = applySimilarity(back, { x: point.x - local.x, y: point.y - local.y })
    const step = Math.hypot(next.x - found.x, next.y - found.y)
    found = next
    if (step < closeEnoughPx) break
  }
  return found
}

/** The transform from the moving photo's frame (of `movingSize`) into the reference's. */
export function invertTransform(transform: Transform, movingSize: Size): Transform {
  const similarity = invertSimilarity(transform.similarity)
  if (!transform.field) return { similarity, field: null }
  const spacingPx = transform.field.spacingPx * scaleOf(transform.similarity)
  return { similarity, field: localPart(similarity, movingSize, spacingPx, (point) => toReference(transform, point)) }
}

/** One transform after the other: `first` leads from A (of `size`) to B, `second` from B to C; the result from A to C. */
export function composeTransforms(first: Transform, second: Transform, size: Size): Transform {
  const similarity = composeSimilarities(second.similarity, first.similarity)
  if (!first.field && !second.field) return { similarity, field: null }
  const spacings = [first.field?.spacingPx, second.field && second.field.spacingPx / scaleOf(first.similarity)]
  const spacingPx = Math.min(...spacings.filter((spacing) => typeof spacing === 'number'))
  return {
    similarity,
    field: localPart(similarity, size, spacingPx, (point) => {
      const { x, y } = toMoving(first, point)
      return toMoving(second, { x, y })
    }),
  }
}

function localPart(similarity: Transform['similarity'], size: Size, spacingPx: number, map: (point: Point) => Point) {
  return sampleField(size, spacingPx, (point) => {
    const whole = map(point)
    const global = applySimilarity(similarity, point)
    return { x: whole.x - global.x, y: whole.y - global.y }
  })
}
