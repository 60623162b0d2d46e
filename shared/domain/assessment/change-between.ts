import type { Point } from '../geometry/points.ts'
import { quantileOf } from '../light/linear-light.ts'
import type { PatchKind } from './assessment.ts'
import { outlineOf } from './outline.ts'
import { regionsBelow } from './patch-regions.ts'
import { aboveSurface } from './robust-surface.ts'
import type { SkinMap } from './skin-map.ts'

/** Skin that changed between two stages beyond what all of the zone did. `lightened`: the share by which it became lighter; negative: darker. Reference pixels. */
export interface Change {
  readonly kind: Extract<PatchKind, 'lightened' | 'dark'>
  readonly lightened: number
  readonly outline: readonly Point[]
  readonly areaMm2: number
}

/** Maps that lie further apart than this (mm) after alignment can't be compared (assessment-measurements, 3.4). */
const mostRegistrationErrorMm = 2
/** Settling, light and exposure are smooth: a surface of degree 2 takes them out (assessment-measurements, step 9). */
const surfaceDegree = 2
const leastDepth = -Math.log(0.88)
const seedSpreads = 3.5
const leastAreaMm2 = 35

/** What changed, and by how much each place did beside what all of the zone did: 1 is like the rest, less became lighter. */
export interface ChangeMap {
  readonly changes: readonly Change[]
  readonly map: SkinMap
}

/**
 * What changed from an earlier to a later stage, from both darkness maps on one grid of the reference's frame (see `mapInFrame`); the deepest first. `pixelsPerMm` of that frame.
 * Undefined where the alignment is off by more than 2 mm, or the maps have too little in common.
 */
export function changeBetween(
  earlier: SkinMap,
  later: SkinMap,
  pixelsPerMm: number,
  registrationErrorMm: number,
): ChangeMap | undefined {
  if (registrationErrorMm > mostRegistrationErrorMm) return undefined
  const { columns, rows, stepX, stepY } = later
  const ratio = later.values.map((value, at) => Math.log(value / earlier.values[at]!))
  const known = ratio.map((value) => (Number.isFinite(value) ? value : Number.NaN))
  const above = aboveSurface(known, columns, rows, surfaceDegree, 1)
  if (!above) return undefined
  const cellAreaMm2 = (stepX * stepY) / pixelsPerMm ** 2
  const changes: Change[] = []
  for (const sign of [1, -1] as const) {
    const map = above.map((value) => sign * value)
    const positive = Float64Array.from(map.filter((value) => value > 0))
    if (positive.length === 0) continue
    const noise = 1.4826 * quantileOf(positive, 0.5)
    for (const { cells } of regionsBelow(map, columns, rows, Math.max(leastDepth, seedSpreads * noise))) {
      const areaMm2 = cells.length * cellAreaMm2
      if (areaMm2 < leastAreaMm2) continue
      const mean = cells.reduce((sum, cell) => sum + above[cell]!, 0) / cells.length
      changes.push({
        kind: sign === 1 ? 'lightened' : 'dark',
        lightened: 1 - Math.exp(mean),
        areaMm2,
        outline: outlineOf(cells, columns).map(({ x, y }) => ({
          x: later.originX + (x - 0.5) * stepX,
          y: later.originY + (y - 0.5) * stepY,
        })),
      })
    }
  }
  return {
    changes: changes.sort((a, b) => Math.abs(b.lightened) - Math.abs(a.lightened)),
    map: { ...later, values: above.map(Math.exp) },
  }
}
