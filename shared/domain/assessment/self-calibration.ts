import { quantileOf } from '../light/linear-light.ts'
import type { Peaks } from './dot-peaks.ts'
import { fitRobustly } from './robust-fit.ts'
import type { SkinEnvelope } from './skin-envelope.ts'
import { cellAt, type SkinGrid } from './skin-grid.ts'

/** What a dot's contrast depends on apart from its pigment: light, the colour of the light on the skin, and the view angle. */
interface FeatureSet {
  readonly count: number
  /** The last so many are those of the view angle. */
  readonly angleCount: number
  readonly of: (g: number, r: number, b: number, q: number) => readonly number[]
}
/** All of a head: light in curves, colour, angle in a curve (assessment-measurements, step 5). */
const wholeHead: FeatureSet = {
  count: 11,
  angleCount: 2,
  of: (g, r, b, q) => [1, g, g * g, g * g * g, r, r * r, g * r, b, g * b, q, q * q],
}
/** A piece of it: faded pigment itself makes skin lighter and changes its colour, and in a small zone more would follow the patches. */
const pieceOfHead: FeatureSet = { count: 3, angleCount: 1, of: (g, _r, _b, q) => [1, g, q] }
/** A zone narrower than this (cells, 75 mm) is a piece. */
const leastWidthCells = 125

/** How contrast follows light and angle in one picture. Predicts the natural logarithm of a usual dot's contrast for a cell. */
export interface Calibration {
  readonly predictedAt: (cell: number) => number
  /** The part of it that is due to the view angle: focus and foreshortening. */
  readonly angleTermAt: (cell: number) => number
  /** Spread of the dots around it. */
  readonly spread: number
}

/**
 * Fits ln(contrast) of the dots by light, colour and angle (10 rounds, Cauchy weights; assessment-measurements, step 5). Patches are small beside what light
 * does, so the fit goes over them. Undefined with too few dots.
 */
export function calibrateByItself(dots: Peaks, grid: SkinGrid, envelope: SkinEnvelope): Calibration | undefined {
  const count = dots.x.length
  const raw = new Float64Array(count * 4)
  const values = new Float64Array(count)
  for (let dot = 0; dot < count; dot++) {
    raw.set(rawFeatures(grid, envelope, Math.max(0, cellAt(grid, dots.x[dot]!, dots.y[dot]!))), dot * 4)
    values[dot] = Math.log(dots.height[dot]!)
  }
  const set = Math.sqrt(grid.treated.reduce((sum, share) => sum + share, 0)) < leastWidthCells ? pieceOfHead : wholeHead
  if (count < 3 * set.count) return undefined
  const middles = [0, 1, 2, 3].map((k) => quantileOf(columnOf(raw, 4, k), 0.5))
  const features = new Float64Array(count * set.count)
  for (let dot = 0; dot < count; dot++) {
    fillFeatures(set, features, dot * set.count, raw, dot * 4, middles)
  }
  const fit = fitRobustly(features, values, set.count, { rounds: 10, reach: 2, weightBelow: 1 })
  if (!fit) return undefined
  const { coefficients, spread } = fit
  const own = new Float64Array(set.count)
  const evaluate = (cell: number, isAngleOnly: boolean) => {
    fillFeatures(set, own, 0, rawFeatures(grid, envelope, cell), 0, middles)
    let sum = 0
    for (let k = isAngleOnly ? set.count - set.angleCount : 0; k < set.count; k++) sum += coefficients[k]! * own[k]!
    return sum
  }
  return { predictedAt: (cell) => evaluate(cell, false), angleTermAt: (cell) => evaluate(cell, true), spread }
}

/** ln green, ln red/green, ln blue/green of the skin, and 1 − cosine. */
function rawFeatures({ cosine }: SkinGrid, { red, green, blue }: SkinEnvelope, cell: number): number[] {
  const light = (plane: { readonly data: Float32Array }) => Math.log(Math.max(plane.data[cell]!, 1e-3))
  const g = light(green)
  return [g, light(red) - g, light(blue) - g, 1 - cosine[cell]!]
}

function fillFeatures(
  set: FeatureSet,
  into: Float64Array,
  at: number,
  raw: ArrayLike<number>,
  from: number,
  middles: readonly number[],
): void {
  const [g, r, b, q] = [0, 1, 2, 3].map((k) => raw[from + k]! - middles[k]!) as [number, number, number, number]
  into.set(set.of(g, r, b, q), at)
}

function columnOf(rows: Float64Array, columns: number, column: number): Float64Array {
  return Float64Array.from({ length: rows.length / columns }, (_, row) => rows[row * columns + column]!)
}
