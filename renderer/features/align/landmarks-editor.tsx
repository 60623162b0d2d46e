import { Button, Group, Text } from '@mantine/core'
import { useMemo, useReducer, useState } from 'react'
import type { LandmarkPair } from '../../../shared/domain/alignment.ts'
import type { PhotoCaption } from '../../../shared/domain/comparison-caption.ts'
import { type HeadEllipse, headWidthPx } from '../../../shared/domain/head.ts'
import { type Photo, shownHead, shownSize } from '../../../shared/domain/photo.ts'
import { centredHead } from '../../../shared/domain/registration/head-from-foreground.ts'
import { t } from '../../../shared/words/translate.ts'
import { PhotoLabel } from '../../viewer/photo-label.tsx'
import { pictureOfPhoto } from '../../viewer/picture.ts'
import classes from './align.module.css'
import { completePairs, editLandmarks, fewestPairs, noLandmarks } from './landmark-editing.ts'
import { nextStep, saveRefusal } from './landmark-guidance.ts'
import { LandmarkPane, useOwnViewport } from './landmark-pane.tsx'
import { LandmarkReadout } from './landmark-readout.tsx'
import { LandmarkTools } from './landmark-tools.tsx'
import { doubtOf } from './marks-doubt.ts'
import { SaveButton } from './save-button.tsx'
import { useEditorKeys } from './use-editor-keys.ts'
import { viewportOn } from './view-of-mark.ts'
import { WarpPreview } from './warp-preview.tsx'

interface LandmarksEditorProps {
  readonly reference: Photo
  readonly moving: Photo
  readonly captions: { readonly reference: PhotoCaption; readonly moving: PhotoCaption }
  /** Landmarks that are saved for this pair. */
  readonly saved: readonly LandmarkPair[]
  readonly onSave: (landmarks: readonly LandmarkPair[]) => void
  readonly onCancel: () => void
}

/** A mark that is to be looked at again is magnified at least so much. */
const closeUpZoom = 3

/** Places the same spots in both photos, with a live preview. */
export function LandmarksEditor({ reference, moving, captions, saved, onSave, onCancel }: LandmarksEditorProps) {
  const [editing, dispatch] = useReducer(editLandmarks, saved, (landmarks) =>
    editLandmarks(noLandmarks, { type: 'load', landmarks }),
  )
  const [isPreviewWanted, setPreviewWanted] = useState(true)
  const [hasLoupe, setLoupe] = useState(true)
  const [referenceView, movingView] = [useOwnViewport(), useOwnViewport()]
  useEditorKeys({ undo: () => dispatch({ type: 'undo' }), toggleLoupe: () => setLoupe((isOn) => !isOn) })
  const { pairs } = editing
  const complete = useMemo(() => completePairs(pairs), [pairs])
  const canPreview = complete.length >= fewestPairs
  const head = useMemo(() => assumedHead(reference), [reference])
  const doubt = useMemo(() => (canPreview ? doubtOf(complete, headWidthPx(head)) : null), [canPreview, complete, head])
  const isBackToAutomatic = saved.length > 0 && pairs.length === 0
  const refusal = isBackToAutomatic ? null : saveRefusal(pairs)
  const pictures = useMemo(
    () => ({ reference: pictureOfPhoto(reference), moving: pictureOfPhoto(moving) }),
    [reference, moving],
  )
  const shared = { editing, dispatch, hasLoupe, doubted: doubt?.index ?? null }
  const goTo = (index: number) => {
    const pair = pairs[index]
    if (!pair?.reference || !pair.moving) return
    const { reference: at, moving: there } = pair
    const zoomOf = (zoom: number) => Math.max(zoom, closeUpZoom)
    referenceView.onViewport(viewportOn(at, pictures.reference.frame, zoomOf(referenceView.viewport.zoom)))
    movingView.onViewport(viewportOn(there, pictures.moving.frame, zoomOf(movingView.viewport.zoom)))
    dispatch({ type: 'select', mark: { index: index, side: 'moving' } })
  }

  return (
    <div className={classes.editor} data-own-undo="">
      <div className={classes.guide}>
        <div className={classes.guideText}>
          <Text role="status" aria-label={t('What to do next')} fw={600} size="sm">
            {isBackToAutomatic ? t('No landmarks: the photos will be aligned automatically.') : nextStep(pairs)}
          </Text>
          <Text size="xs" c="dark.2">
            {pairs.length === 0
              ? t(
                  'Good spots: a corner of an eye, an ear, a mole, a scar, the whorl. By keyboard: Enter in a photo marks its middle.',
                )
              : t('Arrow keys move the chosen point by a pixel, with Shift by ten. Delete removes it.')}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap">
          <LandmarkTools
            {...{ editing, dispatch, hasLoupe }}
            onLoupe={setLoupe}
            hasPreview={canPreview ? isPreviewWanted : null}
            onPreview={setPreviewWanted}
          />
          <Button variant="default" onClick={onCancel}>
            {t('Cancel')}
          </Button>
          <SaveButton refusal={refusal} onSave={() => onSave(complete)} />
        </Group>
      </div>
      {canPreview && (
        <LandmarkReadout landmarks={complete} {...{ moving, doubt }} isDoubtSaid={isPreviewWanted} onGoTo={goTo} />
      )}
      <div className={classes.panes}>
        <LandmarkPane
          side="reference"
          label={t('Reference photo')}
          picture={pictures.reference}
          {...shared}
          {...referenceView}
        >
          <PhotoLabel caption={captions.reference} />
        </LandmarkPane>
        <LandmarkPane side="moving" label={t('Moving photo')} picture={pictures.moving} {...shared} {...movingView}>
          <PhotoLabel caption={captions.moving} />
        </LandmarkPane>
        {canPreview && isPreviewWanted && (
          <WarpPreview
            reference={pictures.reference}
            moving={pictures.moving}
            landmarks={complete}
            {...{ head, doubt }}
            onGoTo={goTo}
            {...referenceView}
          />
        )}
      </div>
    </div>
  )
}

/** The head as it is known; as long as it isn't, the middle of the photo. */
function assumedHead(photo: Photo): HeadEllipse {
  const { widthPx, heightPx } = shownSize(photo)
  return shownHead(photo) ?? centredHead(widthPx, heightPx)
}
