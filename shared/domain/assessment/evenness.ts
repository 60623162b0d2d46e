import type { DotCells } from './dot-maps.ts'

/** How even something is over a zone: its coefficient of variation over fields of 10 mm beyond what chance does, with a range of two standard errors. */
export interface Evenness {
  readonly coefficientOfVariation: number
  readonly range: readonly [number, number]
  /** Share of the fields below 80 % of the zone's median. */
  readonly sparseShare: number
  readonly fieldCount: number
}

/** Fields are so many cells wide (10.2 mm), and overlap by half. */
const fieldCells = 17
/** A field counts where at least this share of it is judged, and fewer fields than this say nothing (assessment-measurements, step 7). */
const leastShare = 0.85
const fewestFields = 8
/** Variance over mean of counts where everything is even: dots are set apart, so less than chance would have (measured; Poisson is 1). */
const evenCountVariance = 0.22
const evenInkVariance = 0.3
const sparseBelow = 0.8

/** Evenness of the dots' number and of their ink; undefined where too little is judged. */
export function measureEvenness(cells: DotCells): { readonly count: Evenness; readonly ink: Evenness } | undefined {
  const fields = fieldsOf(cells)
  if (fields.length < fewestFields) return undefined
  const dotsInField = fields.reduce((sum, { dots }) => sum + dots, 0) / fields.length
  return {
    count: evennessOf(
      fields.map(({ count }) => count),
      evenCountVariance / Math.max(dotsInField, 1),
    ),
    ink: evennessOf(
      fields.map(({ ink }) => ink),
      evenInkVariance / Math.max(dotsInField, 1),
    ),
  }
}

interface Field {
  readonly count: number
  readonly ink: number
  readonly dots: number
}

function fieldsOf({ columns, rows, weight, rawCount, count, ink }: DotCells): Field[] {
  const fields: Field[] = []
  const step = Math.floor(fieldCells / 2)
  for (let top = 0; top + fieldCells <= rows; top += step) {
    for (let left = 0; left + fieldCells <= columns; left += step) {
      let [judged, counted, inked, dots] = [0, 0, 0, 0]
      for (let row = top; row < top + fieldCells; row++) {
        for (let cell = row * columns + left; cell < row * columns + left + fieldCells; cell++) {
          judged += weight[cell]!
          counted += count[cell]!
          inked += ink[cell]!
          dots += rawCount[cell]!
        }
      }
      if (judged >= leastShare * fieldCells ** 2) fields.push({ count: counted / judged, ink: inked / judged, dots })
    }
  }
  return fields
}

function evennessOf(values: readonly number[], chance: number): Evenness {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  const square = mean > 0 ? variance / mean ** 2 : 0
  // overlapping fields repeat each other: about a quarter of them are independent; the variance of a variance is 2σ⁴/(n−1)
  const independent = Math.max(2, values.length / 4)
  const error = 2 * square * Math.sqrt(2 / (independent - 1))
  const net = (total: number) => Math.sqrt(Math.max(0, total - chance))
  const middle = values.toSorted((a, b) => a - b)[values.length >> 1]!
  return {
    coefficientOfVariation: net(square),
    range: [net(square - error), net(square + error)],
    sparseShare: values.filter((value) => value < sparseBelow * middle).length / values.length,
    fieldCount: values.length,
  }
}
