import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import type { Point } from '../../../shared/domain/geometry/points.ts'
import { type Size, toPicture, toScreen, type Viewport } from '../../../shared/domain/geometry/viewport.ts'
import { t } from '../../../shared/words/translate.ts'
import classes from './align.module.css'
import type { DraftPair, LandmarkAction, MarkName, Side } from './landmark-editing.ts'

/** Colours that stay apart for every kind of colour vision (Okabe and Ito 2008, lightened for dark photos). */
export const markColours = [
  '#ffd400',
  '#4cc3ff',
  '#ff8f4a',
  '#3ddc97',
  '#ff9be0',
  '#ffffff',
  '#b39dff',
  '#d5ff6b',
] as const

interface LandmarkPointsProps {
  readonly side: Side
  readonly pairs: readonly DraftPair[]
  readonly selected: MarkName | null
  /** The pair (from 0) that doesn't fit the others. */
  readonly doubted: number | null
  readonly viewport: Viewport
  readonly pane: Size
  readonly frame: Size
  readonly dispatch: (action: LandmarkAction) => void
}

/** The marks in one photo: each a button that is dragged, nudged by arrow keys (Shift: 10 px) and removed by Delete. */
export function LandmarkPoints(props: LandmarkPointsProps) {
  const { side, pairs, selected, doubted, viewport, pane, frame, dispatch } = props
  return pairs.map((pair, index) => {
    const point = pair[side]
    if (!point) return null
    const mark = { index, side }
    const at = toScreen(viewport, pane, frame, point)
    const isSelected = selected?.index === index && selected.side === side
    return (
      <Mark
        key={markColours[index]}
        {...{ mark, at, dispatch }}
        isDoubted={index === doubted}
        selection={isSelected ? selected : null}
        onDrag={(screen) =>
          dispatch({ type: 'drag', mark, to: onPhoto(toPicture(viewport, pane, frame, screen), frame) })
        }
        onNudge={(by, isRepeat) => {
          const to = onPhoto({ x: point.x + by.x, y: point.y + by.y }, frame)
          dispatch({ type: 'nudge', mark, by: { x: to.x - point.x, y: to.y - point.y }, isRepeat })
        }}
      />
    )
  })
}

/** The nearest place on the photo: a mark can't be moved off it. */
function onPhoto({ x, y }: Point, frame: Size): Point {
  return {
    x: Math.min(Math.max(x, -0.5), frame.widthPx - 0.5),
    y: Math.min(Math.max(y, -0.5), frame.heightPx - 0.5),
  }
}

function nameOf({ index, side }: MarkName): string {
  const number = index + 1
  return side === 'reference'
    ? t('Landmark {{number}} in the reference photo', { number })
    : t('Landmark {{number}} in the moving photo', { number })
}

interface MarkProps {
  readonly mark: MarkName
  readonly at: Point
  readonly isDoubted: boolean
  /** The present selection where it is this mark: each new one takes the focus. */
  readonly selection: MarkName | null
  readonly onDrag: (screen: Point) => void
  /** `by` is in the photo's pixels. */
  readonly onNudge: (by: Point, isRepeat: boolean) => void
  readonly dispatch: (action: LandmarkAction) => void
}

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

function Mark({ mark, at, isDoubted, selection, onDrag, onNudge, dispatch }: MarkProps) {
  const element = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (selection) element.current?.focus({ preventScroll: true })
  }, [selection])
  const grip = useRef<Point>(undefined)
  const isMoved = useRef(false)
  const onPointerDown = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture?.(event.pointerId)
    grip.current = { x: event.clientX - at.x, y: event.clientY - at.y }
    isMoved.current = false
  }
  const onPointerMove = (event: PointerEvent<HTMLButtonElement>) => {
    if (!grip.current) return
    if (!isMoved.current) dispatch({ type: 'grab', mark })
    isMoved.current = true
    const screen = { x: event.clientX - grip.current.x, y: event.clientY - grip.current.y }
    onDrag(screen)
  }
  const letGo = () => {
    grip.current = undefined
  }
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const arrow = arrows[event.key]
    const step = event.shiftKey ? 10 : 1
    if (arrow) onNudge({ x: arrow.x * step, y: arrow.y * step }, event.repeat)
    else if (event.key === 'Delete' || event.key === 'Backspace') dispatch({ type: 'remove', index: mark.index })
    else if (event.key === 'Escape') {
      dispatch({ type: 'select', mark: null })
      event.currentTarget.blur()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <button
      ref={element}
      type="button"
      className={classes.mark}
      data-mark={mark.index}
      data-selected={selection !== null}
      data-doubted={isDoubted}
      style={{ left: at.x, top: at.y, color: markColours[mark.index] }}
      aria-label={nameOf(mark)}
      aria-description={isDoubted ? t('Doesn’t fit the other landmarks') : undefined}
      aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown Delete"
      onFocus={() => dispatch({ type: 'select', mark })}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onKeyDown={onKeyDown}
    >
      <span className={classes.markRing} aria-hidden />
      <span className={classes.markNumber} aria-hidden>
        {mark.index + 1}
        {isDoubted && ' !'}
      </span>
    </button>
  )
}
