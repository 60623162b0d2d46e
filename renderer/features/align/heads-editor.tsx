import { Button, Group, Loader, Text } from '@mantine/core'
import type { PhotoCaption } from '../../../shared/domain/comparison-caption.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import { PhotoLabel } from '../../viewer/photo-label.tsx'
import { PhotoViewer } from '../../viewer/photo-viewer.tsx'
import { pictureOfPhoto } from '../../viewer/picture.ts'
import { PictureLayer } from '../../viewer/picture-layer.tsx'
import type { HeadChange } from './actions.ts'
import classes from './align.module.css'
import { HeadOutline } from './head-outline.tsx'
import type { Side } from './landmark-editing.ts'
import { useOwnViewport } from './landmark-pane.tsx'
import { SaveButton } from './save-button.tsx'
import { type HeadDraft, useHeadDraft } from './use-head-draft.ts'

interface HeadsEditorProps {
  readonly reference: Photo
  readonly moving: Photo
  readonly captions: { readonly reference: PhotoCaption; readonly moving: PhotoCaption }
  readonly onSave: (changes: readonly HeadChange[]) => void
  readonly onCancel: () => void
}

/** Corrects the outline of the head in each photo; only what lies inside is compared when the photos are aligned. */
export function HeadsEditor({ reference, moving, captions, onSave, onCancel }: HeadsEditorProps) {
  const drafts = [useHeadDraft(reference), useHeadDraft(moving)]
  const changes = drafts.flatMap(({ change }) => (change ? [change] : []))
  const refusal = changes.length === 0 ? t('Nothing has been changed yet.') : null
  return (
    <div className={classes.editor}>
      <div className={classes.guide}>
        <div className={classes.guideText}>
          <Text fw={600} size="sm">
            {t('Fit the outline to the head in both photos.')}
          </Text>
          <Text size="xs" c="dark.2">
            {t(
              'Drag the handles, or move them by arrow keys. Leave out shoulders, hands and the background; ears may stick out.',
            )}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" onClick={onCancel}>
            {t('Cancel')}
          </Button>
          <SaveButton refusal={refusal} onSave={() => onSave(changes)} />
        </Group>
      </div>
      <div className={classes.panes}>
        <HeadPane side="reference" photo={reference} caption={captions.reference} draft={drafts[0]!} />
        <HeadPane side="moving" photo={moving} caption={captions.moving} draft={drafts[1]!} />
      </div>
    </div>
  )
}

interface HeadPaneProps {
  readonly side: Side
  readonly photo: Photo
  readonly caption: PhotoCaption
  readonly draft: HeadDraft
}

function HeadPane({ side, photo, caption, draft }: HeadPaneProps) {
  const view = useOwnViewport()
  const picture = pictureOfPhoto(photo)
  const label = side === 'reference' ? t('Head outline in the reference photo') : t('Head outline in the moving photo')
  return (
    <PhotoViewer label={label} frame={picture.frame} {...view}>
      {(pane) => (
        <>
          <PictureLayer picture={picture} viewport={view.viewport} pane={pane} label={caption.text} />
          <PhotoLabel caption={caption} />
          {draft.ellipse && (
            <HeadOutline
              side={side}
              ellipse={draft.ellipse}
              onEllipse={draft.draw}
              viewport={view.viewport}
              pane={pane}
              frame={picture.frame}
            />
          )}
          <HeadState draft={draft} />
        </>
      )}
    </PhotoViewer>
  )
}

function HeadState({ draft }: { draft: HeadDraft }) {
  if (draft.error !== undefined)
    return (
      <div className={classes.headState} role="alert" data-own-pointer="">
        <Text size="sm">{errorSentence(draft.error)}</Text>
        <Button size="compact-sm" variant="default" onClick={draft.reset}>
          {t('Try again')}
        </Button>
      </div>
    )
  if (!draft.ellipse)
    return (
      <div className={classes.headState} role="status">
        <Loader size={16} aria-hidden />
        <Text size="sm">{t('Finding the head…')}</Text>
      </div>
    )
  return (
    <div className={classes.headState} data-own-pointer="">
      <Text size="sm">{draft.isByHand ? t('Drawn by hand') : t('Found automatically')}</Text>
      {draft.isByHand && (
        <Button size="compact-sm" variant="default" onClick={draft.reset}>
          {t('Find automatically')}
        </Button>
      )}
    </div>
  )
}
