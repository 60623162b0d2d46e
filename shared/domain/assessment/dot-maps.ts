import { blurred } from '../registration/plane.ts'
import type { Peaks } from './dot-peaks.ts'
import { cellAt, type SkinGrid } from './skin-grid.ts'

/**
 * Dots counted in cells of skin, row-major. `weight`: the share of a cell that is judged. `count`: dots corrected to true area by the view angle; `ink`: the same, each dot weighed
 * by its calibrated contrast (1 is usual). `rawCount`: dots as they are.
 */
export interface DotCells {
  readonly columns: number
  readonly rows: number
  readonly weight: Float32Array
  readonly rawCount: Float32Array
  readonly count: Float32Array
  readonly ink: Float32Array
}

/** Counts dots into the cells they lie in. `strength` is each dot's calibrated contrast. Dots on skin that isn't judged aren't counted. */
export function countIntoCells(dots: Peaks, strength: Float32Array, grid: SkinGrid, weight: Float32Array): DotCells {
  const size = grid.columns * grid.rows
  const cells = {
    columns: grid.columns,
    rows: grid.rows,
    weight,
    rawCount: new Float32Array(size),
    count: new Float32Array(size),
    ink: new Float32Array(size),
  }
  for (let dot = 0; dot < dots.x.length; dot++) {
    const cell = cellAt(grid, dots.x[dot]!, dots.y[dot]!)
    if (cell < 0 || !weight[cell]) continue
    cells.rawCount[cell]! += 1
    cells.count[cell]! += grid.areaFactor[cell]!
    cells.ink[cell]! += grid.areaFactor[cell]! * strength[dot]!
  }
  return cells
}

/** A quantity per judged cell, smoothed over judged skin alone by a Gaussian (standard deviation in cells); NaN where less than `leastSupport` of what is within reach is judged. */
export function smoothedPerCell(
  values: Float32Array,
  { columns, rows, weight }: Pick<DotCells, 'columns' | 'rows' | 'weight'>,
  sigmaCells: number,
  leastSupport: number,
): Float32Array {
  const plane = (data: Float32Array) => blurred({ widthPx: columns, heightPx: rows, data }, sigmaCells).data
  const sums = plane(values)
  const support = plane(weight)
  return sums.map((sum, cell) =>
    weight[cell]! > 0 && support[cell]! >= leastSupport ? sum / support[cell]! : Number.NaN,
  )
}
