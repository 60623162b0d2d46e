import { fromView } from '../../../../shared/domain/covers/cover-place.ts'
import type { Point } from '../../../../shared/domain/geometry/points.ts'
import { type QuarterTurns, turned, turnedBack } from '../../../../shared/domain/geometry/quarter-turns.ts'
import type { ExportPane } from '../export-layout.ts'
import type { Rectangle } from '../export-shapes.ts'

/** Where a point of a pane's frame lies in the exported picture. */
export function onSheet({ view, place }: ExportPane, quarterTurns: QuarterTurns, { x, y }: Point): Point {
  const away = turned({ x: (x - view.centreX) * view.scale, y: (y - view.centreY) * view.scale }, quarterTurns)
  const middle = middleOf(place)
  return { x: middle.x + away.x, y: middle.y + away.y }
}

/** Which point of its frame a pane shows at a point of the exported picture. */
export function fromSheet({ view, place }: ExportPane, quarterTurns: QuarterTurns, { x, y }: Point): Point {
  const middle = middleOf(place)
  const away = turnedBack({ x: x - middle.x, y: y - middle.y }, quarterTurns)
  return fromView(view, { x: away.x + (view.widthPx - 1) / 2, y: away.y + (view.heightPx - 1) / 2 })
}

/** Whether a point of the exported picture lies in a pane. */
export function isOnPane({ place }: ExportPane, { x, y }: Point): boolean {
  return x >= place.left && y >= place.top && x < place.left + place.widthPx && y < place.top + place.heightPx
}

function middleOf({ left, top, widthPx, heightPx }: Rectangle): Point {
  return { x: left + widthPx / 2, y: top + heightPx / 2 }
}
