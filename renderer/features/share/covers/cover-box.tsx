import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef } from 'react'
import {
  atPlace,
  type CoverPlace,
  corneredPlace,
  facingPlace,
  movedPlace,
  scaledPlace,
  turnedPlace,
} from '../../../../shared/domain/covers/cover-place.ts'
import type { Point } from '../../../../shared/domain/geometry/points.ts'
import { turnedBack } from '../../../../shared/domain/geometry/quarter-turns.ts'
import { t } from '../../../../shared/words/translate.ts'
import type { ExportLayout, ExportPane } from '../export-layout.ts'
import classes from './covers.module.css'
import { fromSheet, onSheet } from './pane-on-sheet.ts'

interface CoverBoxProps {
  /** Whose cover it is: "Before". */
  readonly name: string
  /** In the frame of the pane. */
  readonly place: CoverPlace
  readonly pane: ExportPane
  readonly layout: ExportLayout
  /** The point of the picture at a point of the window. */
  readonly toPicture: (event: { clientX: number; clientY: number }) => Point
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly onPlace: (place: CoverPlace) => void
}

const directions: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}
/** One press of a key: this share of the cover's height, of its size, and so many degrees. */
const keySteps = { move: 0.04, size: 1.04, degrees: 1 }
/** How far from the cover's upper side the handle stands that turns it, in halves of its height. */
const turnReach = 1.6

/** A cover in the preview: it is dragged, and drawn larger and turned by its handles, or all of it by keys. */
export function CoverBox({ name, place, pane, layout, toPicture, isChosen, onChoose, onPlace }: CoverBoxProps) {
  const { quarterTurns, size } = layout
  const toFrame = (event: { clientX: number; clientY: number }) => fromSheet(pane, quarterTurns, toPicture(event))
  const at = (point: Point): CSSProperties => {
    const { x, y } = onSheet(pane, quarterTurns, point)
    return { left: `${(100 * x) / size.widthPx}%`, top: `${(100 * y) / size.heightPx}%` }
  }
  const { scale } = pane.view
  const nudge = (by: Point, times: number) => {
    const step = times * keySteps.move * 2 * Math.min(place.halfHeight, place.halfWidth)
    const { x, y } = turnedBack(by, quarterTurns)
    onPlace(movedPlace(place, { x: x * step, y: y * step }))
  }
  const onKey = (event: KeyboardEvent) => {
    const times = event.shiftKey ? 5 : 1
    const direction = directions[event.key]
    if (direction) nudge(direction, times)
    else if (event.key === '+' || event.key === '=') onPlace(scaledPlace(place, keySteps.size, keySteps.size))
    else if (event.key === '-') onPlace(scaledPlace(place, 1 / keySteps.size, 1 / keySteps.size))
    else if (event.key === '.' || event.key === ':') onPlace(turnedPlace(place, times * keySteps.degrees))
    else if (event.key === ',' || event.key === ';') onPlace(turnedPlace(place, -times * keySteps.degrees))
    else return
    event.preventDefault()
  }
  const share = (part: number, whole: number) => `${(100 * 2 * part * scale) / whole}%`
  return (
    <>
      <Grip
        className={classes.box}
        name={t('Cover: {{photo}}', { photo: name })}
        keys="ArrowLeft ArrowRight ArrowUp ArrowDown + - , ."
        isChosen={isChosen}
        style={{
          ...at({ x: place.centreX, y: place.centreY }),
          width: share(place.halfWidth, size.widthPx),
          height: share(place.halfHeight, size.heightPx),
          transform: `translate(-50%, -50%) rotate(${place.angleDegrees + 90 * quarterTurns}deg)`,
        }}
        onGrip={(event) => {
          onChoose()
          const from = toFrame(event)
          return (now) => {
            const to = toFrame(now)
            onPlace(movedPlace(place, { x: to.x - from.x, y: to.y - from.y }))
          }
        }}
        onKey={onKey}
      />
      {isChosen && (
        <>
          <Grip
            className={classes.handle}
            name={t('Size of the cover: {{photo}}', { photo: name })}
            keys="ArrowLeft ArrowRight ArrowUp ArrowDown"
            style={at(atPlace(place, 1, 1))}
            onGrip={() => (now) => onPlace(corneredPlace(place, toFrame(now)))}
            onKey={(event) => {
              const direction = directions[event.key]
              if (!direction) return
              event.preventDefault()
              onPlace(scaledPlace(place, keySteps.size ** direction.x, keySteps.size ** -direction.y))
            }}
          />
          <Grip
            className={classes.handle}
            name={t('Turn of the cover: {{photo}}', { photo: name })}
            keys="ArrowLeft ArrowRight ArrowUp ArrowDown"
            style={at(atPlace(place, 0, -turnReach))}
            onGrip={() => (now) => onPlace(facingPlace(place, toFrame(now)))}
            onKey={(event) => {
              const direction = directions[event.key]
              if (!direction) return
              event.preventDefault()
              onPlace(turnedPlace(place, (direction.x - direction.y) * keySteps.degrees))
            }}
          />
        </>
      )}
    </>
  )
}

interface GripProps {
  readonly className: string | undefined
  readonly name: string
  readonly keys: string
  readonly style: CSSProperties
  readonly isChosen?: boolean
  /** Begins a drag; what it answers is called with every move. */
  readonly onGrip: (event: PointerEvent) => (now: PointerEvent) => void
  readonly onKey: (event: KeyboardEvent) => void
}

function Grip({ className, name, keys, style, isChosen, onGrip, onKey }: GripProps) {
  const drag = useRef<(now: PointerEvent) => void>(undefined)
  const letGo = () => {
    drag.current = undefined
  }
  return (
    <button
      type="button"
      className={className}
      data-chosen={isChosen}
      style={style}
      aria-label={name}
      aria-keyshortcuts={keys}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture?.(event.pointerId)
        drag.current = onGrip(event)
      }}
      onPointerMove={(event) => drag.current?.(event)}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onKeyDown={onKey}
    />
  )
}
