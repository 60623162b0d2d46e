import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { t } from '../../shared/words/translate.ts'

const toastId = 'undo'
const nextId = 'next'

/** Says that something went wrong, in one sentence, until it is closed. */
export function showFailure(sentence: string): void {
  notifications.show({ color: 'red', message: sentence, autoClose: false, withBorder: true })
}

/** Says that something is done. */
export function showDone(sentence: string): void {
  notifications.show({ message: sentence, autoClose: 4000 })
}

/** Says that something is done, and offers the next step. There is one such offer: that of the newest. */
export function showDoneAnd(sentence: string, next: { readonly label: string; readonly run: () => void }): void {
  notifications.hide(nextId)
  notifications.show({
    id: nextId,
    autoClose: 12_000,
    message: (
      <ToastWithButton
        message={sentence}
        label={next.label}
        onClick={() => {
          notifications.hide(nextId)
          next.run()
        }}
      />
    ),
  })
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
      <ToastWithButton
        message={message}
        label={t('Undo')}
        onClick={() => {
          hide()
          onUndo()
        }}
      />
    ),
  })
}

interface ToastWithButtonProps {
  readonly message: string
  readonly label: string
  readonly onClick: () => void
}

function ToastWithButton({ message, label, onClick }: ToastWithButtonProps) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{message}</Text>
      <Button size="compact-sm" variant="light" flex="none" onClick={onClick}>
        {label}
      </Button>
    </Group>
  )
}
