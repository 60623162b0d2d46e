import { Button } from '@mantine/core'
import { Bookmark, Crosshair, Download, GalleryHorizontalEnd } from 'lucide-react'
import { useLayoutEffect, useMemo, useState } from 'react'
import { angleLabel } from '../../../shared/domain/angle.ts'
import type { AngleStep } from '../../../shared/domain/angle-steps.ts'
import {
  type ComparedPhotos,
  neighbourOf,
  paneCountOf,
  photosOfSameAngle,
  photosSideBySide,
  withBaseline,
  withPaneCount,
  withPhoto,
} from '../../../shared/domain/compared-photos.ts'
import type { Size } from '../../../shared/domain/geometry/viewport.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { t } from '../../../shared/words/translate.ts'
import { ComparisonPicker } from '../../comparisons/comparison-picker.tsx'
import { useCommands } from '../../ui/commands.ts'
import { FoldableButton } from '../../ui/foldable-button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { useRecord } from '../../use-record.ts'
import { AngleStepper } from '../../viewer/angle-stepper.tsx'
import type { ShownComparison } from '../../viewer/shown-comparison.ts'
import { AlignmentBadge } from './alignment-badge.tsx'
import { AlignmentNotice } from './alignment-notice.tsx'
import { chooseReference } from './choose-reference.ts'
import classes from './compare.module.css'
import { ComparedViewportControls } from './compared-viewport-controls.tsx'
import { comparisonCommands } from './comparison-commands.ts'
import { lookAs, subjectOf } from './comparison-look.ts'
import { useStillView } from './comparison-view.ts'
import { LightNotice } from './light-switch.tsx'
import { ModeSwitch } from './mode-switch.tsx'
import { PairRemarks } from './pair-remarks.tsx'
import { PairStage } from './pair-stage.tsx'
import { paneCommands } from './panes/pane-commands.ts'
import { PaneCountSwitch } from './panes/pane-count-switch.tsx'
import { useAngleSteps } from './panes/use-angle-steps.ts'
import { SaveDialog } from './save-dialog.tsx'
import { type Showing, ShowingButtons } from './showing-buttons.tsx'
import { StageStrip } from './stage-strip.tsx'
import type { PairAlignmentState } from './use-pair-alignment.ts'
import type { PairLightState } from './use-pair-light.ts'
import { usePrefetch } from './use-prefetch.ts'
import { presentComparison, useShownPair } from './use-shown-pair.ts'
import { useSteadyPair } from './use-steady-pair.ts'

interface PairScreenProps {
  readonly clientName: string
  readonly photos: readonly Photo[]
  readonly compared: ComparedPhotos
  /** The baseline, and the photo that is chosen beside it. */
  readonly reference: Photo
  readonly moving: Photo
  readonly onBack: () => void
  readonly onPair: (compared: ComparedPhotos) => void
  readonly onAdjust: () => void
  readonly onDraw: () => void
  readonly onAssess?: (() => void) | undefined
  readonly onExport: (comparison: ShownComparison) => void
  readonly showing?: Showing | undefined
}

