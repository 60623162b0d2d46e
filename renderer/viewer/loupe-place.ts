import { distance, type Point, type ScreenPoint } from '../../shared/domain/geometry/points.ts'
import type { Size } from '../../shared/domain/geometry/viewport.ts'

/** Diameter of the loupe in CSS pixels; odd, so that the cross-hair's lines lie on whole pixels. */
export const loupeSidePx = 161
/** So much stays free between the place looked at and the loupe: a finger tip, or a mark with its number. */
const gapPx = 36
/** So far the loupe's ring stays from the pane's edges. */
const marginPx = 6

const slanted = Math.SQRT1_2
/** Where the loupe may lie about the place, best first: above, where a hand doesn't cover it. */
const directions: readonly Point[] = [
  { x: slanted, y: -slanted },
  { x: -slanted, y: -slanted },
  { x: 0, y: -1 },
  { x: slanted, y: slanted },
  { x: -slanted, y: slanted },
  { x: 1, y: 0 },
  { x: -1, y: 0 },
  { x: 0, y: 1 },
]

/**
 * The middle of a loupe that shows a place of the pane: beside the place, never over it, inside the pane. Undefined where the pane is too small
 * for that.
 */
export function loupePlace(at: ScreenPoint, pane: Size): ScreenPoint | undefined {
  const reach = loupeSidePx / 2 + marginPx
  if (pane.widthPx < 2 * reach || pane.heightPx < 2 * reach) return undefined
  const away = loupeSidePx / 2 + gapPx
  const places = directions.map((direction) => {
    const wanted = { x: at.x + direction.x * away, y: at.y + direction.y * away }
    const x = Math.min(Math.max(wanted.x, reach), pane.widthPx - reach)
    const y = Math.min(Math.max(wanted.y, reach), pane.heightPx - reach)
    return { x, y }
  })
  return places.find((place) => distance(place, at) >= away - 1e-6)
}
