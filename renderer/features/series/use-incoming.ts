import { useCallback } from 'react'
import type { Angle } from '../../../shared/domain/angle.ts'
import type { Stage } from '../../../shared/domain/stage.ts'
import type { FileOffer } from '../../../shared/ipc/contract.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import { showFailure } from '../../ui/undo-toast.tsx'
import { usePorts } from '../../use-ports.tsx'

/** Where incoming photos belong, as far as the user said it by the place of the drop. */
export interface IncomingTarget {
  readonly stage: Stage | null
  readonly angle: Angle | null
}

/** The two ways in for photos: chosen in a dialog, or dropped. Nothing happens when the user cancels. */
export function useIncoming(onOffers: (offers: FileOffer[], target: IncomingTarget) => void) {
  const { engine } = usePorts()
  const choose = useCallback(
    async (kind: 'files' | 'folder', target: IncomingTarget) => {
      try {
        const offers = await engine.chooseFiles(kind)
        if (offers.length > 0) onOffers(offers, target)
      } catch (error) {
        showFailure(errorSentence(error))
      }
    },
    [engine, onOffers],
  )
  const drop = useCallback(
    async (files: readonly File[], target: IncomingTarget) => {
      try {
        const offers = await engine.offerFiles(files)
        if (offers.length > 0) onOffers(offers, target)
        else showFailure(t('There are no files in what you dropped.'))
      } catch (error) {
        showFailure(errorSentence(error))
      }
    },
    [engine, onOffers],
  )
  return { choose, drop }
}
