import { Box } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import type { ScreenPoint } from '../../shared/domain/geometry/points.ts'
import { panBy, type Size, type Viewport, zoomAt } from '../../shared/domain/geometry/viewport.ts'
import { attachGestures, type PaneGestures } from './gestures.ts'
import classes from './photo-viewer.module.css'
import { usePaneSize } from './use-pane-size.ts'
import { viewportAfterKey } from './viewport-keys.ts'

interface PhotoViewerProps {
  /** Accessible name of the pane. */
  readonly label: string
  /** Size of the frame that the viewport looks at. */
  readonly frame: Size
  readonly viewport: Viewport
  readonly onViewport: (viewport: Viewport) => void
  /** A click on the picture, and Enter at the pane's middle. */
  readonly onTap?: (at: ScreenPoint, pane: Size) => void
  readonly onPaneSize?: (pane: Size) => void
  /** What stands in the pane, once its size is known. */
  readonly children: (pane: Size) => ReactNode
}

/** A pane onto a frame: zooms at the cursor, pans, pinches, and does the same by keys while it has the focus. */
export function PhotoViewer(props: PhotoViewerProps) {
  const { label, frame, viewport, onViewport, onTap, onPaneSize, children } = props
  const element = useRef<HTMLDivElement>(null)
  const pane = usePaneSize(element)
  useEffect(() => {
    if (pane) onPaneSize?.(pane)
  }, [pane, onPaneSize])
  useGestures(element, {
    zoom: (at, factor) => pane && onViewport(zoomAt(viewport, pane, frame, at, factor)),
    pan: (by) => pane && onViewport(panBy(viewport, pane, frame, by)),
    tap: onTap && ((at) => pane && onTap(at, pane)),
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || !pane || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' && onTap) onTap({ x: pane.widthPx / 2, y: pane.heightPx / 2 }, pane)
    else {
      const next = viewportAfterKey(event.key, viewport, pane, frame)
      if (!next) return
      onViewport(next)
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Box
      ref={element}
      className={classes.pane}
      role="application"
      aria-roledescription="photo pane"
      aria-label={label}
      data-pane=""
      data-tappable={onTap ? '' : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {pane && children(pane)}
    </Box>
  )
}

/** Attaches the gestures once; the handlers see the latest render. */
function useGestures(element: RefObject<HTMLElement | null>, gestures: PaneGestures): void {
  const latest = useRef(gestures)
  useEffect(() => {
    latest.current = gestures
  })
  useEffect(() => {
    const pane = element.current
    return pane ? attachGestures(pane, () => latest.current) : undefined
  }, [element])
}
