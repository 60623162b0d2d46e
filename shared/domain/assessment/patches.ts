import { quantileOf } from '../light/linear-light.ts'
import { type DotCells, smoothedPerCell } from './dot-maps.ts'
import { type Region, regionsBelow } from './patch-regions.ts'
import { type MeasuredRegion, measureRegion } from './region-measure.ts'
import { aboveSurface } from './robust-surface.ts'
import type { SkinGrid } from './skin-grid.ts'

/** A patch in cells of skin. `kind`: dots are lighter, dots are missing, or there are more or darker ones. */
export interface FoundPatch extends MeasuredRegion {
  readonly kind: 'lightened' | 'missing' | 'dark'
  readonly cells: readonly number[]
}

/** Patches are looked for at these smoothings (mm as cells), over a surface of degree 5 at most (assessment-measurements, step 8). */
const smoothingsCells = [2.6 / 0.6, 4.2 / 0.6]
const mostDegree = 5
/** A surface bends once in so many cells (14 mm) of a zone's width, so that in a small zone it doesn't follow the patches. */
const cellsPerBend = 24
const weightBelowSurface = 0.7
/** A seed is at least so deep (natural logarithm of 12 % lighter) and stands out of the map's own noise by so many spreads. */
const leastDepth = -Math.log(0.88)
const seedSpreads = 3
/** What is kept: at least so light and so many standard errors (assessment-measurements, step 8). */
const leastDrop = 0.12
const leastErrors = 3.3
const leastAreaMm2 = 35
/** At a straight edge half of what is within reach is there. */
const leastSupport = 0.35

/** Lightened, missing and dark patches of a zone, the clearest first; no two of them overlap by much. `spread` is that of the dots' calibrated strength. */
export function findPatches(
  cells: DotCells,
  grid: SkinGrid,
  cellAreaMm2: number,
  strengthSpread: number,
): FoundPatch[] {
  const found: FoundPatch[] = []
  for (const sigma of smoothingsCells) {
    const flat = flattened(smoothedPerCell(cells.ink, cells, sigma, leastSupport).map(Math.log), cells)
    if (!flat) continue
    for (const sign of [1, -1] as const) {
      const map = sign === 1 ? flat : flat.map((value) => -value)
      const noise = sign === 1 ? brightSpread(map) : Math.max(brightSpread(map), brightSpread(flat))
      const regions = regionsBelow(map, cells.columns, cells.rows, Math.max(leastDepth, seedSpreads * noise))
      for (const region of regions) {
        const patch = patchOf(region, sign, cells, grid, cellAreaMm2, strengthSpread)
        if (patch) found.push(patch)
      }
    }
  }
  found.sort((a, b) => significance(b) - significance(a))
  const apart: FoundPatch[] = []
  for (const patch of found) if (!apart.some((other) => overlaps(other, patch))) apart.push(patch)
  const isPatch = new Uint8Array(cells.weight.length)
  for (const patch of apart) for (const cell of patch.cells) isPatch[cell] = 1
  return apart.map((patch) => ({
    ...patch,
    ...measureRegion(patch.cells, cells, grid, cellAreaMm2, strengthSpread, isPatch),
  }))
}

function patchOf(
  { cells: region }: Region,
  sign: 1 | -1,
  cells: DotCells,
  grid: SkinGrid,
  cellAreaMm2: number,
  strengthSpread: number,
): FoundPatch | undefined {
  const measured = measureRegion(region, cells, grid, cellAreaMm2, strengthSpread)
  if (!measured || measured.areaMm2 < leastAreaMm2) return undefined
  const { inkDrop, countDrop, inkError } = measured
  if (sign * inkDrop < Math.max(leastDrop, leastErrors * inkError)) return undefined
  if (sign === -1) return { ...measured, kind: 'dark', cells: region }
  return { ...measured, kind: countDrop > inkDrop / 2 ? 'missing' : 'lightened', cells: region }
}

/** The map over its smooth surface, its median taken off; undefined where too little is known. */
function flattened(map: Float32Array, { columns, rows }: DotCells): Float32Array | undefined {
  const finite = map.map((value) => (Number.isFinite(value) ? value : Number.NaN))
  const above = aboveSurface(finite, columns, rows, degreeFor(finite), weightBelowSurface)
  if (!above) return undefined
  const known = Float64Array.from(above.filter((value) => !Number.isNaN(value)))
  const middle = quantileOf(known, 0.5)
  return above.map((value) => value - middle)
}

function degreeFor(map: Float32Array): number {
  const widthCells = Math.sqrt(map.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0))
  return Math.min(Math.max(Math.round(widthCells / cellsPerBend), 1), mostDegree)
}

/** The map's noise from its positive side alone, so that patches don't make their own threshold. */
function brightSpread(map: Float32Array): number {
  const above = Float64Array.from(map.filter((value) => value > 0))
  return above.length > 0 ? 1.4826 * quantileOf(above, 0.5) : 0
}

function significance({ inkDrop, inkError }: FoundPatch): number {
  return Math.abs(inkDrop) / inkError
}

function overlaps(one: FoundPatch, other: FoundPatch): boolean {
  const taken = new Set(one.cells)
  const shared = other.cells.filter((cell) => taken.has(cell)).length
  return shared > 0.2 * Math.min(one.cells.length, other.cells.length)
}
