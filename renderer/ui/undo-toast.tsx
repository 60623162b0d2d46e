import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'

const toastId = 'undo'

/** Says that something went wrong, in one sentence, until it is closed. */
export function showFailure(sentence: string): void {
  notifications.show({ color: 'red', message: sentence, autoClose: false, withBorder: true })
}

/** Says that something is done. */
export function showDone(sentence: string): void {
  notifications.show({ message: sentence, autoClose: 4000 })
}

interface UndoToast {
  /** What was done: "Photo removed". */
  readonly message: string
  readonly onUndo: () => void
  /** Calls back at once and after each change; from the second call on the offer no longer holds, and goes away. */
  readonly changes: {
    subscribe(observer: { next: () => void; error: () => void }): { unsubscribe(): void }
  }
}

/** Says what was done and offers to take it back. There is one such toast: it always belongs to the newest change. */
export function showUndo({ message, onUndo, changes }: UndoToast): void {
  let calls = 0
  const hide = () => notifications.hide(toastId)
  notifications.hide(toastId)
  const subscription = changes.subscribe({ next: () => ++calls > 1 && hide(), error: hide })
  notifications.show({
    id: toastId,
    autoClose: 12_000,
    onClose: () => subscription.unsubscribe(),
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="light"
          flex="none"
          onClick={() => {
            hide()
            onUndo()
          }}
        >
          Undo
        </Button>
      </Group>
    ),
  })
}
