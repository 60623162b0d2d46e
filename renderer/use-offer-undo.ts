import { useCallback } from 'react'
import { t } from '../shared/words/translate.ts'
import { errorSentence } from './error-messages.ts'
import { showDone, showFailure, showUndo } from './ui/undo-toast.tsx'
import { usePorts } from './use-ports.tsx'

/** Says what was done, and offers to take back the last undoable change. */
export function useOfferUndo(): (message: string) => void {
  const { library } = usePorts()
  return useCallback(
    (message) => {
      showUndo({ message, changes: library.watchUndoLabel(), onUndo: () => void takeBack() })

      async function takeBack() {
        try {
          const label = await library.undo()
          if (label) showDone(t('Undone: {{label}}', { label }))
        } catch (error) {
          showFailure(errorSentence(error))
        }
      }
    },
    [library],
  )
}
