import type { Corner } from '../../../shared/domain/export-look.ts'
import type { Size } from '../../../shared/domain/geometry/viewport.ts'
import { marginPx, textUnitOf } from './caption-painter.ts'
import type { ExportLayout } from './export-layout.ts'
import type { Rectangle } from './export-shapes.ts'

/** Between the sign and what is written, in units of text. */
const distancePx = 14
/** Where there is little room, the sign is so much smaller. */
const sizes = [1, 0.8, 0.64, 0.5, 0.4, 0.3]

/**
 * Where a sign of this size (in units of text) stands: in its corner of the part that is always visible, beside what is `taken`, and never in the middle third of a photo, where the head is.
 * Smaller where there is little room; in the next corner where there is none. Null: nowhere.
 */
export function signPlace(
  { size, safe, panes }: Pick<ExportLayout, 'size' | 'safe' | 'panes'>,
  wanted: Size,
  corner: Corner,
  taken: readonly Rectangle[],
): Rectangle | null {
  const unit = textUnitOf(size)
  const margin = marginPx * unit
  const room = {
    left: safe.left + margin,
    top: safe.top + margin,
    widthPx: safe.widthPx - 2 * margin,
    heightPx: safe.heightPx - 2 * margin,
  }
  const heads = panes.map(({ covered }) => middleThird(covered))
  const distance = distancePx * unit
  for (const one of cornersFrom(corner))
    for (const factor of sizes) {
      const sign = { widthPx: wanted.widthPx * unit * factor, heightPx: wanted.heightPx * unit * factor }
      const place = besideTaken(room, sign, one, taken, distance)
      if (place && !heads.some((head) => overlap(place, head))) return place
    }
  return null
}

/** The corner itself, then the other one at the same edge, then those opposite. */
function cornersFrom(corner: Corner): Corner[] {
  const [edge, side] = corner.split('-') as ['top' | 'bottom', 'left' | 'right']
  const otherEdge = edge === 'top' ? 'bottom' : 'top'
  const otherSide = side === 'left' ? 'right' : 'left'
  return [corner, `${edge}-${otherSide}`, `${otherEdge}-${side}`, `${otherEdge}-${otherSide}`]
}

/** The place in a corner, as far from its edge as what is taken there asks for; null where it leaves the room. */
function besideTaken(
  room: Rectangle,
  { widthPx, heightPx }: Size,
  corner: Corner,
  taken: readonly Rectangle[],
  distance: number,
): Rectangle | null {
  if (widthPx > room.widthPx) return null
  const isTop = corner.startsWith('top')
  const left = corner.endsWith('left') ? room.left : room.left + room.widthPx - widthPx
  let top = isTop ? room.top : room.top + room.heightPx - heightPx
  for (const _ of taken) {
    const inTheWay = taken.filter((each) => overlap({ left, top, widthPx, heightPx }, each))
    if (inTheWay.length === 0) break
    top = isTop
      ? Math.max(...inTheWay.map((each) => each.top + each.heightPx)) + distance
      : Math.min(...inTheWay.map((each) => each.top)) - distance - heightPx
  }
  const place = { left, top, widthPx, heightPx }
  const isInside = top >= room.top && top + heightPx <= room.top + room.heightPx
  return isInside && !taken.some((each) => overlap(place, each)) ? place : null
}

function middleThird({ left, top, widthPx, heightPx }: Rectangle): Rectangle {
  return { left: left + widthPx / 3, top: top + heightPx / 3, widthPx: widthPx / 3, heightPx: heightPx / 3 }
}

/** Whether two rectangles have more than an edge in common. */
function overlap(a: Rectangle, b: Rectangle): boolean {
  return (
    a.left < b.left + b.widthPx &&
    b.left < a.left + a.widthPx &&
    a.top < b.top + b.heightPx &&
    b.top < a.top + a.heightPx
  )
}
