import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react'
import type { ScreenPoint } from '../../../shared/domain/geometry/points.ts'
import { panBy, type Size, type Viewport } from '../../../shared/domain/geometry/viewport.ts'

interface CrossHairOptions {
  /** A tool is in hand. */
  readonly isOn: boolean
  readonly viewport: Viewport
  readonly frame: Size
  readonly onViewport: (viewport: Viewport) => void
}

/** One press of an arrow key moves the cross-hair so far (screen pixels); with Shift ten times as far. */
const stepPx = 5
/** So near the pane's edge the photo moves instead. */
const marginPx = 24

const arrows: Readonly<Record<string, ScreenPoint>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** The keyboard's way of pointing into a pane: a cross-hair that arrow keys move; Enter places a point there. It is seen while keys are used. */
export function useCrossHair({ isOn, viewport, frame, onViewport }: CrossHairOptions) {
  const [place, setPlace] = useState<ScreenPoint | null>(null)
  const [isByKeys, setByKeys] = useState(false)
  const isSpaceHeld = useRef(false)
  const isIn = (element: Element) => element.closest('[data-pane]') === element
  // a window that has become smaller takes the cross-hair along
  const aimed = (pane: Size): ScreenPoint =>
    place
      ? { x: kept(place.x, pane.widthPx), y: kept(place.y, pane.heightPx) }
      : { x: pane.widthPx / 2, y: pane.heightPx / 2 }
  const at = (pane: Size): ScreenPoint | null => {
    if (!isOn || !isByKeys) return null
    return aimed(pane)
  }
  const move = (by: ScreenPoint, pane: Size) => {
    const from = aimed(pane)
    const wanted = { x: from.x + by.x, y: from.y + by.y }
    const inside = { x: kept(wanted.x, pane.widthPx), y: kept(wanted.y, pane.heightPx) }
    setPlace(inside)
    const beyond = { x: inside.x - wanted.x, y: inside.y - wanted.y }
    if (beyond.x !== 0 || beyond.y !== 0) onViewport(panBy(viewport, pane, frame, beyond))
  }

  return {
    at,
    hide: () => {
      if (isByKeys) setByKeys(false)
    },
    /** While Space is held a drag moves the photo, whatever the tool. */
    isSpaceHeld: () => isSpaceHeld.current,
    /** A key of the focused pane; true when it was for the cross-hair. */
    onKey: (event: KeyboardEvent, pane: Size, onPlace: (at: ScreenPoint) => void): boolean => {
      if (event.key === ' ') {
        isSpaceHeld.current = true
        return true
      }
      const arrow = arrows[event.key]
      if (!isOn || (!arrow && event.key !== 'Enter')) return false
      setByKeys(true)
      const times = stepPx * (event.shiftKey ? 10 : 1)
      if (arrow) move({ x: arrow.x * times, y: arrow.y * times }, pane)
      else onPlace(aimed(pane))
      return true
    },
    handlers: {
      onFocus: ({ target }: FocusEvent) => {
        if (isIn(target) && target.matches(':focus-visible')) setByKeys(true)
      },
      onBlur: () => {
        isSpaceHeld.current = false
        setByKeys(false)
      },
      onKeyUp: ({ key }: KeyboardEvent) => {
        if (key === ' ') isSpaceHeld.current = false
      },
    },
  }
}

function kept(value: number, length: number): number {
  return Math.min(Math.max(value, marginPx), length - marginPx)
}
