import { type ComponentProps, useMemo } from 'react'
import { likelyHeadWidthPx } from '../../../../shared/domain/comparison-pictures/head-scale.ts'
import { rigidPart } from '../../../../shared/domain/geometry/transform.ts'
import { shownHead, shownSize } from '../../../../shared/domain/photo.ts'
import { t } from '../../../../shared/words/translate.ts'
import { ChangeLayer } from '../../../viewer/change/change-layer.tsx'
import type { ChangeLook, ChangeRequest } from '../../../viewer/change/change-request.ts'
import { pixelsOf, useChangePicture } from '../../../viewer/change/use-change-picture.ts'
import { PhotoLabel } from '../../../viewer/photo-label.tsx'
import type { Picture } from '../../../viewer/picture.ts'
import { useComparisonView, useStillView } from '../comparison-view.ts'
import { ChangePanel } from './change-panel.tsx'
import { ComparedLayer, HeldLayer, type ModeViewProps, OnePane } from './mode-view.tsx'

interface ChangeViewProps extends ModeViewProps {
  /** What the pane shows: "Difference: Before and Healed 2". */
  readonly label: string
  /** Memoised. */
  readonly look: ChangeLook
}

/** What changed between both photos, painted over the dimmed reference. While the other photo is asked for, it stands there as it is. */
export function ChangeView({ label, look, pair, reference, moving, overlay, onPaneSize }: ChangeViewProps) {
  const { isOtherShown } = useStillView()
  const request = useChangeRequest(pair, reference.picture, moving.picture, look)
  const state = useChangePicture(request)
  // a picture of another pair is never shown in the place of this one's
  const picture = request && state.of === pixelsOf(request) ? state.picture : undefined
  return (
    <OnePane label={label} reference={reference} overlay={overlay} onPaneSize={onPaneSize}>
      {(pane) => (
        <>
          {picture ? (
            <MovedChange picture={picture} label={label} frame={reference.picture.frame} pane={pane} />
          ) : (
            <ComparedLayer of={reference} pane={pane} />
          )}
          <HeldLayer of={moving} pane={pane} />
          {!isOtherShown && <PhotoLabel caption={reference.caption} />}
          <PhotoLabel caption={moving.caption} side="right" />
          <ChangePanel look={look} state={state} pair={pair} reference={reference} moving={moving} />
        </>
      )}
    </OnePane>
  )
}

function MovedChange(props: Omit<ComponentProps<typeof ChangeLayer>, 'viewport'>) {
  const viewport = useComparisonView((view) => view.viewport)
  return <ChangeLayer {...props} viewport={viewport} />
}

/** Undefined while the pair isn’t aligned, or its light isn’t known: other light would look like a change of the skin. */
function useChangeRequest(
  { reference, moving, alignment, isRigid, isLightDue }: ModeViewProps['pair'],
  referencePicture: Picture,
  movingPicture: Picture,
  look: ChangeLook,
): ChangeRequest | undefined {
  const corrections = JSON.stringify([referencePicture.correction, movingPicture.correction])
  const [first, second] = [referencePicture.workAddress, movingPicture.workAddress]
  return useMemo(() => {
    if (!alignment?.transform || isLightDue) return undefined
    const [ofReference, ofMoving] = JSON.parse(corrections)
    const frame = shownSize(reference)
    return {
      reference: { file: first, key: first, ...(ofReference && { correction: ofReference }) },
      moving: { file: second, key: second, ...(ofMoving && { correction: ofMoving }) },
      frame,
      movingSize: shownSize(moving),
      transform: isRigid ? rigidPart(alignment.transform) : alignment.transform,
      view: null,
      headWidthPx: likelyHeadWidthPx(shownHead(reference), frame),
      head: shownHead(reference),
      look,
    }
  }, [reference, moving, alignment, isRigid, isLightDue, first, second, corrections, look])
}

/** The name of a pane that shows a change. */
export function changeLabel(
  kind: ChangeLook['kind'],
  { reference, moving }: Pick<ModeViewProps, 'reference' | 'moving'>,
): string {
  const names = { reference: reference.caption.stage, moving: moving.caption.stage }
  return kind === 'difference'
    ? t('Difference: {{reference}} and {{moving}}', names)
    : t('Heat map: {{moving}} against {{reference}}', names)
}
