import { useEffect, useState } from 'react'
import { watchMovement } from '../../../viewer/movement.ts'
import { useComparisonView } from '../comparison-view.ts'

/** Whether the photos are being moved or zoomed, for whoever isn't rendered with every frame of it. */
export function useIsMoving(): boolean {
  const [isMoving, setMoving] = useState(false)
  useEffect(() => {
    const movement = watchMovement(setMoving)
    const stop = useComparisonView.subscribe((now, before) => {
      if (now.viewport !== before.viewport) movement.changed()
    })
    return () => {
      stop()
      movement.end()
    }
  }, [])
  return isMoving
}
