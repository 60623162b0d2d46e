import type { ReactNode } from 'react'
import { captionOf } from '../../../../shared/domain/comparison-caption.ts'
import type { Size } from '../../../../shared/domain/geometry/viewport.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { t } from '../../../../shared/words/translate.ts'
import { PhotoLabel } from '../../../viewer/photo-label.tsx'
import { useStillView } from '../comparison-view.ts'
import { ComparedLayer, OnePane } from '../modes/mode-view.tsx'
import { pictureOfPair } from '../picture-of-pair.ts'
import { type SteadyPair, useSteadyPair } from '../use-steady-pair.ts'
import { PaneState } from './pane-state.tsx'
import classes from './panes.module.css'

interface StagePaneProps {
  /** Its place, from 1. */
  readonly number: number
  readonly reference: Photo
  readonly photo: Photo
  readonly treatmentPhotos: readonly Photo[]
  readonly isInHand: boolean
  /** The pair in the hand, as the comparison shows it. */
  readonly inHand: SteadyPair
  readonly overlay?: ((pane: Size, isFirst: boolean) => ReactNode) | undefined
  /** What is drawn in the baseline's frame: over the photos that have no overlay of their own. */
  readonly drawings?: ((pane: Size) => ReactNode) | undefined
  readonly onChoose: (photo: Photo) => void
}

/** One of several photos side by side: in the baseline's frame, or, where it can't be aligned, in its own, which it says. */
export function StagePane(props: StagePaneProps) {
  const { number, reference, photo, isInHand, onChoose } = props
  const { isRigid } = useStillView()
  const isBaseline = photo.photoId === reference.photoId
  // the comparison itself aligns what is in the hand
  const steady = useSteadyPair(reference, photo, isInHand || isBaseline)
  const isMadeElsewhere = steady.state.kind === 'aligning' && props.inHand.moving === steady.moving
  const state = isMadeElsewhere ? props.inHand.state : steady.state
  const shown = steady.moving
  const caption = captionOf(shown, props.treatmentPhotos)
  const picture = isBaseline ? pictureOfPair(reference) : pictureOfPair(reference, shown, state, isRigid)
  const isInFrame = isBaseline || (state.kind === 'ready' && state.alignment.transform !== null)
  const choose = () => {
    if (!isBaseline && !isInHand) onChoose(photo)
  }
  return (
    <div className={classes.place} data-in-hand={isInHand} onPointerDownCapture={choose} onFocusCapture={choose}>
      <OnePane label={paneLabel(number, caption.text, isBaseline, isInHand)} reference={{ picture, caption }}>
        {(pane) => (
          <>
            <ComparedLayer of={{ picture, caption }} pane={pane} />
            {isInFrame &&
              (isBaseline || isInHand ? props.overlay?.(pane, isBaseline) : !isRigid && props.drawings?.(pane))}
            <PhotoLabel caption={{ ...caption, angle: null }} />
            <PaneState state={isBaseline ? 'baseline' : state} isInHand={isInHand} />
          </>
        )}
      </OnePane>
    </div>
  )
}

function paneLabel(number: number, caption: string, isBaseline: boolean, isInHand: boolean): string {
  if (isBaseline) return t('Pane {{number}}, baseline: {{caption}}', { number, caption })
  return isInHand
    ? t('Pane {{number}}, chosen: {{caption}}', { number, caption })
    : t('Pane {{number}}: {{caption}}', { number, caption })
}
