import { type ReactNode, useState } from 'react'
import { toPicture, type Viewport, wholePicture } from '../../../shared/domain/geometry/viewport.ts'
import { PhotoViewer } from '../../viewer/photo-viewer.tsx'
import type { Picture } from '../../viewer/picture.ts'
import { PictureLayer } from '../../viewer/picture-layer.tsx'
import type { LandmarkAction, LandmarkEditing, Side } from './landmark-editing.ts'
import { LandmarkPoints } from './landmark-points.tsx'

interface LandmarkPaneProps {
  readonly side: Side
  readonly label: string
  readonly picture: Picture
  readonly editing: LandmarkEditing
  readonly dispatch: (action: LandmarkAction) => void
  readonly viewport: Viewport
  readonly onViewport: (viewport: Viewport) => void
  readonly children: ReactNode
}

/** One photo of the pair with its marks; a click places the next one. */
export function LandmarkPane(props: LandmarkPaneProps) {
  const { side, label, picture, editing, dispatch, viewport, onViewport, children } = props
  return (
    <PhotoViewer
      label={label}
      frame={picture.frame}
      viewport={viewport}
      onViewport={onViewport}
      onTap={(at, pane) => {
        const point = toPicture(viewport, pane, picture.frame, at)
        const isOnPhoto =
          point.x >= -0.5 &&
          point.y >= -0.5 &&
          point.x <= picture.frame.widthPx - 0.5 &&
          point.y <= picture.frame.heightPx - 0.5
        if (isOnPhoto) dispatch({ type: 'place', side, at: point })
      }}
    >
      {(pane) => (
        <>
          <PictureLayer picture={picture} viewport={viewport} pane={pane} label={label} />
          {children}
          <LandmarkPoints
            side={side}
            pairs={editing.pairs}
            selected={editing.selected}
            viewport={viewport}
            pane={pane}
            frame={picture.frame}
            dispatch={dispatch}
          />
        </>
      )}
    </PhotoViewer>
  )
}

/** A viewport of its own for a pane. */
export function useOwnViewport() {
  const [viewport, onViewport] = useState<Viewport>(wholePicture)
  return { viewport, onViewport }
}
