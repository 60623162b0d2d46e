import { Button, Group, Modal, Text } from '@mantine/core'
import { FileText, ImageDown, Printer } from 'lucide-react'
import { useRef } from 'react'
import { angleLabel } from '../../../shared/domain/angle.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { AppError } from '../../../shared/errors.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import { PrintedSheet } from '../../ui/printed-sheet.tsx'
import { showDone, showFailure } from '../../ui/undo-toast.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { usePorts } from '../../use-ports.tsx'
import classes from './framing.module.css'
import { GhostCanvas } from './ghost-canvas.tsx'
import { useGhost } from './use-ghost.ts'

interface FramingDialogProps {
  /** The photo whose framing is wanted again. */
  readonly photo: Photo
  readonly onClose: () => void
}

/** The sheet that helps to take the next photo as the reference was taken: for a camera's overlay, or on paper. It names nobody. */
export function FramingDialog({ photo, onClose }: FramingDialogProps) {
  const { engine } = usePorts()
  const made = useGhost(photo)
  const canvas = useRef<HTMLCanvasElement>(null)
  const angle = photo.angle ? angleLabel(photo.angle) : t('Photo')
  const title = t('Framing sheet: {{angle}}', { angle })
  // the page's title becomes the document's, and on other screens it names the client
  useTitle(title)
  const save = async (picture: Blob | null) => {
    try {
      const savedAs = await engine.saveFramingSheet(picture, `framing-${photo.angle ?? 'photo'}`)
      if (savedAs !== null) showDone(t('Saved as {{fileName}}', { fileName: savedAs }))
    } catch (error) {
      showFailure(errorSentence(error))
    }
  }
  const savePicture = async () => {
    const picture = await new Promise<Blob | null>((resolve) =>
      canvas.current ? canvas.current.toBlob(resolve, 'image/png') : resolve(null),
    )
    if (picture) await save(picture)
    else showFailure(errorSentence(new AppError('bug')))
  }
  return (
    <Modal opened onClose={onClose} title={title} size={860}>
      <Text size="sm" mb="md">
        {t('Lay the picture over the camera’s view, or have the page beside it, and take the next photo the same way.')}
      </Text>
      <div className={classes.columns}>
        <div className={classes.preview}>
          {made ? (
            <GhostCanvas ref={canvas} ghost={made.ghost} medium="camera" label={title} />
          ) : (
            <span role="status">{t('Tracing the photo…')}</span>
          )}
        </div>
        <ul className={classes.hints} aria-label={t('Hints')}>
          {made?.hints.map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ul>
      </div>
      <Group justify="flex-end" mt="lg">
        <Button
          variant="default"
          leftSection={<Printer size={16} aria-hidden />}
          disabled={!made}
          onClick={() => window.print()}
        >
          {t('Print…')}
        </Button>
        <Button
          variant="default"
          leftSection={<FileText size={16} aria-hidden />}
          disabled={!made}
          onClick={() => void save(null)}
        >
          {t('Save as PDF…')}
        </Button>
        <Button
          leftSection={<ImageDown size={16} aria-hidden />}
          disabled={!made}
          data-autofocus
          onClick={() => void savePicture()}
        >
          {t('Save overlay picture…')}
        </Button>
      </Group>
      {made && (
        <PrintedSheet>
          <div className={classes.printed}>
            <h1>{title}</h1>
            <GhostCanvas ghost={{ ...made.ghost, title: '', lines: [] }} medium="paper" label="" />
            <ul>
              {made.hints.map((hint) => (
                <li key={hint}>{hint}</li>
              ))}
            </ul>
          </div>
        </PrintedSheet>
      )}
    </Modal>
  )
}
