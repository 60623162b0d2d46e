import { useEffect, useRef, useState } from 'react'
import type { Viewport } from '../../shared/domain/geometry/viewport.ts'
import { type Movement, watchMovement } from './movement.ts'

/** Whether a viewport is being moved or zoomed; a single step is no movement. */
export function useIsMoving(viewport: Viewport): boolean {
  const [isMoving, setMoving] = useState(false)
  const movement = useRef<Movement>(undefined)
  useEffect(() => {
    const mine = watchMovement(setMoving)
    movement.current = mine
    return mine.end
  }, [])
  const before = useRef(viewport)
  useEffect(() => {
    if (before.current !== viewport) movement.current?.changed()
    before.current = viewport
  }, [viewport])
  return isMoving
}
