import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { t } from '../../../shared/words/translate.ts'

interface DiscardDialogProps {
  readonly count: number
  readonly onDiscard: () => void
  readonly onClose: () => void
}

/** Asks before a review that has something in it is left without saving. */
export function DiscardDialog({ count, onDiscard, onClose }: DiscardDialogProps) {
  return (
    <Modal opened onClose={onClose} title={t('Leave without saving?')}>
      <Stack>
        <Text size="sm">
          {t('{{count}} photos are not saved yet. The files that they came from stay where they are.', { count })}
        </Text>
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('Keep reviewing')}
          </Button>
          <Button color="red" onClick={onDiscard}>
            {t('Leave without saving')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
