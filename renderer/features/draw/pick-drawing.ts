import { distanceToLines } from '../../../shared/domain/drawn-lines.ts'
import type { Point } from '../../../shared/domain/geometry/points.ts'
import { areaOf, isInPolygon } from '../../../shared/domain/geometry/polygon.ts'
import type { PaintedDrawing } from '../../viewer/drawings/paint-drawing.ts'

/** The drawing at a point of the photo: the nearest line within reach (photo pixels), else the smallest closed one around the point. */
export function drawingAt(drawings: readonly PaintedDrawing[], point: Point, reachPx: number): string | null {
  const near = drawings
    .map(({ drawingId, drawn }) => ({ drawingId, away: distanceToLines(drawn, point) }))
    .filter(({ away }) => away <= reachPx)
    .toSorted((a, b) => a.away - b.away)
  if (near[0]) return near[0].drawingId
  const around = drawings
    .filter(({ drawn: { isClosed, lines } }) => isClosed && lines[0] && isInPolygon(lines[0], point))
    .toSorted((a, b) => areaOf(a.drawn.lines[0]!) - areaOf(b.drawn.lines[0]!))
  return around[0]?.drawingId ?? null
}
