import { Button, Checkbox, Group, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import { angleLabel } from '../../../shared/domain/angle.ts'
import { noProposalInWords, proposedDrawings } from '../../../shared/domain/assessing/zone-proposal.ts'
import type { Point } from '../../../shared/domain/geometry/points.ts'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import { type Photo, shownSize } from '../../../shared/domain/photo.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import { showFailure } from '../../ui/undo-toast.tsx'
import { WorkProgressBar } from '../../ui/work-progress.tsx'
import { usePorts } from '../../use-ports.tsx'
import { drawingStyles } from '../../viewer/drawings/drawing-style.ts'
import { pictureOfPhoto } from '../../viewer/picture.ts'
import styles from './proposal-dialog.module.css'
import { type PhotoProposal, useProposals } from './use-proposals.ts'

interface ProposalDialogProps {
  /** The post-cut photo of each angle that has no zone yet. */
  readonly photos: readonly Photo[]
  readonly onClose: () => void
  /** Opens the drawing table with the zones of a photo. */
  readonly onCorrect: (photoId: PhotoId) => void
}

/** Zones that are proposed for all angles at once; nothing is drawn before they are taken. */
export function ProposalDialog({ photos, onClose, onCorrect }: ProposalDialogProps) {
  const { library } = usePorts()
  const state = useProposals(photos)
  const [left, setLeft] = useState<readonly PhotoId[]>([])
  const [isBusy, setBusy] = useState(false)
  const found = state.kind === 'known' ? state.proposals : []
  const chosen = found.filter(({ photo, proposal }) => 'zones' in proposal && !left.includes(photo.photoId))
  const use = async (correct: boolean) => {
    setBusy(true)
    const drawings = chosen.flatMap(({ photo, proposal }) =>
      'zones' in proposal ? proposedDrawings(photo, proposal.zones, () => crypto.randomUUID()) : [],
    )
    try {
      await library.record(
        drawings.map((data) => ({ type: 'drawing-added', version: 1, data })),
        {
          label: t('Proposed zones taken'),
          events: drawings.map(({ drawingId }) => ({ type: 'drawing-removed', version: 1, data: { drawingId } })),
        },
      )
      onClose()
      const [first] = chosen
      if (correct && first) onCorrect(first.photo.photoId)
    } catch (error) {
      showFailure(errorSentence(error))
      setBusy(false)
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('Proposed zones')}
      size={900}
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      {state.kind === 'working' && (
        <WorkProgressBar label={t('Looking for stubble')} fraction={state.fraction} step="" onStop={onClose} />
      )}
      {state.kind === 'failed' && (
        <Group role="alert">
          <Text size="sm">{errorSentence(state.error)}</Text>
          <Button size="compact-sm" variant="default" onClick={state.retry}>
            {t('Try again')}
          </Button>
        </Group>
      )}
      {state.kind === 'known' && (
        <>
          <p className={styles.words}>
            {t(
              'Seen on the shaved head before the first session: no stubble grows inside the solid line, the client’s own stubble inside the dashed one. A bare forehead looks like bald skin: draw the hairline’s edge right afterwards.',
            )}
          </p>
          <ul className={styles.photos}>
            {found.map((one) => (
              <ProposedPhoto
                key={one.photo.photoId}
                of={one}
                isChosen={chosen.includes(one)}
                onChoose={(isChosen) =>
                  setLeft(isChosen ? left.filter((id) => id !== one.photo.photoId) : [...left, one.photo.photoId])
                }
              />
            ))}
          </ul>
          <Group justify="flex-end" mt="lg">
            <Button variant="default" onClick={onClose}>
              {t('Cancel')}
            </Button>
            <Button variant="default" disabled={chosen.length === 0 || isBusy} onClick={() => void use(true)}>
              {t('Take and correct…')}
            </Button>
            <Button data-autofocus disabled={chosen.length === 0} loading={isBusy} onClick={() => void use(false)}>
              {t('Take these zones')}
            </Button>
          </Group>
        </>
      )}
    </Modal>
  )
}

interface ProposedPhotoProps {
  readonly of: PhotoProposal
  readonly isChosen: boolean
  readonly onChoose: (isChosen: boolean) => void
}

function ProposedPhoto({ of: { photo, proposal }, isChosen, onChoose }: ProposedPhotoProps) {
  const { widthPx, heightPx } = shownSize(photo)
  const name = photo.angle ? angleLabel(photo.angle) : photo.fileName
  const line = (outline: readonly Point[]) => outline.map(({ x, y }) => `${x},${y}`).join(' ')
  const lines = 'zones' in proposal ? (['treated', 'reference'] as const) : []
  return (
    <li className={styles.photo}>
      <div className={styles.picture}>
        <img src={pictureOfPhoto(photo).workAddress} alt="" draggable={false} />
        <svg
          viewBox={`0 0 ${widthPx} ${heightPx}`}
          role="img"
          aria-label={t('Proposed zones: {{angle}}', { angle: name })}
        >
          {'zones' in proposal &&
            lines.flatMap((kind) =>
              proposal.zones[kind].map((outline) => (
                <polygon
                  key={`${kind} ${outline[0]?.x} ${outline[0]?.y}`}
                  points={line(outline)}
                  stroke={drawingStyles[kind].core}
                  strokeWidth={widthPx / 180}
                  strokeDasharray={kind === 'reference' ? `${widthPx / 60} ${widthPx / 120}` : undefined}
                />
              )),
            )}
        </svg>
      </div>
      {'zones' in proposal ? (
        <Checkbox label={name} checked={isChosen} onChange={(event) => onChoose(event.currentTarget.checked)} />
      ) : (
        <p className={styles.refusal}>
          <strong>{name}</strong>
          {noProposalInWords(proposal.refusal)}
        </p>
      )}
    </li>
  )
}
