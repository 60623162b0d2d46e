import { robustSimilarity } from '../geometry/robust-similarity.ts'
import { fitSimilarity, type PointPair } from '../geometry/similarity.ts'
import type { Similarity } from '../geometry/transform.ts'
import { type HeadEllipse, headWidthPx } from '../head.ts'
import type { FacePoints } from './face-points.ts'

const leastInliers = 15
const leastCoveredShare = 0.2
const inlierShare = 0.02
/** A turn that differs more than this shows another side of the face. */
const largestYawDifferenceDegrees = 30
const leastFacePoints = 4

/** The place that look-alike points (full-size pixels, most of them maybe wrong) agree on. Undefined where few do, or only in one spot. */
export function startFromFeatures(
  pairs: readonly PointPair[],
  reference: HeadEllipse,
  moving: HeadEllipse,
): Similarity | undefined {
  const expected = headWidthPx(moving) / headWidthPx(reference)
  const fit = robustSimilarity(pairs, inlierShare * headWidthPx(moving), [0.4 * expected, 2.5 * expected])
  if (!fit || fit.inliers.length < leastInliers || coveredShare(fit.inliers, reference) < leastCoveredShare)
    return undefined
  return fit.similarity
}

/** The place that the landmarks of two faces of similar turn agree on, by their confidence. */
export function startFromFaces(
  reference: FacePoints | undefined,
  moving: FacePoints | undefined,
): Similarity | undefined {
  if (!reference || !moving) return undefined
  if (Math.abs(reference.yawDegrees - moving.yawDegrees) > largestYawDifferenceDegrees) return undefined
  const pairs: PointPair[] = []
  for (const from of reference.points) {
    const to = moving.points.find(({ name }) => name === from.name)
    if (to) pairs.push({ from, to, weight: Math.min(from.confidence, to.confidence) })
  }
  return pairs.length >= leastFacePoints ? fitSimilarity(pairs) : undefined
}

/** Share of the ellipse's area that lies in cells (an eighth of the head wide) with at least one inlier. */
function coveredShare(inliers: readonly PointPair[], ellipse: HeadEllipse): number {
  const cellPx = headWidthPx(ellipse) / 8
  const cells = new Set(inliers.map(({ from }) => `${Math.floor(from.x / cellPx)},${Math.floor(from.y / cellPx)}`))
  return (cells.size * cellPx * cellPx) / (Math.PI * ellipse.radiusX * ellipse.radiusY)
}
