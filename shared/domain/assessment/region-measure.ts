import type { DotCells } from './dot-maps.ts'
import { besides } from './patch-regions.ts'
import type { SkinGrid } from './skin-grid.ts'

/** A region against the skin around it: shares by which ink, number of dots, and the standard error of the first. */
export interface MeasuredRegion {
  readonly inkDrop: number
  readonly countDrop: number
  readonly inkError: number
  readonly areaMm2: number
  /** Dots of usual strength that would make up for the drop; 0 where there is none. */
  readonly dotsLacking: number
}

/** Measured inside, this far from the edge, and in a ring around, in cells (0.75 mm; 2–9 mm; assessment-measurements, step 8). */
const insetCells = 2
const ringCells = [4, 15] as const
/** Variance of a count over its mean for dots that are set apart. */
const countVariance = 0.3
/**
 * The error is that of a count relative to itself, which grows beyond all bounds where next to nothing is left; there it is taken as at this share of what is usual. The error of the ratio itself
 * (the relative one times the ratio) is smaller still.
 */
const leastShareForError = 0.2
/** With less judged skin than this (cells) nothing is measured. */
const fewestCells = 12

/** Compares a region, unsmoothed, with the ring around it; `isLeftOut` marks cells of other patches. Undefined where too little is judged. */
export function measureRegion(
  region: readonly number[],
  cells: DotCells,
  grid: SkinGrid,
  cellAreaMm2: number,
  strengthSpread: number,
  isLeftOut?: Uint8Array,
): MeasuredRegion | undefined {
  const away = distanceFrom(region, cells, ringCells[1])
  const inset = (steps: number) => region.filter((cell) => away.inside.get(cell)! > steps)
  const core = [insetCells, insetCells / 2].map(inset).find((chosen) => chosen.length >= fewestCells) ?? region
  const inside = sumOver(core, cells)
  const ring: number[] = []
  for (const [cell, steps] of away.outside) if (steps >= ringCells[0] && !isLeftOut?.[cell]) ring.push(cell)
  const around = sumOver(ring, cells)
  if (inside.weight < fewestCells / 2 || around.weight < 2 * fewestCells || around.ink <= 0) return undefined
  const areaMm2 = region.reduce((sum, cell) => sum + cellAreaMm2 / Math.max(grid.areaFactor[cell]!, 0.2), 0)
  const ratio = inside.ink / inside.weight / (around.ink / around.weight)
  const variance = countVariance + strengthSpread ** 2
  const usualDots = (around.dots / around.weight) * inside.weight
  const countedDots = Math.max(inside.dots, leastShareForError * usualDots, 1)
  const error = Math.sqrt(variance / countedDots + variance / Math.max(around.dots, 1))
  return {
    inkDrop: 1 - ratio,
    countDrop: 1 - inside.count / inside.weight / (around.count / around.weight),
    inkError: error,
    areaMm2,
    dotsLacking: Math.max(
      0,
      Math.round(((around.ink - inside.ink * (around.weight / inside.weight)) / around.weight / cellAreaMm2) * areaMm2),
    ),
  }
}

function sumOver(chosen: readonly number[], { weight, ink, count, rawCount }: DotCells) {
  const sum = { weight: 0, ink: 0, count: 0, dots: 0 }
  for (const cell of chosen) {
    sum.weight += weight[cell]!
    sum.ink += ink[cell]!
    sum.count += count[cell]!
    sum.dots += rawCount[cell]!
  }
  return sum
}

/** Steps from cell to cell: inwards from a region's edge (1 at the edge) and outwards (1 beside it) as far as `reach`. */
function distanceFrom(region: readonly number[], { columns, rows }: DotCells, reach: number) {
  const inside = new Map<number, number>()
  const outside = new Map<number, number>()
  const isRegion = new Set(region)
  let edge = region.filter((cell) => besides(cell, columns, rows).some((next) => !isRegion.has(next)))
  for (let step = 1; edge.length > 0; step++) {
    for (const cell of edge) inside.set(cell, step)
    edge = [...new Set(edge.flatMap((cell) => besides(cell, columns, rows)))].filter(
      (cell) => isRegion.has(cell) && !inside.has(cell),
    )
  }
  edge = [...region]
  for (let step = 1; step <= reach; step++) {
    edge = [...new Set(edge.flatMap((cell) => besides(cell, columns, rows)))].filter(
      (cell) => !isRegion.has(cell) && !outside.has(cell),
    )
    for (const cell of edge) outside.set(cell, step)
  }
  return { inside, outside }
}
