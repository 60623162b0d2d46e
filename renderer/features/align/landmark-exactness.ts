import type { LandmarkPair } from '../../../shared/domain/alignment.ts'
import {
  fewestForHeldOut,
  fewestForSureHeldOut,
  heldOutDistances,
  heldOutErrors,
  misfitAmong,
  rootMeanSquare,
} from '../../../shared/domain/landmark-error.ts'

/** How exact the marks are, in a word. */
export type ExactnessBand = 'good' | 'fair' | 'look-again'

/** What can be said about how exact the marks are. `isRough`: too few pairs for more than an impression. */
export type Exactness =
  | { readonly kind: 'too-few' }
  | { readonly kind: 'pixels'; readonly errorPx: number; readonly isRough: boolean }
  | {
      readonly kind: 'measured'
      readonly errorPercent: number
      readonly errorMm: number
      readonly band: ExactnessBand
      readonly isRough: boolean
      /** The pair (from 0) that doesn't fit the others, where one can be named. */
      readonly misfit: { readonly index: number; readonly errorPercent: number } | null
    }

/** Per cent of the head's width (1 % is about 1.5 mm). */
const goodUpToPercent = 1
const fairUpToPercent = 2

/** How exact complete pairs are by holding each of them out; in pixels only as long as the moving head's width isn't known. */
export function exactnessOf(pairs: readonly LandmarkPair[], movingHeadWidthPx: number | undefined): Exactness {
  if (pairs.length < fewestForHeldOut) return { kind: 'too-few' }
  const isRough = pairs.length < fewestForSureHeldOut
  if (movingHeadWidthPx === undefined)
    return { kind: 'pixels', errorPx: rootMeanSquare(heldOutDistances(pairs).map((held) => held.errorPx)), isRough }
  const errors = heldOutErrors(pairs, movingHeadWidthPx)
  const errorPercent = rootMeanSquare(errors.map((held) => held.errorPercent))
  const far = errors.filter((held) => held.errorPercent > fairUpToPercent)
  const worst = misfitAmong(
    pairs,
    far.map(({ index }) => index),
  )
  const misfit = errors.find(({ index }) => index === worst) ?? null
  return {
    kind: 'measured',
    errorPercent,
    errorMm: rootMeanSquare(errors.map((held) => held.errorMm)),
    band: misfit ? 'look-again' : bandOf(errorPercent),
    isRough,
    misfit,
  }
}

function bandOf(errorPercent: number): ExactnessBand {
  if (errorPercent <= goodUpToPercent) return 'good'
  return errorPercent <= fairUpToPercent ? 'fair' : 'look-again'
}
