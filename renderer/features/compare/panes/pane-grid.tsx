import { type ReactNode, useEffect, useRef } from 'react'
import { paneGridOf } from '../../../../shared/domain/geometry/pane-grid.ts'
import type { Size } from '../../../../shared/domain/geometry/viewport.ts'
import type { PhotoId } from '../../../../shared/domain/ids.ts'
import { type Photo, shownSize } from '../../../../shared/domain/photo.ts'
import { t } from '../../../../shared/words/translate.ts'
import { usePaneSize } from '../../../viewer/use-pane-size.ts'
import type { SteadyPair } from '../use-steady-pair.ts'
import classes from './panes.module.css'
import { StagePane } from './stage-pane.tsx'

interface PaneGridProps {
  readonly reference: Photo
  /** The photos by their panes, the baseline among them. */
  readonly photos: readonly Photo[]
  readonly treatmentPhotos: readonly Photo[]
  /** The photo that is chosen among them. */
  readonly movingId: PhotoId
  /** The pair that the comparison shows where it shows two photos alone. */
  readonly inHand: SteadyPair
  /** Laid over the baseline and over the photo in the hand, where they show the baseline's frame. */
  readonly overlay?: ((pane: Size, isFirst: boolean) => ReactNode) | undefined
  /** What is drawn in the baseline's frame: over all others that show it. */
  readonly drawings?: ((pane: Size) => ReactNode) | undefined
  readonly onChoose: (photo: Photo) => void
  readonly onPaneSize: (pane: Size) => void
}

/** Width of the line between panes (px). */
const gapPx = 2

/** Several stages beside one another, all in the baseline's frame and looking at the same place. */
export function PaneGrid({ reference, photos, movingId, onPaneSize, ...shared }: PaneGridProps) {
  const element = useRef<HTMLDivElement>(null)
  const area = usePaneSize(element)
  const grid = area && paneGridOf(photos.length, area, shownSize(reference), gapPx)
  // a step keeps the pane and changes its picture
  const panes = photos.map((photo, index) => ({ number: index + 1, photo }))
  const { widthPx, heightPx } = grid?.pane ?? { widthPx: 0, heightPx: 0 }
  useEffect(() => {
    if (widthPx > 0) onPaneSize({ widthPx, heightPx })
  }, [widthPx, heightPx, onPaneSize])
  return (
    <section
      ref={element}
      className={classes.grid}
      aria-label={t('{{number}} photos side by side', { number: photos.length })}
      style={grid && { gridTemplateColumns: `repeat(${grid.columns}, minmax(0, 1fr))` }}
    >
      {grid &&
        panes.map(({ number, photo }) => (
          <StagePane
            key={number}
            number={number}
            reference={reference}
            photo={photo}
            isInHand={photo.photoId === movingId}
            {...shared}
          />
        ))}
    </section>
  )
}
