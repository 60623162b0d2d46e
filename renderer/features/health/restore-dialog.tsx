import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { BackupOffer } from '../../../shared/ipc/care.ts'
import { sizeInWords } from '../../../shared/size-in-words.ts'
import { t } from '../../../shared/words/translate.ts'
import type { Care } from '../../ports.ts'
import { instantLabel } from '../../ui/instant-label.ts'
import { WorkProgressBar } from '../../ui/work-progress.tsx'
import { useWork } from '../../use-work.ts'

interface RestoreDialogProps {
  readonly care: Care
  readonly offer: BackupOffer
  readonly onClose: () => void
}

/** Shows what is in a backup and restores it. Until everything in it is checked, nothing is changed, and it can be stopped. */
export function RestoreDialog({ care, offer, onClose }: RestoreDialogProps) {
  const { progress, failure, run, stop } = useWork()
  const [isDone, setIsDone] = useState(false)
  const restore = async () => {
    const restored = await run(async (options) => {
      await care.restore(offer.restoreId, options)
      return true
    })
    setIsDone(restored === true)
  }
  const isBusy = progress !== null || isDone
  const lost = offer.missingCount + offer.damagedCount
  return (
    <Modal
      opened
      title={t('Restore this backup?')}
      onClose={onClose}
      closeOnClickOutside={false}
      closeOnEscape={!isBusy}
      withCloseButton={!isBusy}
    >
      <Stack>
        <Text>
          {t('“{{fileName}}” was made on {{moment}}. It holds {{clients}} and {{photos}}, {{size}}.', {
            fileName: offer.fileName,
            moment: instantLabel(offer.madeAt),
            clients: t('{{count}} clients', { count: offer.clientCount }),
            photos: t('{{count}} photos', { count: offer.photoCount }),
            size: sizeInWords(offer.byteSize),
          })}
        </Text>
        {lost > 0 && (
          <Text>{t('When it was made, {{count}} photo files of these were missing or damaged.', { count: lost })}</Text>
        )}
        <Text>
          {t(
            'It takes the place of the present library. What you changed after the backup isn’t in it. The present library is kept beside it for 30 days. Clients who were erased here stay erased. Then Stipple starts again.',
          )}
        </Text>
        {failure && (
          <Alert color="red" title={t('Not restored')}>
            {failure}
          </Alert>
        )}
        {progress && <WorkProgressBar label={t('Restoring')} {...progress} onStop={stop} />}
        {isDone && <Text role="status">{t('Restored. Stipple starts again…')}</Text>}
        {!isBusy && (
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('Cancel')}
            </Button>
            <Button onClick={() => void restore()}>{t('Restore this backup')}</Button>
          </Group>
        )}
      </Stack>
    </Modal>
  )
}
