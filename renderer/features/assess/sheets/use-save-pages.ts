import { useState } from 'react'
import { t } from '../../../../shared/words/translate.ts'
import { errorSentence, isCancelled } from '../../../error-messages.ts'
import { showSaved } from '../../../ui/saved-toast.tsx'
import { showFailure } from '../../../ui/undo-toast.tsx'
import { usePorts } from '../../../use-ports.tsx'

/** Saves what the window would print: `stop` is there as long as it is being saved. What came of it is told in a toast. */
export function useSavePages(paper: 'a4' | 'phone', fileName: string) {
  const { engine } = usePorts()
  const [abort, setAbort] = useState<AbortController>()
  const save = async () => {
    const controller = new AbortController()
    setAbort(controller)
    try {
      const savedAs = await engine.savePages(paper, fileName, { signal: controller.signal })
      if (savedAs !== null)
        showSaved(t('Saved as {{fileName}}', { fileName: savedAs }), () => {
          engine.showSavedPages().catch((error: unknown) => showFailure(errorSentence(error)))
        })
    } catch (error) {
      if (!isCancelled(error)) showFailure(errorSentence(error))
    } finally {
      setAbort(undefined)
    }
  }
  return { save, stop: abort && (() => abort.abort()) }
}
