import type { LandmarkPair } from '../alignment.ts'
import { limitDisplacement, sampleField } from './displacement-field.ts'
import { distance, type Point } from './points.ts'
import { fitSimilarity } from './similarity.ts'
import { gaussianBumps, type PlacedValue, type PlaneFunction, thinPlateSpline } from './thin-plate-spline.ts'
import { applySimilarity, type Similarity, type Transform } from './transform.ts'
import type { Size } from './viewport.ts'

/**
 * The transform that hand-placed marks alone give: one pair a translation, two a similarity, three or more a similarity and a
 * smooth spline through every mark. Marks closer than a pixel in the reference count as one. `referenceSize` is upright and full size.
 * Undefined without pairs.
 */
export function transformFromLandmarks(pairs: readonly LandmarkPair[], referenceSize: Size): Transform | undefined {
  const marks = mergeCoinciding(pairs)
  const similarity = fitSimilarity(marks.map(({ reference, moving }) => ({ from: reference, to: moving })))
  if (!similarity) return undefined
  if (marks.length < 3) return { similarity, field: null }
  const spline = splineThroughMarks(marks, similarity)
  if (!spline) return { similarity, field: null }
  const longest = Math.max(referenceSize.widthPx, referenceSize.heightPx)
  return { similarity, field: sampleField(referenceSize, longest / 64, spline) }
}

/**
 * What the marks want beside the similarity, as a displacement in moving pixels at reference points: a thin-plate spline, or, for marks on one line,
 * bumps about each of them. Away from the marks it never grows beyond 1.5 times the largest displacement at a mark.
 */
export function splineThroughMarks(marks: readonly LandmarkPair[], similarity: Similarity): PlaneFunction | undefined {
  const values: PlacedValue[] = marks.map(({ reference, moving }) => {
    const moved = applySimilarity(similarity, reference)
    return { at: reference, value: { x: moving.x - moved.x, y: moving.y - moved.y } }
  })
  const spline = thinPlateSpline(values) ?? gaussianBumps(values, nearestGap(values) * 0.7)
  if (!spline) return undefined
  const largest = Math.max(...values.map(({ value }) => Math.hypot(value.x, value.y)))
  return (point) => limitDisplacement(spline(point), largest * 1.001, largest * 1.5)
}

/** The pairs with those that lie on one spot of the reference (closer than `withinPx`) put together at their mean. */
export function mergeCoinciding(pairs: readonly LandmarkPair[], withinPx = 1): LandmarkPair[] {
  const groups: LandmarkPair[][] = []
  for (const pair of pairs) {
    const group = groups.find((members) => distance(members[0]!.reference, pair.reference) < withinPx)
    if (group) group.push(pair)
    else groups.push([pair])
  }
  return groups.map((members) => ({
    reference: mean(members.map((member) => member.reference)),
    moving: mean(members.map((member) => member.moving)),
  }))
}

function mean(points: readonly Point[]): Point {
  let x = 0
  let y = 0
  for (const point of points) {
    x += point.x / points.length
    y += point.y / points.length
  }
  return { x, y }
}

function nearestGap(values: readonly PlacedValue[]): number {
  let gap = Number.POSITIVE_INFINITY
  for (const one of values) {
    for (const other of values) if (one !== other) gap = Math.min(gap, distance(one.at, other.at))
  }
  return gap
}