/** The comparison of photos that are there: of the baseline with the chosen photo, and side by side with more of them. */
export function PairScreen(props: PairScreenProps) {
  const { photos, compared, onPair } = props
  const view = useStillView()
  const record = useRecord()
  const [pane, setPane] = useState<Size>()
  const [dialog, setDialog] = useState<'proposals' | 'save' | null>(null)
  const steady = useSteadyPair(props.reference, props.moving)
  const { lookAt } = view
  const subject = subjectOf(steady.reference)
  useLayoutEffect(() => lookAt(subject), [lookAt, subject])

  const row = useMemo(() => photosOfSameAngle(props.reference, photos), [props.reference, photos])
  const sideBySide = photosSideBySide(compared, row)
  const isSideBySide =
    view.mode === 'side-by-side' || steady.state.kind !== 'ready' || !steady.state.alignment.transform
  const isGrid = isSideBySide && sideBySide.length > 2
  const shown = useShownPair(steady, photos, isGrid)
  const { reference, state, alignment, frame, mode, captions, bending } = shown

  const step = (direction: -1 | 1) => neighbourOf(row, compared, direction)
  const angles = useAngleSteps(reference.treatmentId, photos, compared, onPair)
  const show = (next: ComparedPhotos) => {
    // more photos than two are only seen side by side
    if (paneCountOf(next) !== paneCountOf(compared) && next.panes) view.setMode('side-by-side')
    onPair(next)
  }
  const makeBaseline = async (photo: Photo) => {
    const choice = chooseReference(photo, props.reference)
    if (choice && (await record(choice.events, choice.undo))) onPair(withBaseline(compared, photo.photoId))
  }
  usePrefetch(state.kind === 'ready' ? props.reference : null, [step(-1), step(1)], view.isRigid)
  useCommands([
    ...comparisonCommands({
      pane,
      frame,
      isAligned: alignment !== null,
      canBend: !('reason' in bending),
      canMatchLight: !isGrid && (shown.isLightWanted || isMatchable(shown.lightState)),
      previous: step(-1),
      next: step(1),
      onShow: (photo) => onPair(withPhoto(compared, photo.photoId)),
    }),
    ...paneCommands({
      row,
      compared,
      onCompared: show,
      onBaseline: () => void makeBaseline(props.moving),
      previousAngle: angles.previous,
      nextAngle: angles.next,
      onAngle: angles.go,
      onPropose: () => setDialog('proposals'),
      onSave: () => setDialog('save'),
    }),
  ])

  const comparison = () => presentComparison(shown, pane, isGrid ? sideBySide.length : 2)
  return (
    <ScreenFrame
      title={t('{{reference}} and {{moving}}', { reference: captions.reference.stage, moving: captions.moving.stage })}
      subtitle={[reference.angle && angleLabel(reference.angle), props.clientName].filter(Boolean).join(' · ')}
      badge={<AlignmentBadge state={state} />}
      back={{ label: t('Back to the series'), onBack: props.onBack }}
      layout="fill"
      actions={
        <>
          <ModeSwitch mode={mode} onMode={view.setMode} lockedBecause={lockReason(state)} />
          <IconButton
            icon={GalleryHorizontalEnd}
            label={t('Proposed and saved comparisons')}
            keyHint="C"
            onClick={() => setDialog('proposals')}
          />
          <IconButton
            icon={Bookmark}
            label={t('Save this comparison')}
            keyHint="Ctrl S"
            onClick={() => setDialog('save')}
          />
          <FoldableButton icon={Crosshair} label={t('Adjust…')} onClick={props.onAdjust} />
          {props.showing && (
            <ShowingButtons showing={props.showing} comparison={comparison} onAssess={props.onAssess} />
          )}
          <Button leftSection={<Download size={16} aria-hidden />} onClick={() => props.onExport(comparison())}>
            {t('Export…')}
          </Button>
        </>
      }
      footer={
        <>
          {props.showing?.bar(comparison())}
          <footer className={classes.footer}>
            {reference.angle && (
              <AngleStepper
                angle={reference.angle}
                previous={otherAngle(angles.previous, angles.go)}
                next={otherAngle(angles.next, angles.go)}
              />
            )}
            <StageStrip
              row={row}
              treatmentPhotos={photos}
              compared={compared}
              onCompared={onPair}
              onBaseline={makeBaseline}
            />
            <PaneCountSwitch
              count={mode === 'side-by-side' ? paneCountOf(compared) : 2}
              available={row.length}
              onCount={(count) => show(withPaneCount(compared, row, count))}
            />
            <ComparedViewportControls pane={pane} frame={frame} />
          </footer>
        </>
      }
    >
      <AlignmentNotice state={state} onAdjust={props.onAdjust} />
      {view.isLightMatched && shown.isLightWanted && <LightNotice state={shown.lightState} />}
      <PairStage
        shown={shown}
        grid={isGrid ? sideBySide : null}
        note={angles.note}
        onChoose={({ photoId }) => onPair(withPhoto(compared, photoId))}
        onPaneSize={setPane}
      />
      <PairRemarks shown={shown} isGrid={isGrid} onDraw={props.onDraw} />
      {dialog === 'proposals' && (
        <ComparisonPicker
          treatmentId={reference.treatmentId}
          photos={photos}
          angle={reference.angle}
          onPick={(picked) => {
            setDialog(null)
            lookAs(picked.look, picked.reference)
            onPair(picked.photos)
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'save' && (
        <SaveDialog compared={compared} row={row} reference={props.reference} onClose={() => setDialog(null)} />
      )}
    </ScreenFrame>
  )
}

function otherAngle(step: AngleStep | undefined, go: (step: AngleStep) => void) {
  return step && { angle: step.angle, go: () => go(step) }
}

function isMatchable(state: PairLightState): boolean {
  return state.kind === 'known' && state.match.kind === 'matched'
}

function lockReason(state: PairAlignmentState): string | null {
  if (state.kind === 'ready')
    return state.alignment.transform
      ? null
      : t('Place landmarks first: photos that aren’t aligned can’t be laid over each other.')
  return state.kind === 'aligning' || state.kind === 'loading'
    ? t('Wait until the photos are aligned.')
    : t('Align the photos first: photos that aren’t aligned can’t be laid over each other.')
}
