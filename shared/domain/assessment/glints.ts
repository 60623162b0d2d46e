import { quantileOf } from '../light/linear-light.ts'
import { blurred, emptyPlane } from '../registration/plane.ts'
import type { Peaks } from './dot-peaks.ts'
import { cellAt, type SkinGrid } from './skin-grid.ts'

/** Levels are means over this standard deviation, in cells (2.4 mm). */
const smoothingCells = 4
/**
 * Bright peaks this strong beside the zone's usual dots are the skin's own relief in hard light: dots can't be told from its shadows there. Dots alone leave 0.3 to 0.5 between them.
 * The zone's dots, not those beside them: where pigment has faded relief would seem strong everywhere.
 */
const mostLevel = 0.66
/** Of dark peaks only those count that may be dots, by their calibrated strength. */
const leastStrength = 0.25

/** The cells where glints of the skin's relief are nearly as strong as the dots beside them. `strengths` are calibrated heights of the peaks. */
export function glintingCells(
  grid: SkinGrid,
  dark: { readonly strengths: Float32Array },
  bright: { readonly peaks: Peaks; readonly strengths: Float32Array },
): (cell: number) => boolean {
  const likelyDots = Float64Array.from(dark.strengths.filter((strength) => strength >= leastStrength))
  const usual = likelyDots.length > 0 ? quantileOf(likelyDots, 0.5) : 1
  const brightLevel = levelOf(grid, bright.peaks, bright.strengths)
  return (cell) => brightLevel[cell]! > mostLevel * usual
}

/** Mean strength of the peaks around each cell. */
function levelOf(grid: SkinGrid, { x, y }: Peaks, strengths: Float32Array): Float32Array {
  const [sums, counts] = [emptyPlane(grid.columns, grid.rows), emptyPlane(grid.columns, grid.rows)]
  for (let peak = 0; peak < x.length; peak++) {
    const cell = cellAt(grid, x[peak]!, y[peak]!)
    if (cell < 0) continue
    sums.data[cell]! += strengths[peak]!
    counts.data[cell]! += 1
  }
  const count = blurred(counts, smoothingCells).data
  return blurred(sums, smoothingCells).data.map((sum, cell) => sum / Math.max(count[cell]!, 1e-6))
}
