import { useState } from 'react'
import type { HandOverSize, PageFormat } from '../../../shared/domain/hand-over.ts'
import type { ClientId, PhotoId } from '../../../shared/domain/ids.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence, isCancelled } from '../../error-messages.ts'
import { stepInWords } from '../../step-words.ts'
import { showDone, showFailure } from '../../ui/undo-toast.tsx'
import { usePorts } from '../../use-ports.tsx'

/** What is made for a client: pictures in a folder, or pages. */
export type Handed =
  | { readonly form: 'folder'; readonly size: HandOverSize }
  | { readonly form: 'series' | 'card'; readonly page: PageFormat }

interface Working {
  readonly fraction: number
  readonly step: string
  /** Null: it is done in a moment and can't be stopped. */
  readonly stop: (() => void) | null
}

/** Saves what a client is given; `working` as long as it is being made. What came of it is told in a toast. */
export function useHandOver(clientId: ClientId) {
  const { engine } = usePorts()
  const [working, setWorking] = useState<Working | null>(null)
  const save = async (handed: Handed, photoIds: readonly PhotoId[]) => {
    const abort = new AbortController()
    const stop = () => abort.abort()
    setWorking({ fraction: 0, step: '', stop: handed.form === 'folder' ? stop : null })
    try {
      const savedAs =
        handed.form === 'folder'
          ? await engine.handOverFolder(clientId, photoIds, handed.size, {
              signal: abort.signal,
              onProgress: (fraction, step) => setWorking({ fraction, step: stepInWords(step), stop }),
            })
          : await engine.handOverPages({ clientId, photoIds, ...handed })
      if (savedAs !== null) showDone(t('Saved as {{fileName}}', { fileName: savedAs }))
    } catch (error) {
      if (!isCancelled(error)) showFailure(errorSentence(error))
    } finally {
      setWorking(null)
    }
  }
  return { save, working }
}
