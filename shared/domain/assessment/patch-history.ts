import type { Point } from '../geometry/points.ts'
import { areaOf, isInPolygon } from '../geometry/polygon.ts'
import type { Patch } from './assessment.ts'

/** What became of a patch over the stages: it was never dark enough, it faded after a stage, it is new, or it was there and isn't any more. */
export type PatchFate =
  | { readonly kind: 'never-took' }
  | { readonly kind: 'faded-since'; readonly stage: number }
  | { readonly kind: 'holds'; readonly since: number }
  | { readonly kind: 'unknown' }

/** Patches of two stages are the same where one covers at least this share of the smaller. */
const sameShare = 0.3
/** Overlap is measured on so many points across. */
const pointsAcross = 40

/**
 * What became of a patch, from the patches of each stage in order of time, outlines in one frame; null for a stage that wasn't judged there. `patch` is of any stage.
 */
export function fateOf(
  patch: Pick<Patch, 'outline'>,
  stages: readonly (readonly Pick<Patch, 'outline'>[] | null)[],
): PatchFate {
  const seen = stages.flatMap((patches, stage) =>
    patches ? [{ stage, isThere: patches.some((other) => isSame(patch.outline, other.outline)) }] : [],
  )
  const last = seen.at(-1)
  const first = seen.findIndex(({ isThere }) => isThere)
  if (!last || first < 0) return { kind: 'unknown' }
  if (!last.isThere) return { kind: 'holds', since: seen[seen.findLastIndex(({ isThere }) => isThere) + 1]!.stage }
  const lastWithout = seen.findLastIndex(({ isThere }) => !isThere)
  return lastWithout < 0 ? { kind: 'never-took' } : { kind: 'faded-since', stage: seen[lastWithout]!.stage }
}

/** Whether two outlines in one frame cover the same patch of skin. */
export function isSame(one: readonly Point[], other: readonly Point[]): boolean {
  const smaller = areaOf(one) <= areaOf(other) ? one : other
  const larger = smaller === one ? other : one
  const [xs, ys] = [smaller.map(({ x }) => x), smaller.map(({ y }) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top]
  let [inside, shared] = [0, 0]
  for (let row = 0; row < pointsAcross; row++) {
    for (let column = 0; column < pointsAcross; column++) {
      const point = {
        x: left + ((column + 0.5) * width) / pointsAcross,
        y: top + ((row + 0.5) * height) / pointsAcross,
      }
      if (!isInPolygon(smaller, point)) continue
      inside++
      if (isInPolygon(larger, point)) shared++
    }
  }
  return inside > 0 && shared >= sameShare * inside
}
