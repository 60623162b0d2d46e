import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { t } from '../../shared/words/translate.ts'
import { errorSentence } from '../error-messages.ts'
import { useCommands } from '../ui/commands.ts'
import { usePorts } from '../use-ports.tsx'

/** Ctrl+Z (⌘Z) takes the last change back where its effect is seen (`isActive`), except while typing, where it belongs to the field. */
export function useUndoKeys(isActive: boolean): void {
  const { library } = usePorts()
  useCommands(
    isActive
      ? [
          {
            name: t('Undo the last change'),
            group: t('Everywhere'),
            keys: ['Ctrl+z'],
            run: () => undefined,
            isElsewhere: true,
          },
        ]
      : [],
  )
  useEffect(() => {
    if (!isActive) return
    const undo = async () => {
      try {
        const label = await library.undo()
        if (label) notifications.show({ message: t('Undone: {{label}}', { label }) })
      } catch (error) {
        notifications.show({ color: 'red', message: errorSentence(error) })
      }
    }
    const onKey = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element &&
        event.target.closest('input:not([type=checkbox], [type=radio]), textarea, [data-own-undo]') !== null
      if (
        event.key !== 'z' ||
        !(event.ctrlKey || event.metaKey) ||
        event.shiftKey ||
        isTyping ||
        event.defaultPrevented
      )
        return
      event.preventDefault()
      void undo()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [library, isActive])
}
