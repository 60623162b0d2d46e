import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react'
import type { ScreenPoint } from '../../../shared/domain/geometry/points.ts'

/** What the hand is at in a pane: a place under the pointer, or a mark (its pair, from 0). */
export type LoupeTarget =
  | { readonly kind: 'place'; readonly at: ScreenPoint }
  | { readonly kind: 'mark'; index: number }

const movingKeys = /^(Arrow|Enter$)/
/** Controls that lie over the photo. */
const controls = 'button, input, [role="slider"], [data-own-pointer]'

/**
 * Follows pointer, keys and focus in the element that holds a pane. The pointer counts until a key is pressed, then the focused mark does, and the
 * other way round; nothing while the photo is moved.
 */
export function useLoupeTarget(holder: RefObject<HTMLElement | null>) {
  const [pointed, setPointed] = useState<LoupeTarget | null>(null)
  const [focused, setFocused] = useState<LoupeTarget | null>(null)
  const [isByKeys, setByKeys] = useState(false)
  const last = useRef({ x: Number.NaN, y: Number.NaN })
  useFocusKept(holder, focused !== null)

  const onPointer = (event: PointerEvent) => {
    // the browser tells a pointer at rest again when something moves under it
    const { clientX: x, clientY: y } = event
    if (event.type === 'pointermove' && x === last.current.x && y === last.current.y) return
    last.current = { x, y }
    setByKeys(false)
    setPointed(targetOf(event))
  }
  const onKey = () => {
    setByKeys(true)
    setPointed(null)
  }
  const handlers = {
    onPointerMove: onPointer,
    onPointerDown: onPointer,
    onPointerLeave: () => setPointed(null),
    onKeyDownCapture: (event: KeyboardEvent) => movingKeys.test(event.key) && onKey(),
    // Tab comes from outside: only its end is seen here
    onKeyUp: (event: KeyboardEvent) => event.key === 'Tab' && onKey(),
    onFocus: (event: FocusEvent) => setFocused(markOf(event.target)),
    onBlur: () => setFocused(null),
  }
  return { target: isByKeys ? focused : pointed, handlers }
}

function targetOf(event: PointerEvent): LoupeTarget | null {
  const mark = markOf(event.target)
  if (mark) return mark
  const pane = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-pane]') : null
  if (!pane || pane.dataset.dragging !== undefined) return null
  if (event.target instanceof Element && event.target.closest(controls)) return null
  const box = pane.getBoundingClientRect()
  return { kind: 'place', at: { x: event.clientX - box.left, y: event.clientY - box.top } }
}

function markOf(element: EventTarget): LoupeTarget | null {
  const mark = element instanceof Element ? element.closest<HTMLElement>('[data-mark]') : null
  return mark ? { kind: 'mark', index: Number(mark.dataset.mark) } : null
}

/** When a mark that has the focus goes, its pane takes the focus: the keyboard stays where it was. */
function useFocusKept(holder: RefObject<HTMLElement | null>, hasFocus: boolean): void {
  useEffect(() => {
    if (!hasFocus || document.activeElement !== document.body) return
    holder.current?.querySelector<HTMLElement>('[data-pane]')?.focus({ preventScroll: true })
  })
}
