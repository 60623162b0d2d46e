import { solveLinearSystem } from './linear-system.ts'
import type { Point } from './points.ts'

/** A value (a displacement, usually) wanted at a place. */
export interface PlacedValue {
  readonly at: Point
  readonly value: Point
}
/** Gives a displacement at every place. */
export type PlaneFunction = (point: Point) => Point

/**
 * The thin-plate spline through all values (Bookstein 1989: kernel r² ln r, affine part), the smoothest surface that meets them.
 * Needs three places that don't lie on one line; undefined otherwise.
 */
export function thinPlateSpline(values: readonly PlacedValue[]): PlaneFunction | undefined {
  const count = values.length
  if (count < 3) return undefined
  const frame = unitFrame(values)
  if (!frame || !isSpreadInTwoDirections(frame.places)) return undefined
  const { places } = frame
  const n = count + 3
  const matrix = new Float64Array(n * n)
  const right = new Float64Array(n * 2)
  for (let i = 0; i < count; i++) {
    const place = places[i]!
    for (let j = 0; j < count; j++) matrix[i * n + j] = plateKernel(place, places[j]!)
    matrix[i * n + count] = matrix[count * n + i] = 1
    matrix[i * n + count + 1] = matrix[(count + 1) * n + i] = place.x
    matrix[i * n + count + 2] = matrix[(count + 2) * n + i] = place.y
    right[i * 2] = values[i]!.value.x
    right[i * 2 + 1] = values[i]!.value.y
  }
  const weights = solveLinearSystem(matrix, right, n, 2)
  if (!weights) return undefined
  return (point) => {
    const at = frame.toUnit(point)
    let x = weights[count * 2]! + weights[count * 2 + 2]! * at.x + weights[count * 2 + 4]! * at.y
    let y = weights[count * 2 + 1]! + weights[count * 2 + 3]! * at.x + weights[count * 2 + 5]! * at.y
    for (let i = 0; i < count; i++) {
      const kernel = plateKernel(at, places[i]!)
      x += kernel * weights[i * 2]!
      y += kernel * weights[i * 2 + 1]!
    }
    return { x, y }
  }
}

/**
 * Gaussian bumps of the given reach (standard deviation, px) that meet all values and fade to nothing away from them.
 * Works for any number of distinct places, on one line too; undefined where two places coincide.
 */
export function gaussianBumps(values: readonly PlacedValue[], reachPx: number): PlaneFunction | undefined {
  const n = values.length
  const matrix = new Float64Array(n * n)
  const right = new Float64Array(n * 2)
  const kernel = (a: Point, b: Point) => Math.exp(-((a.x - b.x) ** 2 + (a.y - b.y) ** 2) / (2 * reachPx * reachPx))
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) matrix[i * n + j] = kernel(values[i]!.at, values[j]!.at)
    right[i * 2] = values[i]!.value.x
    right[i * 2 + 1] = values[i]!.value.y
  }
  const weights = solveLinearSystem(matrix, right, n, 2)
  if (!weights) return undefined
  return (point) => {
    let x = 0
    let y = 0
    for (let i = 0; i < n; i++) {
      const bump = kernel(point, values[i]!.at)
      x += bump * weights[i * 2]!
      y += bump * weights[i * 2 + 1]!
    }
    return { x, y }
  }
}

function plateKernel(a: Point, b: Point): number {
  const square = (a.x - b.x) ** 2 + (a.y - b.y) ** 2
  return square > 0 ? 0.5 * square * Math.log(square) : 0
}

function unitFrame(values: readonly PlacedValue[]) {
  let x = 0
  let y = 0
  for (const { at } of values) {
    x += at.x / values.length
    y += at.y / values.length
  }
  let size = 0
  for (const { at } of values) size = Math.max(size, Math.hypot(at.x - x, at.y - y))
  if (!(size > 0)) return undefined
  const toUnit = (point: Point): Point => ({ x: (point.x - x) / size, y: (point.y - y) / size })
  return { toUnit, places: values.map(({ at }) => toUnit(at)) }
}

/** Whether the places (about their centre, unit size) spread at least 3 % as far across their main line as along it. */
function isSpreadInTwoDirections(places: readonly Point[]): boolean {
  let xx = 0
  let xy = 0
  let yy = 0
  for (const { x, y } of places) {
    xx += x * x
    xy += x * y
    yy += y * y
  }
  const half = (xx + yy) / 2
  const root = Math.sqrt(((xx - yy) / 2) ** 2 + xy * xy)
  return half - root > 0.03 ** 2 * (half + root)
}
