import { distance, type Point, type ScreenPoint } from '../../shared/domain/geometry/points.ts'

/** What the user's hand asks of a pane. Points are CSS pixels from the pane's top left corner. */
export interface PaneGestures {
  zoom(at: ScreenPoint, factor: number): void
  pan(by: ScreenPoint): void
  /** A click or tap without a drag; where it is given, double-click doesn't zoom. */
  tap?: ((at: ScreenPoint) => void) | undefined
  /** Takes a drag that begins at a place: then it doesn't pan. Undefined where it isn't wanted. A drag with the middle button always pans. */
  grab?: ((at: ScreenPoint) => PaneDrag | undefined) | undefined
}

/** A drag that somebody took. It ends or, when a second finger comes down or the system takes the pointer away, it is cancelled. */
export interface PaneDrag {
  move(to: ScreenPoint): void
  end(): void
  cancel(): void
}

/** A press moves at least so far (px) before it is a drag; below it is a tap. */
const dragThresholdPx = 4
const doubleClickFactor = 2

/** Controls inside a pane that keep their own pointer handling. */
const ownControls = 'button, input, [role="slider"], [data-own-pointer]'

/** Listens to wheel, drag, pinch and double-click on a pane; gives the function that stops. Handlers are read at each event. */
export function attachGestures(pane: HTMLElement, handlers: () => PaneGestures): () => void {
  const pressed = new Map<number, Point>()
  let travelled = 0
  let wasPinched = false
  let begunAt: ScreenPoint = { x: 0, y: 0 }
  let isPanning = false
  let held: PaneDrag | undefined

  const placeOf = (event: MouseEvent): ScreenPoint => {
    const box = pane.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const isElsewhere = (event: Event) =>
    event.target instanceof Element && event.target !== pane && event.target.closest(ownControls) !== null

  const onWheel = (event: WheelEvent) => {
    event.preventDefault()
    handlers().zoom(placeOf(event), wheelFactor(event))
  }
  const onDown = (event: PointerEvent) => {
    const isMiddle = event.button === 1
    if ((event.button !== 0 && !isMiddle) || isElsewhere(event)) return
    if (isMiddle) event.preventDefault()
    if (pressed.size === 0) {
      travelled = 0
      wasPinched = false
      begunAt = placeOf(event)
      isPanning = isMiddle
    } else letGo('cancel')
    pressed.set(event.pointerId, placeOf(event))
    pane.setPointerCapture?.(event.pointerId)
  }
  const onMove = (event: PointerEvent) => {
    const before = pressed.get(event.pointerId)
    if (!before) return
    const now = placeOf(event)
    const others = [...pressed].filter(([id]) => id !== event.pointerId)
    const other = others[0]?.[1]
    pressed.set(event.pointerId, now)
    if (other) {
      wasPinched = true
      const gap = distance(before, other)
      if (gap > 1) handlers().zoom(between(now, other), distance(now, other) / gap)
      handlers().pan({ x: (now.x - before.x) / 2, y: (now.y - before.y) / 2 })
      return
    }
    const wasDrag = travelled >= dragThresholdPx
    travelled += distance(before, now)
    if (!wasDrag && travelled >= dragThresholdPx && !isPanning && !wasPinched) held = handlers().grab?.(begunAt)
    if (held) held.move(now)
    else if (wasDrag || travelled >= dragThresholdPx) {
      pane.dataset.dragging = ''
      handlers().pan({ x: now.x - before.x, y: now.y - before.y })
    }
  }
  const onUp = (event: PointerEvent) => {
    if (!pressed.delete(event.pointerId)) return
    delete pane.dataset.dragging
    letGo(event.type === 'pointerup' ? 'end' : 'cancel')
    if (isPanning) return
    if (event.type === 'pointerup' && pressed.size === 0 && !wasPinched && travelled < dragThresholdPx)
      handlers().tap?.(placeOf(event))
  }
  const letGo = (how: 'end' | 'cancel') => {
    const drag = held
    held = undefined
    drag?.[how]()
  }
  const onDoubleClick = (event: MouseEvent) => {
    if (isElsewhere(event) || handlers().tap) return
    event.preventDefault()
    handlers().zoom(placeOf(event), doubleClickFactor)
  }

  pane.addEventListener('wheel', onWheel, { passive: false })
  pane.addEventListener('pointerdown', onDown)
  pane.addEventListener('pointermove', onMove)
  pane.addEventListener('pointerup', onUp)
  pane.addEventListener('pointercancel', onUp)
  pane.addEventListener('dblclick', onDoubleClick)
  return () => {
    pane.removeEventListener('wheel', onWheel)
    pane.removeEventListener('pointerdown', onDown)
    pane.removeEventListener('pointermove', onMove)
    pane.removeEventListener('pointerup', onUp)
    pane.removeEventListener('pointercancel', onUp)
    pane.removeEventListener('dblclick', onDoubleClick)
  }
}

/** One notch of a mouse wheel (100 px, or 3 lines) is a fifth; a touch pad's pinch comes as small steps with Ctrl. */
function wheelFactor(event: WheelEvent): number {
  const linePx = 33
  const movedPx = event.deltaMode === 0 ? event.deltaY : event.deltaY * linePx
  const strength = event.ctrlKey && Math.abs(movedPx) < 50 ? 0.01 : 0.0018
  return Math.exp(-Math.min(Math.max(movedPx, -400), 400) * strength)
}

function between(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}
