import type { LandmarkPair } from './alignment.ts'
import { distance } from './geometry/points.ts'
import { fitSimilarity, type PointPair } from './geometry/similarity.ts'
import { applySimilarity } from './geometry/transform.ts'
import { mergeCoinciding, splineThroughMarks } from './geometry/transform-from-landmarks.ts'

/** How wide an adult head is, about, in millimetres: what turns a share of the head's width into a length. */
const adultHeadWidthMm = 155

/** From this many pairs on there is a pair to hold out: two others still give a similarity. */
export const fewestForHeldOut = 3
/** Below this many pairs the others only just determine the prediction, so that they can't even each other out. */
export const fewestForSureHeldOut = 5

/** How far a held-out pair lies from where the others expect it, in pixels of the moving photo. */
export interface HeldOutDistance {
  readonly index: number
  readonly errorPx: number
}

/** The same in per cent of the moving head's width, and in millimetres as an estimate. */
export interface HeldOutError extends HeldOutDistance {
  readonly errorPercent: number
  readonly errorMm: number
}

/**
 * Leave-one-out distances in moving pixels: for each pair, how far its moving mark lies from where the other pairs put it. The others predict as the
 * marks alone draw it (two a similarity, three or more a similarity and a spline). Empty below three pairs; a pair is left out where the others
 * all lie on one spot of the reference.
 */
export function heldOutDistances(pairs: readonly LandmarkPair[]): HeldOutDistance[] {
  if (pairs.length < fewestForHeldOut) return []
  return pairs.flatMap((pair, index) => {
    const others = mergeCoinciding(pairs.filter((_, place) => place !== index))
    const similarity = fitSimilarity(others.map(pointPair))
    if (others.length < 2 || !similarity) return []
    const moved = applySimilarity(similarity, pair.reference)
    const local = others.length < 3 ? undefined : splineThroughMarks(others, similarity)?.(pair.reference)
    const predicted = local ? { x: moved.x + local.x, y: moved.y + local.y } : moved
    return [{ index, errorPx: distance(predicted, pair.moving) }]
  })
}

/**
 * Leave-one-out errors of hand-placed pairs as shares of the moving head's width (in pixels of the moving photo); the millimetres take an adult
 * head to be 155 mm wide, so they are an estimate.
 */
export function heldOutErrors(pairs: readonly LandmarkPair[], movingHeadWidthPx: number): HeldOutError[] {
  return heldOutDistances(pairs).map((held) => {
    const share = held.errorPx / movingHeadWidthPx
    return { ...held, errorPercent: share * 100, errorMm: share * adultHeadWidthMm }
  })
}

/** The root mean square: one pair that is far off counts for more than many that are exact. 0 without values. */
export function rootMeanSquare(values: readonly number[]): number {
  return values.length === 0 ? 0 : Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length)
}

/**
 * Of the pairs at the given places, the one that doesn't fit: without it the others agree best on one similarity. A wrong pair spoils the
 * prediction of its neighbours too, so the largest held-out error isn't always its own. Undefined below four pairs, where any two others agree.
 */
export function misfitAmong(pairs: readonly LandmarkPair[], candidates: readonly number[]): number | undefined {
  if (pairs.length < 4) return undefined
  const left = candidates.map((index) => ({
    index,
    spread: spreadAboutSimilarity(pairs.filter((_, place) => place !== index)),
  }))
  return left.sort((a, b) => a.spread - b.spread)[0]?.index
}

function spreadAboutSimilarity(pairs: readonly LandmarkPair[]): number {
  const similarity = fitSimilarity(pairs.map(pointPair))
  if (!similarity) return Number.POSITIVE_INFINITY
  return rootMeanSquare(pairs.map(({ reference, moving }) => distance(applySimilarity(similarity, reference), moving)))
}

function pointPair({ reference, moving }: LandmarkPair): PointPair {
  return { from: reference, to: moving }
}
