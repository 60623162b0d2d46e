import { Box } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useMemo, useRef } from 'react'
import type { ScreenPoint } from '../../shared/domain/geometry/points.ts'
import { panBy, type Size, type Viewport, zoomAt } from '../../shared/domain/geometry/viewport.ts'
import { t } from '../../shared/words/translate.ts'
import { attachGestures, type PaneDrag, type PaneGestures } from './gestures.ts'
import classes from './photo-viewer.module.css'
import { useFrameChanges } from './use-frame-changes.ts'
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
  /** Takes a drag over the picture, which otherwise moves it. */
  readonly onGrab?: (at: ScreenPoint, pane: Size) => PaneDrag | undefined
  /** Takes a key of the focused pane before the pane does; true when it was taken. */
  readonly onKey?: (event: KeyboardEvent, pane: Size) => boolean
  readonly onPaneSize?: (pane: Size) => void
  /** What stands in the pane, once its size is known. The same function as before isn't called again: what it gives then follows the viewport by itself. */
  readonly children: (pane: Size) => ReactNode
}

/** A pane onto a frame: zooms at the cursor, pans, pinches, and does the same by keys while it has the focus. */
export function PhotoViewer(props: PhotoViewerProps) {
  const { label, frame, viewport, onViewport, onTap, onGrab, onKey, onPaneSize, children } = props
  const element = useRef<HTMLDivElement>(null)
  const pane = usePaneSize(element)
  useEffect(() => {
    if (pane) onPaneSize?.(pane)
  }, [pane, onPaneSize])
  const change = useFrameChanges(viewport, onViewport)
  useGestures(element, {
    zoom: (at, factor) => pane && change((now) => zoomAt(now, pane, frame, at, factor)),
    pan: (by) => pane && change((now) => panBy(now, pane, frame, by)),
    tap: onTap && ((at) => pane && onTap(at, pane)),
    grab: onGrab && ((at) => (pane ? onGrab(at, pane) : undefined)),
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || !pane || event.ctrlKey || event.metaKey || event.altKey) return
    if (onKey?.(event, pane)) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    if (event.key === 'Enter' && onTap) onTap({ x: pane.widthPx / 2, y: pane.heightPx / 2 }, pane)
    else {
      const next = viewportAfterKey(event.key, viewport, pane, frame)
      if (!next) return
      onViewport(next)
    }
    event.preventDefault()
    event.stopPropagation()
  }
  const contents = useMemo(() => pane && children(pane), [pane, children])
  return (
    <Box
      ref={element}
      className={classes.pane}
      role="application"
      aria-roledescription={t('photo pane')}
      aria-label={label}
      data-pane=""
      data-tappable={onTap ? '' : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {contents}
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
