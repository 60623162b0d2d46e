import { useEffect, useState } from 'react'
import type { Size } from '../../../shared/domain/geometry/viewport.ts'
import { ViewportControls } from '../../viewer/viewport-controls.tsx'
import { useComparisonView } from './comparison-view.ts'

/** Nobody reads a figure that changes more often than so (ms). */
const everyMs = 100

/** The viewport's buttons and its figure, which doesn't follow every frame of a drag. */
export function ComparedViewportControls({ pane, frame }: { pane: Size | undefined; frame: Size }) {
  const [viewport, setShown] = useState(() => useComparisonView.getState().viewport)
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const show = () => {
      waiting = undefined
      setShown(useComparisonView.getState().viewport)
    }
    show()
    const stop = useComparisonView.subscribe((now, before) => {
      if (now.viewport !== before.viewport) waiting ??= setTimeout(show, everyMs)
    })
    return () => {
      stop()
      clearTimeout(waiting)
    }
  }, [])
  return (
    <ViewportControls
      viewport={viewport}
      now={() => useComparisonView.getState().viewport}
      onViewport={useComparisonView.getState().setViewport}
      pane={pane}
      frame={frame}
      canTurn
    />
  )
}
