import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { t } from '../../shared/words/translate.ts'

/** Says that a file is saved, and leads to its folder. */
export function showSaved(sentence: string, onShow: () => void): void {
  notifications.show({
    autoClose: 8000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{sentence}</Text>
        <Button size="compact-sm" variant="light" flex="none" onClick={onShow}>
          {t('Show in folder')}
        </Button>
      </Group>
    ),
  })
}
