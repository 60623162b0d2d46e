import { Box } from '@mantine/core'
import { type FocusEvent, type ReactNode, useRef, useState } from 'react'
import type { Point } from '../../../shared/domain/geometry/points.ts'
import { type Size, toPicture, type Viewport, wholePicture } from '../../../shared/domain/geometry/viewport.ts'
import { Loupe } from '../../viewer/loupe.tsx'
import { PhotoViewer } from '../../viewer/photo-viewer.tsx'
import type { Picture } from '../../viewer/picture.ts'
import { PictureLayer } from '../../viewer/picture-layer.tsx'
import classes from './align.module.css'
import { canPlace, type LandmarkAction, type LandmarkEditing, missingMark, type Side } from './landmark-editing.ts'
import { LandmarkPoints } from './landmark-points.tsx'
import { useLoupeTarget } from './use-loupe-target.ts'
import { isOutsidePane, viewportOn } from './view-of-mark.ts'

interface LandmarkPaneProps {
  readonly side: Side
  readonly label: string
  readonly picture: Picture
  readonly editing: LandmarkEditing
  readonly dispatch: (action: LandmarkAction) => void
  readonly viewport: Viewport
  readonly onViewport: (viewport: Viewport) => void
  readonly hasLoupe: boolean
  /** The pair (from 0) that doesn't fit the others. */
  readonly doubted: number | null
  readonly children: ReactNode
}

/** One photo of the pair with its marks; a click places the next one. */
export function LandmarkPane(props: LandmarkPaneProps) {
  const { side, label, picture, editing, dispatch, viewport, onViewport, hasLoupe, doubted, children } = props
  const { frame } = picture
  const holder = useRef<HTMLDivElement>(null)
  const { target, handlers } = useLoupeTarget(holder)
  const markAt = (index: number) => editing.pairs[index]?.[side] ?? null
  const lookedAt = (pane: Size): Point | null => {
    if (target?.kind === 'mark') return markAt(target.index)
    if (target && canPlace(editing.pairs)) return photoPlace(toPicture(viewport, pane, frame, target.at), frame)
    // the other half of a begun pair stays magnified while its spot is looked for in the other photo
    const missing = missingMark(editing.pairs)
    return missing && missing.side !== side ? markAt(missing.index) : null
  }
  const showFocused = (event: FocusEvent) => {
    const mark = event.target instanceof HTMLElement ? event.target : undefined
    const point = mark?.dataset.mark === undefined ? null : markAt(Number(mark.dataset.mark))
    if (mark && point && isOutsidePane(mark)) onViewport(viewportOn(point, frame, viewport.zoom))
  }
  return (
    <Box
      ref={holder}
      className={classes.holder}
      {...handlers}
      onFocus={(event) => {
        handlers.onFocus(event)
        showFocused(event)
      }}
    >
      <PhotoViewer
        label={label}
        frame={frame}
        viewport={viewport}
        onViewport={onViewport}
        onTap={(at, pane) => {
          const point = photoPlace(toPicture(viewport, pane, frame, at), frame)
          if (point) dispatch({ type: 'place', side, at: point })
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
              doubted={doubted}
              viewport={viewport}
              pane={pane}
              frame={frame}
              dispatch={dispatch}
            />
            {hasLoupe && <Loupe picture={picture} viewport={viewport} pane={pane} point={lookedAt(pane)} />}
          </>
        )}
      </PhotoViewer>
    </Box>
  )
}

/** The place, where it lies on the photo. */
function photoPlace(point: Point, { widthPx, heightPx }: Size): Point | null {
  return point.x >= -0.5 && point.y >= -0.5 && point.x <= widthPx - 0.5 && point.y <= heightPx - 0.5 ? point : null
}

/** A viewport of its own for a pane. */
export function useOwnViewport() {
  const [viewport, onViewport] = useState<Viewport>(wholePicture)
  return { viewport, onViewport }
}
