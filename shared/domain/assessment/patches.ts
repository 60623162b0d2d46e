import { quantileOf } from '../light/linear-light.ts'
import { blurred } from '../registration/plane.ts'
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
/** Skin without dots is taken to have this share of the usual ones. */
const leastShare = 0.15
/** Bare skin has at its barest less than a quarter of the usual ink (natural logarithm), and is so large. */
const leastBareDepth = -Math.log(0.25)
const leastBareMm2 = 400
/** Beside it skin thins out over some 3 mm, which isn't a patch of its own: what a blur by 1.8 mm carries over (a step falls to 5 % after 1.6 times that). */
const fringeCells = 1.8 / 0.6
const leastFringe = 0.05
/** At a straight edge half of what is within reach is there. */
const leastSupport = 0.35

/** Lightened, missing and dark patches of a zone, the clearest first; no two of them overlap by much. `spread` is that of the dots' calibrated strength. */
export function findPatches(
  cells: DotCells,
  grid: SkinGrid,
  cellAreaMm2: number,
  strengthSpread: number,
): FoundPatch[] {
  const found = findBare(cells, grid, cellAreaMm2, strengthSpread)
  const rest = without(cells, found)
  for (const sigma of smoothingsCells) {
    const flat = flattened(logarithm(smoothedPerCell(rest.ink, rest, sigma, leastSupport)), rest)
    if (!flat) continue
    for (const sign of [1, -1] as const) {
      const map = sign === 1 ? flat : flat.map((value) => -value)
      const noise = sign === 1 ? brightSpread(map) : Math.max(brightSpread(map), brightSpread(flat))
      const regions = regionsBelow(map, cells.columns, cells.rows, Math.max(leastDepth, seedSpreads * noise))
      for (const region of regions) {
        const patch = patchOf(region, sign, rest, grid, cellAreaMm2, strengthSpread)
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

/** Large skin that is as good as without dots, by what is usual in the whole zone: a smooth surface would follow it, and tell the skin beside it to be dark. */
function findBare(cells: DotCells, grid: SkinGrid, cellAreaMm2: number, strengthSpread: number): FoundPatch[] {
  const ink = smoothedPerCell(cells.ink, cells, smoothingsCells[0]!, leastSupport)
  const usual = usualOf(ink)
  const map = logarithm(ink.map((value) => value / usual))
  return regionsBelow(map, cells.columns, cells.rows, leastBareDepth).flatMap((region) => {
    const patch = patchOf(region, 1, cells, grid, cellAreaMm2, strengthSpread)
    return patch && patch.areaMm2 >= leastBareMm2 ? [patch] : []
  })
}

/** The same cells, those of patches and their fringe not judged. */
function without(cells: DotCells, patches: readonly FoundPatch[]): DotCells {
  const left = new Float32Array(cells.weight.length)
  for (const patch of patches) for (const cell of patch.cells) left[cell] = 1
  const near = blurred({ widthPx: cells.columns, heightPx: cells.rows, data: left }, fringeCells).data
  const weight = cells.weight.map((share, cell) => (near[cell]! > leastFringe ? 0 : share))
  return { ...cells, weight, ink: cells.ink.map((value, cell) => (weight[cell]! > 0 ? value : 0)) }
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

/** Natural logarithm of a map (NaN: unknown); what is next to nothing counts as a small share of what is usual, since skin without any dot has a place in the map too. */
function logarithm(map: Float32Array): Float32Array {
  const least = leastShare * usualOf(map)
  return map.map((value) => Math.log(Math.max(value, least)))
}

/** Three quarters of a map lie below it: no patch is that large. */
function usualOf(map: Float32Array): number {
  return quantileOf(Float64Array.from(map.filter((value) => !Number.isNaN(value))), 0.75)
}

/** The map over its smooth surface, its median taken off; undefined where too little is known. */
function flattened(map: Float32Array, { columns, rows }: DotCells): Float32Array | undefined {
  const above = aboveSurface(map, columns, rows, degreeFor(map), weightBelowSurface)
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
