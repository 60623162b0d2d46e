import { Button } from '@mantine/core'
import { Crosshair, Download } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { angleLabel } from '../../../shared/domain/angle.ts'
import { captionOf } from '../../../shared/domain/comparison-caption.ts'
import { type Size, toPicture } from '../../../shared/domain/geometry/viewport.ts'
import { type Photo, shownSize } from '../../../shared/domain/photo.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { useRecord } from '../../use-record.ts'
import { pictureOfAlignment, pictureOfPhoto } from '../../viewer/picture.ts'
import type { ShownComparison } from '../../viewer/shown-comparison.ts'
import { ViewportControls } from '../../viewer/viewport-controls.tsx'
import { zoomAfterKey } from '../../viewer/viewport-keys.ts'
import { AlignmentBadge } from './alignment-badge.tsx'
import { AlignmentNotice } from './alignment-notice.tsx'
import { bendingOf } from './bending.ts'
import { BendingOverlay } from './bending-overlay.tsx'
import { chooseReference } from './choose-reference.ts'
import { ComparabilityLine } from './comparability-line.tsx'
import classes from './compare.module.css'
import { ComparisonStage } from './comparison-stage.tsx'
import { useComparisonView } from './comparison-view.ts'
import { DrawingSwitches } from './drawing-switches.tsx'
import { comparisonModes, ModeSwitch } from './mode-switch.tsx'
import { neighbourOf, type PhotoPair, photosOfSameAngle, withBaseline } from './stage-steps.ts'
import { StageStrip } from './stage-strip.tsx'
import { useComparability } from './use-comparability.ts'
import { useComparisonKeys } from './use-comparison-keys.ts'
import { type PairAlignmentState, usePairAlignment } from './use-pair-alignment.ts'

interface PairScreenProps {
  readonly clientName: string
  readonly photos: readonly Photo[]
  readonly reference: Photo
  readonly moving: Photo
  readonly onBack: () => void
  readonly onPair: (pair: PhotoPair) => void
  readonly onAdjust: () => void
  readonly onExport: (comparison: ShownComparison) => void
}

/** The comparison of a pair that is there. */
export function PairScreen(props: PairScreenProps) {
  const { photos, reference, moving, onPair } = props
  const view = useComparisonView()
  const record = useRecord()
  const [pane, setPane] = useState<Size>()
  const state = usePairAlignment(reference, moving)
  const { lookAt } = view
  const subject = `${reference.treatmentId} ${reference.angle}`
  useEffect(() => lookAt(subject), [lookAt, subject])

  const alignment = state.kind === 'ready' && state.alignment.transform ? state.alignment : null
  const frame = shownSize(reference)
  const mode = alignment ? view.mode : 'side-by-side'
  const bending = useMemo(() => bendingOf(alignment, reference), [alignment, reference])
  const comparability = useComparability(reference, moving, state)
  const pair = { referenceId: reference.photoId, movingId: moving.photoId }
  const row = photosOfSameAngle(reference, photos)
  const captions = { reference: captionOf(reference, photos), moving: captionOf(moving, photos) }

  useComparisonKeys((key) => {
    const chosen = /^[1-9]$/.test(key) ? comparisonModes[Number(key) - 1] : undefined
    const step = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : undefined
    const neighbour = step && neighbourOf(row, pair, step)
    const zoomed = pane && zoomAfterKey(key, view.viewport, pane, frame)
    if (chosen && (alignment || chosen.mode === 'side-by-side')) view.setMode(chosen.mode)
    else if (neighbour) onPair({ ...pair, movingId: neighbour.photoId })
    else if (zoomed) view.setViewport(zoomed)
    else if (/^r$/i.test(key) && !('reason' in bending)) view.toggleRigid()
    else if (/^b$/i.test(key) && !('reason' in bending)) view.toggleBending()
    else if (mode === 'overlay' && (key === '[' || key === ']'))
      view.setOpacity(view.opacity + (key === ']' ? 0.05 : -0.05))
    else return false
    return true
  })

  const makeBaseline = async (photo: Photo) => {
    const choice = chooseReference(photo, reference)
    if (choice && (await record(choice.events, choice.undo))) onPair(withBaseline(pair, photo.photoId))
  }

  const shown = (): ShownComparison => ({
    reference,
    moving,
    alignment,
    isRigid: view.isRigid,
    mode,
    viewport: view.viewport,
    opacity: view.opacity,
    sliderPosition: pane ? splitOnPicture(pane, frame) : 0.5,
  })
  return (
    <ScreenFrame
      title={`${captions.reference.stage} and ${captions.moving.stage}`}
      subtitle={[reference.angle && angleLabel(reference.angle), props.clientName].filter(Boolean).join(' · ')}
      badge={<AlignmentBadge state={state} />}
      back={{ label: 'Back to the series', onBack: props.onBack }}
      layout="fill"
      actions={
        <>
          <ModeSwitch mode={mode} onMode={view.setMode} lockedBecause={lockReason(state)} />
          <Button variant="default" leftSection={<Crosshair size={16} aria-hidden />} onClick={props.onAdjust}>
            Adjust…
          </Button>
          <Button leftSection={<Download size={16} aria-hidden />} onClick={() => props.onExport(shown())}>
            Export…
          </Button>
        </>
      }
      footer={
        <footer className={classes.footer}>
          <StageStrip row={row} treatmentPhotos={photos} pair={pair} onPair={onPair} onBaseline={makeBaseline} />
          <ViewportControls viewport={view.viewport} onViewport={view.setViewport} pane={pane} frame={frame} />
        </footer>
      }
    >
      <AlignmentNotice state={state} onAdjust={props.onAdjust} />
      <div className={classes.photos}>
        <ComparisonStage
          reference={{ picture: pictureOfPhoto(reference), caption: captions.reference }}
          moving={{
            picture: alignment
              ? pictureOfAlignment(alignment.alignmentId, reference, view.isRigid)
              : pictureOfPhoto(moving),
            caption: captions.moving,
          }}
          mode={mode}
          overlay={(size, isFirst) =>
            view.isBendingShown &&
            !('reason' in bending) && (
              <BendingOverlay
                bending={bending}
                frame={frame}
                viewport={view.viewport}
                pane={size}
                hasLegend={isFirst}
                isLeftOut={view.isRigid}
              />
            )
          }
          onPaneSize={setPane}
        />
      </div>
      <div className={classes.remarks}>
        <ComparabilityLine state={comparability} />
        <DrawingSwitches
          bending={bending}
          isRigid={view.isRigid}
          onRigid={view.toggleRigid}
          isBendingShown={view.isBendingShown}
          onBending={view.toggleBending}
        />
      </div>
    </ScreenFrame>
  )
}

/** Where the slider's split stands on the picture, as a fraction of its width. */
function splitOnPicture(pane: Size, frame: Size): number {
  const { viewport, split } = useComparisonView.getState()
  const place = toPicture(viewport, pane, frame, { x: split * pane.widthPx, y: 0 })
  return (place.x + 0.5) / frame.widthPx
}

function lockReason(state: PairAlignmentState): string | null {
  if (state.kind === 'ready')
    return state.alignment.transform
      ? null
      : 'Place landmarks first: photos that aren’t aligned can’t be laid over each other.'
  return state.kind === 'aligning' || state.kind === 'loading'
    ? 'Wait until the photos are aligned.'
    : 'Align the photos first: photos that aren’t aligned can’t be laid over each other.'
}
