import { useCallback } from 'react'
import type { StatedEvent } from '../shared/domain/events.ts'
import { errorSentence } from './error-messages.ts'
import type { Undo } from './ports.ts'
import { showFailure } from './ui/undo-toast.tsx'
import { useOfferUndo } from './use-offer-undo.ts'
import { usePorts } from './use-ports.tsx'

/** Records a change; false when it failed. */
export type RecordChange = (events: StatedEvent[], undo?: Undo) => Promise<boolean>

/** Records changes and says so: with `undo` a toast offers to take the change back, a failure is told in a sentence. */
export function useRecord(): RecordChange {
  const { library } = usePorts()
  const offerUndo = useOfferUndo()
  return useCallback<RecordChange>(
    async (events, undo) => {
      try {
        await library.record(events, undo)
      } catch (error) {
        showFailure(errorSentence(error))
        return false
      }
      if (undo) offerUndo(undo.label)
      return true
    },
    [library, offerUndo],
  )
}
