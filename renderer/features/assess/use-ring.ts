import { useState } from 'react'
import { distance, type Point, type ScreenPoint } from '../../../shared/domain/geometry/points.ts'
import { areaOf } from '../../../shared/domain/geometry/polygon.ts'
import { simplifiedTo } from '../../../shared/domain/geometry/simplify-line.ts'
import { type Size, toPicture, type Viewport } from '../../../shared/domain/geometry/viewport.ts'
import type { PaneDrag } from '../../viewer/gestures.ts'

/** Places of a ring that are kept of what the hand drew. */
const mostPoints = 40
/** A ring around less than this (screen pixels across) was a slip of the hand. */
const leastAcrossPx = 8

/** A ring that is being drawn over a photo, in its frame. */
export interface Ring {
  readonly points: readonly Point[]
  /** Takes drags over the photo while a ring is wanted. */
  readonly onGrab: ((at: ScreenPoint, pane: Size) => PaneDrag) | undefined
}

/** Lets a ring be drawn around something; it closes itself where the hand lets go. `onRing` undefined: none is wanted now. */
export function useRing(
  frame: Size,
  viewport: Viewport,
  onRing: ((outline: readonly Point[]) => void) | undefined,
): Ring {
  const [points, setPoints] = useState<readonly Point[]>([])
  const onGrab = (at: ScreenPoint, pane: Size): PaneDrag => {
    const placeOf = (place: ScreenPoint) => toPicture(viewport, pane, frame, place)
    const pixel = distance(placeOf({ x: 0, y: 0 }), placeOf({ x: 1, y: 0 }))
    const drawn = [placeOf(at)]
    const stop = () => setPoints([])
    return {
      move: (to) => {
        const next = placeOf(to)
        if (distance(next, drawn.at(-1)!) < pixel) return
        drawn.push(next)
        setPoints([...drawn])
      },
      end: () => {
        stop()
        if (areaOf(drawn) >= (leastAcrossPx * pixel) ** 2) onRing?.(simplifiedTo(drawn, pixel, mostPoints))
      },
      cancel: stop,
    }
  }
  return { points, onGrab: onRing && onGrab }
}
