import { useCallback } from 'react'
import type { StatedEvent } from '../shared/domain/events.ts'
import { errorSentence } from './error-messages.ts'
import type { Undo } from './ports.ts'
import { showDone, showFailure, showUndo } from './ui/undo-toast.tsx'
import { usePorts } from './use-ports.tsx'

/** Records a change; false when it failed. */
export type RecordChange = (events: StatedEvent[], undo?: Undo) => Promise<boolean>

/** Records changes and says so: with `undo` a toast offers to take the change back, a failure is told in a sentence. */
export function useRecord(): RecordChange {
  const { library } = usePorts()
  return useCallback<RecordChange>(
    async (events, undo) => {
      try {
        await library.record(events, undo)
      } catch (error) {
        showFailure(errorSentence(error))
        return false
      }
      if (undo) showUndo({ message: undo.label, changes: library.watchUndoLabel(), onUndo: () => void takeBack() })
      return true

      async function takeBack() {
        try {
          const label = await library.undo()
          if (label) showDone(`Undone: ${label}`)
        } catch (error) {
          showFailure(errorSentence(error))
        }
      }
    },
    [library],
  )
}
