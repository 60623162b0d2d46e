import { fitSimilarity, type PointPair, scaleOf } from './similarity.ts'
import { applySimilarity, type Similarity } from './transform.ts'

/** A similarity and the pairs that it brings within the limit. */
export interface RobustFit {
  readonly similarity: Similarity
  readonly inliers: readonly PointPair[]
}

const samples = 2000

/**
 * Similarity through pairs of which most may be wrong: RANSAC (Fischler & Bolles 1981) over samples of two pairs, counting pairs within `limitPx` of the
 * `to` frame, then least squares over the winner's inliers, twice. Only scales within `scaleRange` count. The same pairs always give the same answer.
 */
export function robustSimilarity(
  pairs: readonly PointPair[],
  limitPx: number,
  scaleRange: readonly [number, number],
): RobustFit | undefined {
  if (pairs.length < 2) return undefined
  const random = seededRandom(pairs.length)
  let best: RobustFit | undefined
  for (let sample = 0; sample < samples; sample++) {
    const one = pairs[Math.floor(random() * pairs.length)]!
    const other = pairs[Math.floor(random() * pairs.length)]!
    if (one === other) continue
    const similarity = fitSimilarity([one, other])
    if (!similarity || !isScaleWithin(similarity, scaleRange)) continue
    const fit = { similarity, inliers: inliersOf(similarity, pairs, limitPx) }
    if (!best || fit.inliers.length > best.inliers.length) best = fit
  }
  for (let round = 0; round < 2 && best; round++) {
    const similarity = fitSimilarity(best.inliers)
    if (!similarity || !isScaleWithin(similarity, scaleRange)) return best
    best = { similarity, inliers: inliersOf(similarity, pairs, limitPx) }
  }
  return best
}

function isScaleWithin(similarity: Similarity, [least, most]: readonly [number, number]): boolean {
  const scale = scaleOf(similarity)
  return scale >= least && scale <= most
}

function inliersOf(similarity: Similarity, pairs: readonly PointPair[], limitPx: number): PointPair[] {
  return pairs.filter(({ from, to }) => {
    const moved = applySimilarity(similarity, from)
    return (moved.x - to.x) ** 2 + (moved.y - to.y) ** 2 < limitPx * limitPx
  })
}

/** Mulberry32: repeatable numbers from 0 to 1. */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}
