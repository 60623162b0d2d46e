import { solveLinearSystem } from '../geometry/linear-system.ts'
import { quantileOf } from '../light/linear-light.ts'

/** How a robust fit weighs: rounds, the distance (in standard deviations) beyond which a row counts half or less, and how much rows below the fit count. */
export interface RobustSettings {
  readonly rounds: number
  readonly reach: number
  readonly weightBelow: number
}

/** A linear model of `columns` features and what it leaves of each row. `spread` is 1.4826 times the median residual. */
export interface RobustFit {
  readonly coefficients: Float64Array
  readonly residuals: Float64Array
  readonly spread: number
}

/**
 * Fits `values` by linear features (row-major, `columns` a row; scale them to about 1) by iteratively reweighted least squares with squared Cauchy weights
 * 1/(1+(r/(reach·s))²). Undefined with too few rows or dependent features.
 */
export function fitRobustly(
  features: Float64Array,
  values: Float64Array,
  columns: number,
  { rounds, reach, weightBelow }: RobustSettings,
): RobustFit | undefined {
  const rows = values.length
  if (rows < 3 * columns) return undefined
  const residuals = new Float64Array(rows)
  const robust = new Float64Array(rows).fill(1)
  let coefficients: Float64Array | undefined
  let spread = 0
  for (let round = 0; round < rounds; round++) {
    coefficients = weightedFit(features, values, columns, (row) => robust[row]!)
    if (!coefficients) return undefined
    for (let row = 0; row < rows; row++) {
      let fitted = 0
      for (let k = 0, at = row * columns; k < columns; k++) fitted += coefficients[k]! * features[at + k]!
      residuals[row] = values[row]! - fitted
    }
    spread = 1.4826 * quantileOf(residuals.map(Math.abs), 0.5) || 1e-9
    for (let row = 0; row < rows; row++) {
      const far = residuals[row]! / (reach * spread)
      robust[row] = (residuals[row]! < 0 ? weightBelow : 1) / (1 + far * far)
    }
  }
  return coefficients ? { coefficients, residuals, spread } : undefined
}

function weightedFit(
  features: Float64Array,
  values: Float64Array,
  columns: number,
  weightOf: (row: number) => number,
): Float64Array | undefined {
  const matrix = new Float64Array(columns * columns)
  const right = new Float64Array(columns)
  for (let row = 0, at = 0; row < values.length; row++, at += columns) {
    const weight = weightOf(row)
    if (weight === 0) continue
    for (let k = 0; k < columns; k++) {
      const weighted = weight * features[at + k]!
      right[k]! += weighted * values[row]!
      for (let l = k; l < columns; l++) matrix[k * columns + l]! += weighted * features[at + l]!
    }
  }
  const trace = matrix.reduce((sum, value, at) => (at % (columns + 1) === 0 ? sum + value : sum), 0)
  for (let k = 0; k < columns; k++) {
    matrix[k * columns + k]! += (1e-9 * trace) / columns
    for (let l = 0; l < k; l++) matrix[k * columns + l] = matrix[l * columns + k]!
  }
  return solveLinearSystem(matrix, right, columns, 1)
}
