import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { photoCount } from './import-words.ts'

interface DiscardDialogProps {
  readonly count: number
  readonly onDiscard: () => void
  readonly onClose: () => void
}

/** Asks before a review that has something in it is left without saving. */
export function DiscardDialog({ count, onDiscard, onClose }: DiscardDialogProps) {
  return (
    <Modal opened onClose={onClose} title="Leave without saving?">
      <Stack>
        <Text size="sm">
          {photoCount(count)} {count === 1 ? 'is' : 'are'} not saved yet. The files that they came from stay where they
          are.
        </Text>
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            Keep reviewing
          </Button>
          <Button color="red" onClick={onDiscard}>
            Leave without saving
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
