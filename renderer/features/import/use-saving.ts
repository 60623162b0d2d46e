import { useState } from 'react'
import type { ClientId, PhotoId, TreatmentId } from '../../../shared/domain/ids.ts'
import type { FiledPhoto } from '../../../shared/ipc/contract.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import type { Undo } from '../../ports.ts'
import { usePorts } from '../../use-ports.tsx'

/** Photos that are saved by one request: few enough that a failure concerns few, and that progress can be told. */
const batchSize = 100

interface Saving {
  /** How many of how many are safe; null when nothing is being saved. */
  readonly progress: { readonly saved: number; readonly total: number } | null
  /** Why the last attempt stopped, in a sentence. */
  readonly failure: string | null
  /** Saves photos batch by batch; true when all are safe. */
  readonly save: (photos: readonly FiledPhoto[]) => Promise<boolean>
}

/** Makes reviewed photos part of the library. What is saved before a failure stays saved and is told by `onSaved`. */
export function useSaving(
  clientId: ClientId,
  treatmentId: TreatmentId,
  onSaved: (photoIds: readonly PhotoId[]) => void,
): Saving {
  const { engine, library } = usePorts()
  const [progress, setProgress] = useState<Saving['progress']>(null)
  const [failure, setFailure] = useState<string | null>(null)

  const save = async (photos: readonly FiledPhoto[]) => {
    setFailure(null)
    try {
      for (let start = 0; start < photos.length; start += batchSize) {
        setProgress({ saved: start, total: photos.length })
        const batch = photos.slice(start, start + batchSize)
        await engine.acceptPhotos(clientId, treatmentId, batch)
        library.remember(undoOf(batch))
        onSaved(batch.map(({ photoId }) => photoId))
      }
      return true
    } catch (error) {
      setFailure(errorSentence(error))
      return false
    } finally {
      setProgress(null)
    }
  }
  return { progress, failure, save }
}

function undoOf(batch: readonly FiledPhoto[]): Undo {
  const label = t('{{count}} photos imported', { count: batch.length })
  return { label, events: batch.map(({ photoId }) => ({ type: 'photo-removed', version: 1, data: { photoId } })) }
}
