import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { isHeld } from '../../../shared/domain/retention.ts'
import type { TrashedPhoto } from '../../../shared/domain/trash.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import { showDone } from '../../ui/undo-toast.tsx'
import { usePorts } from '../../use-ports.tsx'
import styles from './trash.module.css'
import { heldSentence } from './trash-words.ts'

interface DeletePhotosDialogProps {
  readonly photos: readonly TrashedPhoto[]
  readonly onClose: () => void
}

/** Asks before photos in the trash are deleted for good. */
export function DeletePhotosDialog({ photos, onClose }: DeletePhotosDialogProps) {
  const { library } = usePorts()
  const [isMeant, setIsMeant] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const now = new Date()
  const hold = photos.find((photo) => isHeld(photo.hold, now))?.hold
  const remove = async () => {
    setIsBusy(true)
    setFailure(null)
    try {
      await library.deletePhotos(
        photos.map(({ photoId }) => photoId),
        isMeant,
      )
      onClose()
      showDone(t('{{count}} photos deleted for good.', { count: photos.length }))
    } catch (error) {
      setFailure(errorSentence(error))
      setIsBusy(false)
    }
  }
  return (
    <Modal opened title={t('Delete {{count}} photos for good?', { count: photos.length })} onClose={onClose}>
      <Stack>
        <Text>
          {photos.length === 1
            ? t(
                'It can’t be restored then. Backups hold it until they are replaced. The client’s history still says that it was there.',
              )
            : t(
                'They can’t be restored then. Backups hold them until they are replaced. The clients’ histories still say that they were there.',
              )}
        </Text>
        {hold && (
          <Alert
            variant="default"
            icon={<TriangleAlert className={styles.warning} size={18} aria-hidden />}
            title={heldSentence(hold)}
          >
            <Checkbox
              label={t('Delete although the record is to be kept')}
              checked={isMeant}
              onChange={(event) => setIsMeant(event.currentTarget.checked)}
            />
          </Alert>
        )}
        {failure && (
          <Alert color="red" title={t('Not deleted')}>
            {failure}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" disabled={isBusy} onClick={onClose} data-autofocus>
            {t('Cancel')}
          </Button>
          <Button
            color="red.9"
            disabled={hold !== undefined && !isMeant}
            loading={isBusy}
            onClick={() => void remove()}
          >
            {t('Delete for good')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
