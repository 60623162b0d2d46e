import { Move } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import type { Drawing, DrawnShape } from '../../../shared/domain/drawing.ts'
import { kindName, kindOf } from '../../../shared/domain/drawing-words.ts'
import { distance, type Point, type ScreenPoint } from '../../../shared/domain/geometry/points.ts'
import { type Size, scaleOf, toPicture, toScreen, type Viewport } from '../../../shared/domain/geometry/viewport.ts'
import { t } from '../../../shared/words/translate.ts'
import classes from './draw.module.css'
import { gapsOf, type Handle, handlesOf, withHandleAt, withoutPoint, withPointAfter } from './handles.ts'
import type { ShapeEditing } from './use-shape-editing.ts'

interface HandleButtonsProps {
  readonly selected: Pick<Drawing, 'drawingId' | 'name' | 'shape'>
  readonly shape: DrawnShape
  readonly editing: ShapeEditing
  readonly viewport: Viewport
  readonly pane: Size
  readonly frame: Size
  readonly onRemove: () => void
  readonly onLeave: () => void
}

/** So far (screen pixels) below its place the handle of the whole stands, where it would cover what is written. */
const wholeAside: Readonly<Partial<Record<DrawnShape['kind'], number>>> = { measure: 30, arrow: 30, text: 28 }
/** Points between which less than this (screen pixels) is free get no button for a further one. */
const roomForAnotherPx = 52

/** The handles of the chosen drawing: dragged, or moved by arrow keys (Shift: ten times as far). */
export function HandleButtons(props: HandleButtonsProps) {
  const { selected, shape, editing, viewport, pane, frame, onRemove, onLeave } = props
  const name = selected.name || kindName(kindOf(selected.shape))
  const aside = wholeAside[shape.kind] ?? 0
  const onScreen = (point: Point) => toScreen(viewport, pane, frame, point)
  const move = (handle: Handle) => (to: ScreenPoint) =>
    editing.draw(withHandleAt(shape, handle, toPicture(viewport, pane, frame, to), frame))
  const stepPx = Math.max(1 / scaleOf(viewport, pane, frame), 1)
  const nudge = (handle: Handle) => (by: Point) =>
    editing.drawForNow((present) => {
      const at = handlesOf(present).find((placed) => isSame(placed.handle, handle))?.at
      return at ? withHandleAt(present, handle, { x: at.x + by.x * stepPx, y: at.y + by.y * stepPx }, frame) : present
    })
  const change = (changed: DrawnShape) => {
    editing.draw(changed)
    editing.commit()
  }
  const handles = handlesOf(shape)
  const points = handles.filter(({ handle }) => handle.kind === 'point')
  return (
    <>
      {gapsOf(shape).map((gap, index) => {
        const next = points[(index + 1) % points.length]
        const from = points[index]
        if (!from || !next || distance(onScreen(from.at), onScreen(next.at)) < roomForAnotherPx) return null
        const at = onScreen(gap)
        return (
          <button
            key={`gap ${from.at.x} ${from.at.y}`}
            type="button"
            className={classes.gap}
            style={{ left: at.x, top: at.y }}
            // for the pointer only: by keyboard Insert on a point does the same
            tabIndex={-1}
            aria-hidden="true"
            onClick={() => change(withPointAfter(shape, index))}
          />
        )
      })}
      {handles.map(({ handle, at }) => (
        <HandleButton
          key={handle.kind === 'point' ? handle.index : handle.kind}
          label={handleName(handle, name)}
          kind={handle.kind}
          at={handle.kind === 'whole' ? shifted(onScreen(at), aside) : onScreen(at)}
          onDrag={(to) => move(handle)(handle.kind === 'whole' ? shifted(to, -aside) : to)}
          onEnd={editing.commit}
          onNudge={nudge(handle)}
          onRemove={() => {
            const rest = handle.kind === 'point' ? withoutPoint(shape, handle.index) : undefined
            const isLine = shape.kind === 'zone' || shape.kind === 'hairline'
            if (rest) change(rest)
            else if (handle.kind !== 'point' || !isLine) onRemove()
          }}
          onInsert={() => handle.kind === 'point' && change(withPointAfter(shape, handle.index))}
          onOtherKey={editing.commit}
          onLeave={onLeave}
        />
      ))}
    </>
  )
}

function shifted({ x, y }: ScreenPoint, by: number): ScreenPoint {
  return { x, y: y + by }
}

function isSame(one: Handle, other: Handle): boolean {
  return one.kind === other.kind && (one.kind !== 'point' || other.kind !== 'point' || one.index === other.index)
}

function handleName(handle: Handle, drawing: string): string {
  if (handle.kind === 'point') return t('Point {{number}} of {{drawing}}', { number: handle.index + 1, drawing })
  return handle.kind === 'edge' ? t('Edge of {{drawing}}', { drawing }) : t('Move {{drawing}}', { drawing })
}

interface HandleButtonProps {
  readonly label: string
  readonly kind: Handle['kind']
  readonly at: ScreenPoint
  readonly onDrag: (to: ScreenPoint) => void
  readonly onEnd: () => void
  readonly onNudge: (by: Point) => void
  readonly onRemove: () => void
  readonly onInsert: () => void
  /** Any other key: what is held is kept first. */
  readonly onOtherKey: () => void
  readonly onLeave: () => void
}

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

function HandleButton(props: HandleButtonProps) {
  const { label, kind, at, onDrag, onEnd, onNudge, onRemove, onInsert, onOtherKey, onLeave } = props
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
    if (grip.current) onEnd()
    grip.current = undefined
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Shift') return
    const arrow = arrows[event.key]
    const hasCommand = event.ctrlKey || event.metaKey || event.altKey
    const times = event.shiftKey ? 10 : 1
    if (!arrow || hasCommand) onOtherKey()
    if (hasCommand) return
    if (arrow) onNudge({ x: arrow.x * times, y: arrow.y * times })
    else if (event.key === 'Delete' || event.key === 'Backspace') onRemove()
    else if (event.key === 'Insert' || event.key === 'i') onInsert()
    else if (event.key === 'Escape') onLeave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <button
      type="button"
      className={classes.handle}
      data-handle={kind}
      style={{ left: at.x, top: at.y }}
      aria-label={label}
      aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown Delete Insert"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onKeyDown={onKeyDown}
      onBlur={onOtherKey}
    >
      {kind === 'whole' && <Move size={14} aria-hidden />}
    </button>
  )
}
