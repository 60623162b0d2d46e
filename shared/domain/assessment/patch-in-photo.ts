import type { Patch } from './assessment.ts'
import { outlineOf } from './outline.ts'
import type { FoundPatch } from './patches.ts'
import { cellPx, type WorkFrame } from './work-scale.ts'

/** From so many standard errors on a patch is clear; below it is possible (assessment-measurements, step 8). */
const clearErrors = 4.5

/** A patch of cells as a patch of the photo. */
export function patchInPhoto(
  { cells, kind, inkDrop, inkError, areaMm2, dotsLacking }: FoundPatch,
  columns: number,
  frame: WorkFrame,
): Patch {
  const toPhoto = (x: number, y: number) => frame.toPhoto({ x: x * cellPx - 0.5, y: y * cellPx - 0.5 })
  const centre = { x: 0, y: 0 }
  for (const cell of cells) {
    centre.x += ((cell % columns) + 0.5) / cells.length
    centre.y += (Math.floor(cell / columns) + 0.5) / cells.length
  }
  return {
    kind,
    certainty: Math.abs(inkDrop) >= clearErrors * inkError ? 'clear' : 'possible',
    outline: outlineOf(cells, columns).map(({ x, y }) => toPhoto(x, y)),
    centre: toPhoto(centre.x, centre.y),
    lightened: { value: inkDrop, range: [inkDrop - 2 * inkError, Math.min(1, inkDrop + 2 * inkError)] },
    dotsLacking,
    areaMm2,
  }
}
