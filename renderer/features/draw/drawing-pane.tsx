import { Box } from '@mantine/core'
import { useRef, useState } from 'react'
import type { PhotoCaption } from '../../../shared/domain/comparison-caption.ts'
import type { Drawing, DrawnShape } from '../../../shared/domain/drawing.ts'
import { movedOn, nearestOn } from '../../../shared/domain/drawing-on-photo.ts'
import { distanceToLines, linesOf } from '../../../shared/domain/drawn-lines.ts'
import type { ScreenPoint } from '../../../shared/domain/geometry/points.ts'
import { type Size, scaleOf, toPicture, type Viewport } from '../../../shared/domain/geometry/viewport.ts'
import type { DrawingId } from '../../../shared/domain/ids.ts'
import { type Photo, shownSize } from '../../../shared/domain/photo.ts'
import type { Ruler } from '../../../shared/domain/scale.ts'
import { t } from '../../../shared/words/translate.ts'
import { DrawingsLayer } from '../../viewer/drawings/drawings-layer.tsx'
import type { PaintedDrawing } from '../../viewer/drawings/paint-drawing.ts'
import { paintedShape } from '../../viewer/drawings/painted-drawing.ts'
import type { PaneDrag } from '../../viewer/gestures.ts'
import { PhotoViewer } from '../../viewer/photo-viewer.tsx'
import { pictureOfPhoto } from '../../viewer/picture.ts'
import { PictureLayer } from '../../viewer/picture-layer.tsx'
import { paintedBegun } from './begun.ts'
import { DraftPoints } from './draft-points.tsx'
import classes from './draw.module.css'
import { HandleButtons } from './handle-buttons.tsx'
import { drawingAt } from './pick-drawing.ts'
import { useCrossHair } from './use-cross-hair.ts'
import type { DrawTable } from './use-draw-state.ts'
import { useShapeEditing } from './use-shape-editing.ts'

interface DrawingPaneProps {
  readonly photo: Photo
  readonly caption: PhotoCaption
  readonly table: DrawTable
  readonly painted: readonly PaintedDrawing[]
  /** Carried here from other photos: only to be seen. */
  readonly ofOthers: readonly PaintedDrawing[]
  readonly selected: Drawing | null
  readonly ruler: Ruler
  readonly viewport: Viewport
  readonly onViewport: (viewport: Viewport) => void
  readonly onPaneSize: (pane: Size) => void
  readonly onShape: (drawingId: DrawingId, shape: DrawnShape) => void
  readonly onRemove: () => void
}

/** How near (screen pixels) a line is taken hold of, and how near a point counts as the same. */
const reachPx = 9

/** The photo that is drawn on, with its drawings, the chosen one's handles, and what is begun. */
export function DrawingPane(props: DrawingPaneProps) {
  const { photo, caption, table, painted, ofOthers, selected, ruler, viewport, onViewport } = props
  const picture = pictureOfPhoto(photo)
  const frame = shownSize(photo)
  const { tool } = table.state
  const holder = useRef<HTMLDivElement>(null)
  const editing = useShapeEditing(selected, props.onShape)
  const [hover, setHover] = useState<ScreenPoint | null>(null)
  const onPhoto = (at: ScreenPoint, pane: Size) => nearestOn(frame, toPicture(viewport, pane, frame, at))
  const pixelPx = (pane: Size) => 1 / scaleOf(viewport, pane, frame)
  const crossHair = useCrossHair({ isOn: tool !== 'select', viewport, frame, onViewport })
  const shape = editing.shape ?? selected?.shape ?? null

  const onTap = (at: ScreenPoint, pane: Size) => {
    const point = onPhoto(at, pane)
    if (tool === 'select') table.select(drawingAt(painted, point, reachPx * pixelPx(pane)) as DrawingId | null)
    else if (tool === 'brush') table.endStroke([point], pixelPx(pane))
    else table.place(point, reachPx * pixelPx(pane))
  }
  const onGrab = (at: ScreenPoint, pane: Size): PaneDrag | undefined => {
    if (crossHair.isSpaceHeld() || tool === 'text') return undefined
    const from = onPhoto(at, pane)
    if (tool !== 'select') return strokeFrom(from, pane)
    const isHeld = shape && distanceToLines(linesOf(shape), from) <= reachPx * pixelPx(pane)
    if (!isHeld) return undefined
    return {
      move: (to) => {
        const place = toPicture(viewport, pane, frame, to)
        editing.draw(movedOn(frame, shape, { x: place.x - from.x, y: place.y - from.y }))
      },
      end: editing.commit,
      cancel: editing.drop,
    }
  }
  const strokeFrom = (from: ScreenPoint, pane: Size): PaneDrag => {
    const isFree = tool === 'zone' || tool === 'hairline' || tool === 'brush'
    let stroke = [from]
    return {
      move: (to) => {
        stroke = isFree ? [...stroke, onPhoto(to, pane)] : [from, onPhoto(to, pane)]
        table.stroke(stroke)
      },
      end: () => table.endStroke(stroke, pixelPx(pane)),
      cancel: () => table.stroke([]),
    }
  }
  const shown = painted.map((drawing) =>
    shape && drawing.drawingId === selected?.drawingId
      ? paintedShape(drawing.drawingId, selected.name, shape, ruler)
      : drawing,
  )
  return (
    <Box
      ref={holder}
      className={classes.pane}
      data-tool={tool}
      onPointerMove={(event) => {
        const box = event.currentTarget.getBoundingClientRect()
        setHover({ x: event.clientX - box.left, y: event.clientY - box.top })
        crossHair.hide()
      }}
      onPointerLeave={() => setHover(null)}
      {...crossHair.handlers}
    >
      <PhotoViewer
        label={t('Photo to draw on: {{caption}}', { caption: caption.text })}
        frame={frame}
        viewport={viewport}
        onViewport={onViewport}
        onPaneSize={props.onPaneSize}
        onTap={onTap}
        onGrab={onGrab}
        onKey={(event, pane) =>
          crossHair.onKey(event, pane, (at) => table.place(onPhoto(at, pane), reachPx * pixelPx(pane)))
        }
      >
        {(pane) => {
          const aim = crossHair.at(pane) ?? hover
          const begun = paintedBegun(table.state, aim && onPhoto(aim, pane), photo, ruler)
          return (
            <>
              <PictureLayer picture={picture} viewport={viewport} pane={pane} label={caption.text} />
              <DrawingsLayer
                drawings={[...ofOthers, ...shown, ...begun]}
                frame={frame}
                viewport={viewport}
                pane={pane}
                selectedId={selected?.drawingId ?? null}
              />
              <DraftPoints points={table.state.points} {...{ viewport, pane, frame }} crossHair={crossHair.at(pane)} />
              {selected && shape && (
                <HandleButtons
                  key={selected.drawingId}
                  {...{ selected, shape, editing, viewport, pane, frame }}
                  onRemove={props.onRemove}
                  onLeave={() => {
                    table.select(null)
                    holder.current?.querySelector<HTMLElement>('[data-pane]')?.focus({ preventScroll: true })
                  }}
                />
              )}
            </>
          )
        }}
      </PhotoViewer>
    </Box>
  )
}
