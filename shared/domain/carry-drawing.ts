import { type Alignment, pairKeyOf } from './alignment.ts'
import type { DrawnLines } from './drawn-lines.ts'
import { toReference } from './geometry/compose-transforms.ts'
import { distance, type Point } from './geometry/points.ts'
import { toMoving } from './geometry/transform.ts'
import type { PhotoId } from './ids.ts'
import type { Photo } from './photo.ts'

/** Where a point of one photo's frame lies in another's. */
export type Carrier = (point: Point) => Point

type Carried = Pick<Photo, 'photoId' | 'quarterTurns'>
type Known = Pick<Alignment, 'pairKey' | 'referenceId' | 'movingId' | 'outcome' | 'transform'>

/** A way over alignments that must be looked at counts as long as this many confirmed ones. */
const doubtfulSteps = 4

/**
 * For every photo from which a way of alignments leads to the target photo: how its points are carried into the target's frame. The way may go through other
 * photos and each alignment in either direction; it is the shortest, and goes round alignments that aren't confirmed where that isn't much longer.
 * Alignments of other turns of the photos don't count.
 */
export function carriersInto(
  target: Carried,
  photos: readonly Carried[],
  alignments: readonly Known[],
): ReadonlyMap<PhotoId, Carrier> {
  const byId = new Map(photos.map((photo) => [photo.photoId, photo]))
  const steps = alignments.flatMap((alignment) => stepsOf(alignment, byId))
  const found = new Map<PhotoId, { carry: Carrier; length: number }>([
    [target.photoId, { carry: (point) => point, length: 0 }],
  ])
  // every round finds all shortest ways of one step more; there are never more steps than photos
  for (let round = 0, isChanged = true; isChanged && round < photos.length; round++) {
    isChanged = false
    for (const { from, to, length, carry } of steps) {
      const onward = found.get(to)
      const whole = (onward?.length ?? Number.POSITIVE_INFINITY) + length
      if (!onward || whole >= (found.get(from)?.length ?? Number.POSITIVE_INFINITY)) continue
      found.set(from, { carry: (point) => onward.carry(carry(point)), length: whole })
      isChanged = true
    }
  }
  return new Map([...found].map(([photoId, { carry }]) => [photoId, carry]))
}

/** Lines carried into another frame; widths grow as lengths do where the drawing lies. */
export function carriedLines(drawn: DrawnLines, carry: Carrier): DrawnLines {
  const { widthPx, labelAt } = drawn
  return {
    lines: drawn.lines.map((line) => line.map(carry)),
    isClosed: drawn.isClosed,
    widthPx: widthPx && widthPx * growthAt(carry, labelAt, widthPx),
    labelAt: carry(labelAt),
  }
}

/** How many times longer a short line at a point becomes. */
function growthAt(carry: Carrier, { x, y }: Point, lengthPx: number): number {
  const along = distance(carry({ x: x - lengthPx, y }), carry({ x: x + lengthPx, y }))
  const down = distance(carry({ x, y: y - lengthPx }), carry({ x, y: y + lengthPx }))
  return (along + down) / (4 * lengthPx)
}

interface Step {
  readonly from: PhotoId
  readonly to: PhotoId
  readonly length: number
  readonly carry: Carrier
}

function stepsOf({ pairKey, referenceId, movingId, outcome, transform }: Known, photos: ReadonlyMap<PhotoId, Carried>) {
  const [reference, moving] = [photos.get(referenceId), photos.get(movingId)]
  if (!transform || !reference || !moving || pairKeyOf(reference, moving) !== pairKey) return []
  const length = outcome === 'aligned' ? 1 : doubtfulSteps
  const back: Step = { from: movingId, to: referenceId, length, carry: (point) => toReference(transform, point) }
  const forth: Step = { from: referenceId, to: movingId, length, carry: (point) => toMoving(transform, point) }
  return [back, forth]
}
