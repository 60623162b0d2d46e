import type Konva from 'konva/lib/Core'
import { useLayoutEffect, useMemo, useRef } from 'react'
import { Layer, Shape, Stage } from 'react-konva/lib/ReactKonvaCore'
import { type Size, scaleOf, toScreen, turnsOf, type Viewport } from '../../../shared/domain/geometry/viewport.ts'
import { t } from '../../../shared/words/translate.ts'
import classes from './drawings.module.css'
import { type PaintedDrawing, paintDrawing, paintDrawingLabel } from './paint-drawing.ts'
import { inPaintingOrder } from './painted-drawing.ts'
import type { PaintingPlace } from './painting-place.ts'

interface DrawingsLayerProps {
  readonly drawings: readonly PaintedDrawing[]
  readonly frame: Size
  readonly viewport: Viewport
  readonly pane: Size
  readonly selectedId?: string | null
}

/** Drawings over a pane that shows their frame. The stage takes no pointer: whoever edits asks where the drawings lie. */
export function DrawingsLayer({ drawings, frame, viewport, pane, selectedId = null }: DrawingsLayerProps) {
  const layer = useRef<Konva.Layer>(null)
  const paint = useRef<(context: CanvasRenderingContext2D) => void>(() => undefined)
  const ordered = useMemo(() => inPaintingOrder(drawings), [drawings])
  // in the very frame in which the photo moves: the stage by itself would paint a frame later
  useLayoutEffect(() => {
    const place = placeOf(viewport, pane, frame)
    paint.current = (context) => {
      for (const drawing of ordered) paintDrawing(context, drawing, place, drawing.drawingId === selectedId)
      for (const drawing of ordered) paintDrawingLabel(context, drawing, place)
    }
    layer.current?.draw()
  }, [ordered, viewport, pane, frame, selectedId])
  const contents = useMemo(
    () => (
      <Stage width={pane.widthPx} height={pane.heightPx} listening={false}>
        <Layer ref={layer} listening={false}>
          <Shape listening={false} sceneFunc={({ _context }) => paint.current(_context)} />
        </Layer>
      </Stage>
    ),
    [pane],
  )
  if (drawings.length === 0) return null
  return (
    <div className={classes.layer} role="img" aria-label={spoken(drawings)} data-drawings={drawings.length}>
      {contents}
    </div>
  )
}

/** How a pane shows a frame. */
function placeOf(viewport: Viewport, pane: Size, frame: Size): PaintingPlace {
  return {
    size: pane,
    scale: scaleOf(viewport, pane, frame),
    quarterTurns: turnsOf(viewport),
    lineScale: 1,
    origin: toScreen(viewport, pane, frame, { x: 0, y: 0 }),
  }
}

function spoken(drawings: readonly PaintedDrawing[]): string {
  const labels = drawings.flatMap(({ label }) => label ?? [])
  return labels.length === 0
    ? t('{{count}} drawings', { count: drawings.length })
    : t('{{count}} drawings: {{labels}}', { count: drawings.length, labels: labels.join(', ') })
}
