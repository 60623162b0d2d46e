import { Button, Chip, Loader, Text } from '@mantine/core'
import { Check, CircleAlert } from 'lucide-react'
import { mayShowFace } from '../../../../shared/domain/consent.ts'
import { type FaceCover, faceCoverLabel, faceCovers } from '../../../../shared/domain/covers/cover.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { t } from '../../../../shared/words/translate.ts'
import { errorSentence } from '../../../error-messages.ts'
import { FieldGroup } from '../../../ui/field-group.tsx'
import { BrushChoice } from './brush-choice.tsx'
import classes from './covers.module.css'
import type { CoveredFace, Covers } from './use-covers.ts'

interface CoversChoiceProps {
  readonly covers: Covers
  /** What each pane's photo is called. */
  readonly names: readonly string[]
  readonly photos: readonly Photo[]
  /** Whether all photos are seen beside each other. */
  readonly areBeside: boolean
}

const asItIs = 'as-it-is'

/** What of the client is hidden: the face, and whatever a brush covers. */
export function CoversChoice({ covers, names, photos, areBeside }: CoversChoiceProps) {
  return (
    <>
      {covers.mayCoverFace && (
        <div>
          <Chip.Group
            value={covers.cover ?? asItIs}
            onChange={(chosen) => covers.chooseCover(chosen === asItIs ? null : (chosen as FaceCover))}
          >
            <FieldGroup legend={t('Face')} layout="chips">
              <Chip value={asItIs} size="xs" variant="outline">
                {t('As it is')}
              </Chip>
              {faceCovers.map((cover) => (
                <Chip key={cover} value={cover} size="xs" variant="outline">
                  {faceCoverLabel(cover)}
                </Chip>
              ))}
            </FieldGroup>
          </Chip.Group>
          {covers.faces.length > 0 && (
            <ul className={classes.faces}>
              {covers.faces.map((face) => (
                <FaceRow key={face.photo.photoId} face={face} name={names[face.index] ?? ''} covers={covers} />
              ))}
            </ul>
          )}
        </div>
      )}
      {!photos.some(({ angle }) => mayShowFace(angle)) && (
        <Text size="sm">{t('Seen from the top, the crown or the back, no face shows: there is none to cover.')}</Text>
      )}
      {photos[0] && (
        <BrushChoice
          covers={covers}
          photos={areBeside ? [] : photos.map(({ photoId }, index) => ({ photoId, name: names[index] ?? '' }))}
          firstPhotoId={photos[0].photoId}
        />
      )}
    </>
  )
}

interface FaceRowProps {
  readonly face: CoveredFace
  readonly name: string
  readonly covers: Covers
}

/** One photo: what was found of its face, and what can be done about it. */
function FaceRow({ face, name, covers }: FaceRowProps) {
  const { photo, standing, place, error } = face
  const isEdited = covers.editing?.tool === 'face' && covers.editing.photoId === photo.photoId
  const button = (label: string, description: string, run: () => void) => (
    <Button size="compact-xs" variant="default" aria-label={description} onClick={run}>
      {label}
    </Button>
  )
  return (
    <li className={classes.face} data-standing={standing}>
      <span className={classes.standing}>
        {standing === 'looking' ? (
          <Loader size={14} aria-hidden />
        ) : standing === 'missing' || standing === 'to-place' ? (
          <CircleAlert size={16} aria-hidden />
        ) : (
          <Check size={16} aria-hidden />
        )}
        <span>
          <strong>{name}</strong> {error === undefined ? standingInWords(face) : errorSentence(error)}
        </span>
      </span>
      <span className={classes.actions}>
        {place &&
          !isEdited &&
          button(t('Adjust'), t('Adjust the cover: {{photo}}', { photo: name }), () =>
            covers.edit({ tool: 'face', photoId: photo.photoId }),
          )}
        {isEdited && button(t('Done'), t('Done with the cover: {{photo}}', { photo: name }), () => covers.edit(null))}
        {standing === 'missing' &&
          button(t('Place it'), t('Place the cover: {{photo}}', { photo: name }), () => covers.lay(photo))}
        {standing !== 'looking' &&
          standing !== 'no-face' &&
          button(t('No face'), t('No face is seen: {{photo}}', { photo: name }), () => covers.sayNoFace(photo))}
        {(standing === 'placed' || standing === 'to-place' || standing === 'no-face') &&
          button(t('As found'), t('As it was found: {{photo}}', { photo: name }), () => covers.reset(photo))}
      </span>
      {isEdited && (
        <Text size="xs" c="dimmed">
          {t('Drag the cover, or use arrow keys; + and − change its size, comma and full stop turn it.')}
        </Text>
      )}
    </li>
  )
}

function standingInWords({ standing }: CoveredFace): string {
  switch (standing) {
    case 'looking':
      return t('is being searched…')
    case 'found':
      return t('found')
    case 'missing':
      return t('no face found')
    case 'to-place':
      return t('to be placed')
    case 'placed':
      return t('placed by hand')
    case 'no-face':
      return t('shows no face')
  }
}
