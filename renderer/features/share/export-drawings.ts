import { type QuarterTurns, turned } from '../../../shared/domain/geometry/quarter-turns.ts'
import { type PaintedDrawing, paintDrawing, paintDrawingLabel } from '../../viewer/drawings/paint-drawing.ts'
import { inPaintingOrder } from '../../viewer/drawings/painted-drawing.ts'
import type { ShownDrawings } from '../../viewer/shown-comparison.ts'
import type { ExportLayout, ExportPane } from './export-layout.ts'

/** Lines of an exported picture are so much wider than on the screen: it is seen smaller. */
const lineScale = 1.6

/** Whether anything is drawn over a comparison. */
export function hasDrawings({ reference, moving }: ShownDrawings): boolean {
  return reference.length + moving.length > 0
}

/** Paints what was drawn over the photos of an exported picture, each in its own place; where both photos share a place, once. */
export function paintDrawings(
  context: CanvasRenderingContext2D,
  { layout, areBeside }: { readonly layout: ExportLayout; readonly areBeside: boolean },
  drawings: ShownDrawings,
): void {
  const [reference, moving] = layout.panes
  if (reference) paintOver(context, reference, layout.quarterTurns, drawings.reference)
  if (areBeside && moving) paintOver(context, moving, layout.quarterTurns, drawings.moving)
}

function paintOver(
  context: CanvasRenderingContext2D,
  { place, view }: ExportPane,
  quarterTurns: QuarterTurns,
  drawings: readonly PaintedDrawing[],
): void {
  const { left, top, widthPx, heightPx } = place
  context.save()
  context.beginPath()
  context.rect(left, top, widthPx, heightPx)
  context.clip()
  context.translate(left, top)
  const { centreX, centreY, scale } = view
  const fromMiddle = turned({ x: -centreX * scale, y: -centreY * scale }, quarterTurns)
  const origin = { x: widthPx / 2 + fromMiddle.x, y: heightPx / 2 + fromMiddle.y }
  const lying = { size: place, scale, quarterTurns, lineScale, origin }
  for (const drawing of inPaintingOrder(drawings)) paintDrawing(context, drawing, lying)
  for (const drawing of inPaintingOrder(drawings)) paintDrawingLabel(context, drawing, lying)
  context.restore()
}
