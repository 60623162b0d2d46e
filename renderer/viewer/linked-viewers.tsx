import type { ReactNode } from 'react'
import type { Size, Viewport } from '../../shared/domain/geometry/viewport.ts'
import classes from './photo-viewer.module.css'
import { PhotoViewer } from './photo-viewer.tsx'
import type { Picture } from './picture.ts'
import { PictureLayer } from './picture-layer.tsx'

/** A picture of a row, and what is laid over it. */
export interface LinkedPicture {
  readonly key: string
  readonly label: string
  readonly picture: Picture
  readonly overlay?: (pane: Size) => ReactNode
}

interface LinkedViewersProps {
  readonly pictures: readonly LinkedPicture[]
  readonly viewport: Viewport
  readonly onViewport: (viewport: Viewport) => void
  readonly onPaneSize?: (pane: Size) => void
}

/** Panes in a row. */
export function PaneRow({ children }: { children: ReactNode }) {
  return <div className={classes.linked}>{children}</div>
}

/** Panes side by side that all look at the same place: one viewport for all of them. */
export function LinkedViewers({ pictures, viewport, onViewport, onPaneSize }: LinkedViewersProps) {
  return (
    <PaneRow>
      {pictures.map(({ key, label, picture, overlay }, index) => (
        <PhotoViewer
          key={key}
          label={label}
          frame={picture.frame}
          viewport={viewport}
          onViewport={onViewport}
          {...(index === 0 && onPaneSize ? { onPaneSize } : {})}
        >
          {(pane) => (
            <>
              <PictureLayer picture={picture} viewport={viewport} pane={pane} label={label} />
              {overlay?.(pane)}
            </>
          )}
        </PhotoViewer>
      ))}
    </PaneRow>
  )
}
