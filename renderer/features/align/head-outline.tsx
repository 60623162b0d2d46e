import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import type { Point } from '../../../shared/domain/geometry/points.ts'
import { type Size, scaleOf, toPicture, toScreen, type Viewport } from '../../../shared/domain/geometry/viewport.ts'
import { type HeadEllipse, headWidthPx } from '../../../shared/domain/head.ts'
import { t } from '../../../shared/words/translate.ts'
import classes from './align.module.css'
import { draggedTo, type HeadHandle, handlePlaces, headHandles, nudgedBy } from './head-editing.ts'
import type { Side } from './landmark-editing.ts'

interface HeadOutlineProps {
  /** Which photo its buttons name. */
  readonly side: Side
  readonly ellipse: HeadEllipse
  readonly onEllipse: (ellipse: HeadEllipse) => void
  readonly viewport: Viewport
  readonly pane: Size
  readonly frame: Size
}

const handleNames: Record<HeadHandle, () => string> = {
  middle: () => t('Position'),
  width: () => t('Width'),
  height: () => t('Height'),
  turn: () => t('Turn'),
}
const turnGapPx = 28

/** The head's outline over a photo, with handles that are dragged or moved by arrow keys (Shift: ten times as far). */
export function HeadOutline({ side, ellipse, onEllipse, viewport, pane, frame }: HeadOutlineProps) {
  const scale = scaleOf(viewport, pane, frame)
  const middle = toScreen(viewport, pane, frame, { x: ellipse.centreX, y: ellipse.centreY })
  const places = handlePlaces(ellipse, turnGapPx / scale)
  return (
    <>
      <svg className={classes.outline} aria-hidden="true">
        <g transform={`translate(${middle.x} ${middle.y}) rotate(${ellipse.angleDegrees})`}>
          <line y1={-ellipse.radiusY * scale} y2={-ellipse.radiusY * scale - turnGapPx} />
          <ellipse rx={ellipse.radiusX * scale} ry={ellipse.radiusY * scale} />
        </g>
      </svg>
      {headHandles.map((handle) => (
        <Handle
          key={handle}
          name={handleName(handle, side)}
          handle={handle}
          at={toScreen(viewport, pane, frame, places[handle])}
          onDrag={(screen) => onEllipse(draggedTo(ellipse, handle, toPicture(viewport, pane, frame, screen)))}
          onNudge={(direction, times) =>
            onEllipse(nudgedBy(ellipse, handle, direction, (times * headWidthPx(ellipse)) / 200))
          }
        />
      ))}
    </>
  )
}

function handleName(handle: HeadHandle, side: Side): string {
  const name = { handle: handleNames[handle]() }
  return side === 'reference'
    ? t('{{handle}} of the head outline in the reference photo', name)
    : t('{{handle}} of the head outline in the moving photo', name)
}

interface HandleProps {
  readonly name: string
  readonly handle: HeadHandle
  readonly at: Point
  readonly onDrag: (screen: Point) => void
  readonly onNudge: (direction: Point, times: number) => void
}

const directions: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

function Handle({ name, handle, at, onDrag, onNudge }: HandleProps) {
  const grip = useRef<Point>(undefined)
  const onPointerDown = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture?.(event.pointerId)
    grip.current = { x: event.clientX - at.x, y: event.clientY - at.y }
  }
  const onPointerMove = (event: PointerEvent) => {
    if (grip.current) onDrag({ x: event.clientX - grip.current.x, y: event.clientY - grip.current.y })
  }
  const letGo = () => {
    grip.current = undefined
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = directions[event.key]
    if (!direction) return
    onNudge(direction, event.shiftKey ? 10 : 1)
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <button
      type="button"
      className={classes.handle}
      data-handle={handle}
      style={{ left: at.x, top: at.y }}
      aria-label={name}
      aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onKeyDown={onKeyDown}
    />
  )
}
