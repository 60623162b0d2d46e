import { useEffect, useRef, useState } from 'react'
import type { Drawing, DrawnShape } from '../../../shared/domain/drawing.ts'
import type { DrawingId } from '../../../shared/domain/ids.ts'

/** Arrow keys pressed within this time of one another are one change. */
const pauseMs = 700

interface Edited {
  readonly drawingId: DrawingId
  readonly shape: DrawnShape
}

/** The chosen drawing's shape while it is being changed. */
export interface ShapeEditing {
  /** Null while nothing is being changed. */
  readonly shape: DrawnShape | null
  /** Shows a change; it is kept by `commit`. */
  readonly draw: (shape: DrawnShape) => void
  /** Shows a change that is kept by itself after a pause, when something else is done, or by `commit`. */
  readonly drawForNow: (change: (shape: DrawnShape) => DrawnShape) => void
  readonly commit: () => void
  readonly drop: () => void
}

/** Holds a change of the chosen drawing until it is finished, so that a drag or a row of key presses is recorded once. */
export function useShapeEditing(
  selected: Pick<Drawing, 'drawingId' | 'shape'> | null,
  onShape: (drawingId: DrawingId, shape: DrawnShape) => void,
): ShapeEditing {
  const [edited, setEdited] = useState<Edited | null>(null)
  const latest = useRef<Edited | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const keep = useRef(onShape)
  useEffect(() => {
    keep.current = onShape
  })
  const hold = (next: Edited | null) => {
    clearTimeout(timer.current)
    latest.current = next
    setEdited(next)
  }
  const commit = () => {
    const done = latest.current
    if (!done) return
    hold(null)
    keep.current(done.drawingId, done.shape)
  }
  const drawingId = selected?.drawingId
  // what is still held when another drawing is chosen, or the screen is left, is kept
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      const done = latest.current
      latest.current = null
      if (done && done.drawingId === drawingId) keep.current(done.drawingId, done.shape)
    },
    [drawingId],
  )
  return {
    shape: edited && edited.drawingId === drawingId ? edited.shape : null,
    draw: (shape) => drawingId && hold({ drawingId, shape }),
    drawForNow: (change) => {
      if (!selected) return
      const present = latest.current?.drawingId === selected.drawingId ? latest.current.shape : selected.shape
      hold({ drawingId: selected.drawingId, shape: change(present) })
      timer.current = setTimeout(commit, pauseMs)
    },
    commit,
    drop: () => hold(null),
  }
}
