import type { Point } from '../geometry/points.ts'
import type { HeadEllipse } from '../head.ts'
import { areaShrinkAt, skinViewAt } from './view-angle.ts'
import { cellPx, type WorkFrame } from './work-scale.ts'
import { type ZoneMask, zoneBit } from './zone-mask.ts'

/** Skin seen more steeply than this cosine (60°) isn't judged (assessment-measurements, step 2). */
export const leastCosine = 0.5
/** How far cameras usually are from a head in millimetres, where nothing tells: half a metre, arm's length of a phone. */
export const usualDistanceMm = 480

/**
 * Skin in cells of 0.6 mm, row-major. `treated`, `reference`, `blend`: the share of a cell in such a zone and in none to avoid; blend is treated too.
 * `cosine`: of the view angle, 0 off the head. `areaFactor`: how much of its true area a piece of skin shows (view angle and perspective).
 */
export interface SkinGrid {
  readonly columns: number
  readonly rows: number
  readonly treated: Float32Array
  readonly reference: Float32Array
  readonly blend: Float32Array
  readonly cosine: Float32Array
  readonly areaFactor: Float32Array
}

/** Cuts the assessed part into cells. `head` in photo pixels; null: all skin faces the camera. */
export function skinGridOf(
  mask: ZoneMask,
  frame: WorkFrame,
  head: HeadEllipse | null,
  pixelsPerMm: number,
  distanceMm: number = usualDistanceMm,
): SkinGrid {
  const columns = Math.floor(mask.widthPx / cellPx)
  const rows = Math.floor(mask.heightPx / cellPx)
  const plane = () => new Float32Array(columns * rows)
  const grid = {
    columns,
    rows,
    treated: plane(),
    reference: plane(),
    blend: plane(),
    cosine: plane(),
    areaFactor: plane(),
  }
  const share = 1 / (cellPx * cellPx)
  for (let y = 0; y < rows * cellPx; y++) {
    const row = Math.floor(y / cellPx) * columns
    for (let x = 0; x < columns * cellPx; x++) {
      const bits = mask.data[y * mask.widthPx + x]!
      if (bits === 0 || bits & zoneBit.avoid) continue
      const cell = row + Math.floor(x / cellPx)
      if (bits & zoneBit.blend) grid.blend[cell]! += share
      if (bits & (zoneBit.treated | zoneBit.blend)) grid.treated[cell]! += share
      else if (bits & zoneBit.reference) grid.reference[cell]! += share
    }
  }
  for (let cell = 0; cell < columns * rows; cell++) {
    const view = skinViewAt(head, frame.toPhoto(cellCentre(grid, cell)))
    grid.cosine[cell] = view?.cosine ?? 0
    grid.areaFactor[cell] = view ? view.cosine * areaShrinkAt(view.depthPx / pixelsPerMm, distanceMm) : 0
  }
  return grid
}

/** The middle of a cell in work pixels. */
export function cellCentre({ columns }: Pick<SkinGrid, 'columns'>, cell: number): Point {
  const column = cell % columns
  const row = (cell - column) / columns
  return { x: (column + 0.5) * cellPx - 0.5, y: (row + 0.5) * cellPx - 0.5 }
}

/** The cell at a work pixel; −1 outside. */
export function cellAt({ columns, rows }: Pick<SkinGrid, 'columns' | 'rows'>, x: number, y: number): number {
  const column = Math.floor((x + 0.5) / cellPx)
  const row = Math.floor((y + 0.5) / cellPx)
  return column >= 0 && row >= 0 && column < columns && row < rows ? row * columns + column : -1
}
