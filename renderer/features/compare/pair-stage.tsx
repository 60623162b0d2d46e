import type { ComponentProps, MouseEvent } from 'react'
import type { Size } from '../../../shared/domain/geometry/viewport.ts'
import { type Photo, shownSize } from '../../../shared/domain/photo.ts'
import { t } from '../../../shared/words/translate.ts'
import { DrawingsLayer } from '../../viewer/drawings/drawings-layer.tsx'
import { BendingOverlay } from './bending-overlay.tsx'
import classes from './compare.module.css'
import { useComparisonView, useStillView } from './comparison-view.ts'
import { modeEntry } from './modes/mode-table.ts'
import { PaneGrid } from './panes/pane-grid.tsx'
import panes from './panes/panes.module.css'
import type { ShownPair } from './use-shown-pair.ts'

interface PairStageProps {
  readonly shown: ShownPair
  /** More than two photos, side by side; null: the pair alone, in its mode. */
  readonly grid: readonly Photo[] | null
  /** What is said over the photos, such as a stage that an angle lacks. */
  readonly note: string | null
  readonly onChoose: (photo: Photo) => void
  readonly onPaneSize: (pane: Size) => void
}

/** The photos themselves, in the present mode. */
export function PairStage({ shown, grid, note, onChoose, onPaneSize }: PairStageProps) {
  const { reference, moving, state, alignment, frame, mode, pictures, drawings } = shown
  const { isRigid } = useStillView()
  const ModeView = modeEntry(mode).View
  const inReferenceFrame = (pane: Size) => (
    <MovedDrawings drawings={drawings.shown.reference} frame={frame} pane={pane} />
  )
  const overlay = (pane: Size, isFirst: boolean) => (
    <>
      {isFirst ? (
        inReferenceFrame(pane)
      ) : (
        <MovedDrawings drawings={drawings.shown.moving} frame={alignment ? frame : shownSize(moving)} pane={pane} />
      )}
      <Bent shown={shown} pane={pane} isFirst={isFirst} />
    </>
  )
  return (
    <section className={classes.photos} aria-label={t('Photos')} onMouseDown={keepArrowKeys}>
      <div className={panes.note} role="status" aria-label={t('Stages that are lacking')}>
        {note}
      </div>
      {grid && (
        <PaneGrid
          reference={reference}
          photos={grid}
          treatmentPhotos={shown.photos}
          movingId={moving.photoId}
          inHand={shown}
          overlay={overlay}
          drawings={inReferenceFrame}
          onChoose={onChoose}
          onPaneSize={onPaneSize}
        />
      )}
      {!grid && state.kind !== 'loading' && (
        <ModeView
          key={mode}
          pair={{
            reference,
            moving,
            alignment,
            isRigid,
            isLightDue: shown.isLightWanted && shown.lightState.kind === 'measuring',
          }}
          reference={pictures.reference}
          moving={pictures.moving}
          overlay={overlay}
          onPaneSize={onPaneSize}
        />
      )}
    </section>
  )
}

/** Drawings that follow the photos. */
function MovedDrawings(props: Omit<ComponentProps<typeof DrawingsLayer>, 'viewport'>) {
  const viewport = useComparisonView((view) => view.viewport)
  return <DrawingsLayer {...props} viewport={viewport} />
}

/** How the alignment bends the photo, where that is to be seen. */
function Bent({ shown: { bending, frame }, pane, isFirst }: { shown: ShownPair; pane: Size; isFirst: boolean }) {
  const { viewport, isRigid, isBendingShown } = useComparisonView()
  if (!isBendingShown || 'reason' in bending) return null
  return (
    <BendingOverlay
      bending={bending}
      frame={frame}
      viewport={viewport}
      pane={pane}
      hasLegend={isFirst}
      isLeftOut={isRigid}
    />
  )
}

/** A click on a photo doesn't take the focus, so that the arrow keys go on stepping; Tab gives it to a photo, and then they pan. */
function keepArrowKeys(event: MouseEvent): void {
  const target = event.target as Element
  if (!target.closest('[data-pane]') || target.closest('button, input, [role="slider"], [data-own-pointer]')) return
  event.preventDefault()
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}
