import { quantileOf } from '../light/linear-light.ts'
import type { Plane } from '../registration/plane.ts'
import { darkOverBright, dotThreshold, findPeaks, type Peaks, peaksWhere } from './dot-peaks.ts'
import { type DotShape, measureDotShape } from './dot-shape.ts'
import { glintingCells } from './glints.ts'
import type { JudgedSkin } from './judged-skin.ts'
import { roundnessAt } from './roundness.ts'
import { type Calibration, calibrateByItself } from './self-calibration.ts'
import type { SkinEnvelope } from './skin-envelope.ts'
import { cellAt, type SkinGrid } from './skin-grid.ts'
import type { ZoneMask } from './zone-mask.ts'

/** What was found on judged skin. `strength`: each dot's contrast beside what its light and angle let expect. */
export interface FoundDots {
  readonly dots: Peaks
  readonly strength: Float32Array
  /** Strength of dark peaks over bright ones; see `darkOverBright`. */
  readonly contrast: number
  readonly shape: DotShape | undefined
  /** Whether skin of a cell faces the camera well enough to be sharp, judged or not. */
  readonly isSharpAt: (cell: number) => boolean
  /** A peak of this height would just be a dot in a cell. */
  readonly leastHeightAt: (cell: number) => number
}

/** Pictures at the work scale: optical density, the same smoothed, and the response of dots in it. */
export interface DotPictures {
  readonly density: Plane
  readonly smooth: Plane
  readonly response: Plane
}

/** Where the angle alone takes this share of a dot's contrast, skin is too soft or too steep (assessment-measurements, step 5). */
const softBelow = Math.log(0.58)
/** The shape of dots is looked at on skin that faces the camera. */
const frontalCosine = 0.8
/** A line of skin isn't a dot: below this roundness a peak must be the stronger for each tenth that it lacks. */
const roundFrom = 0.6
const strengthPerRoundness = 1.5
/** Strengths (ln) beyond these count as these. */
const strengthLimits = [-2.5, 1.5] as const

/** Finds dots where `bits` are marked, and takes skin out of `skin` that is too soft or glints. Undefined where nothing looks like dots. */
export function findDots(
  { density, smooth, response }: DotPictures,
  mask: ZoneMask,
  bits: number,
  grid: SkinGrid,
  envelope: SkinEnvelope,
  skin: JudgedSkin,
): FoundDots | undefined {
  const cellOf = (peaks: Peaks, peak: number) => cellAt(grid, peaks.x[peak]!, peaks.y[peak]!)
  const onSkin = (peaks: Peaks) => peaksWhere(peaks, (peak) => (skin.weight[cellOf(peaks, peak)] ?? 0) > 0)
  let dark = onSkin(findPeaks(response, mask, bits, 1))
  let bright = onSkin(findPeaks(response, mask, bits, -1))
  const contrast = darkOverBright(dark.height, bright.height)
  const threshold = dotThreshold(dark.height)
  const isHigh = (peaks: Peaks) => peaksWhere(peaks, (peak) => peaks.height[peak]! > threshold)
  const first = calibrateByItself(isHigh(dark), grid, envelope)
  if (!first) return undefined
  const isSharpAt = sharpness(skin, first)
  skin.dropWhere((cell) => !isSharpAt(cell), 'blur')
  dark = onSkin(dark)
  bright = onSkin(bright)
  const calibration = calibrateByItself(isHigh(dark), grid, envelope)
  if (!calibration) return undefined
  const strengthsOf = (peaks: Peaks) =>
    peaks.height.map((height, peak) => height / Math.exp(calibration.predictedAt(cellOf(peaks, peak))))
  const isGlinting = glintingCells(
    grid,
    { strengths: strengthsOf(dark) },
    { peaks: bright, strengths: strengthsOf(bright) },
  )
  const shape = measureDotShape(
    density,
    strongest(dark, (peak) => grid.cosine[cellOf(dark, peak)]! > frontalCosine),
  )
  skin.dropWhere(isGlinting, 'shine')
  dark = onSkin(dark)
  const strengths = strengthsOf(dark).map(Math.log)
  const likeness = strengths.map((strength, peak) => {
    const lack = Math.max(0, roundFrom - roundnessAt(smooth, dark.x[peak]!, dark.y[peak]!))
    return strength - strengthPerRoundness * lack
  })
  const limit = valleyBelowDots(likeness)
  return {
    dots: peaksWhere(dark, (peak) => likeness[peak]! > limit),
    strength: strengths
      .filter((_, peak) => likeness[peak]! > limit)
      .map((strength) => Math.exp(Math.min(Math.max(strength, strengthLimits[0]), strengthLimits[1]))),
    contrast,
    shape,
    isSharpAt,
    leastHeightAt: (cell) => Math.exp(limit + calibration.predictedAt(cell)),
  }
}

/** The stronger half of the peaks above the usual threshold, among those that are wanted. */
function strongest(peaks: Peaks, isWanted: (peak: number) => boolean): Peaks {
  const threshold = dotThreshold(peaks.height)
  const high = peaksWhere(peaks, (peak) => peaks.height[peak]! > threshold && isWanted(peak))
  if (high.x.length === 0) return high
  const middle = quantileOf(Float64Array.from(high.height), 0.5)
  return peaksWhere(high, (peak) => high.height[peak]! >= middle)
}

/** Tells of each cell whether its angle leaves enough of a dot's contrast, beside the zone's best. */
function sharpness(skin: JudgedSkin, calibration: Calibration): (cell: number) => boolean {
  const terms = skin.weight.map((weight, cell) => (weight > 0 ? calibration.angleTermAt(cell) : Number.NaN))
  const best = quantileOf(Float64Array.from(terms.filter((term) => !Number.isNaN(term))), 0.98)
  return (cell) => calibration.angleTermAt(cell) - best >= softBelow
}

/** Between the skin's own texture and the dots there are fewest peaks: the emptiest strength (ln) between 1/7 and 2/5 of a usual dot's. */
function valleyBelowDots(strengths: Float32Array): number {
  const [least, width, bins] = [-3, 0.1, 40]
  const counts = new Float64Array(bins)
  for (const strength of strengths) {
    const bin = Math.floor((strength - least) / width)
    if (bin >= 0 && bin < bins) counts[bin]! += 1
  }
  let emptiest = 10
  const around = (bin: number) => [-2, -1, 0, 1, 2].reduce((sum, step) => sum + (counts[bin + step] ?? 0), 0)
  for (let bin = 10; bin <= 22; bin++) if (around(bin) < around(emptiest)) emptiest = bin
  return least + (emptiest + 0.5) * width
}
