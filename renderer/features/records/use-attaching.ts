import { useRef, useState } from 'react'
import type { DocumentDescription } from '../../../shared/domain/document.ts'
import type { ClientId, DocumentId, TreatmentId } from '../../../shared/domain/ids.ts'
import type { FileOffer } from '../../../shared/ipc/contract.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence, isCancelled } from '../../error-messages.ts'
import { showDone } from '../../ui/undo-toast.tsx'
import { usePorts } from '../../use-ports.tsx'
import type { WorkProgress } from '../../use-work.ts'
import { documentsAdded, undoOfAttaching } from './document-changes.ts'

/** A file that is to be attached, and what was said of it. */
export interface FileToAttach {
  readonly offer: FileOffer
  readonly description: DocumentDescription
}

/** A file that needs a word: it wasn't attached, or it was here already. */
export interface FileRemark {
  readonly offerId: string
  readonly fileName: string
  readonly sentence: string
  /** It isn't in the library. */
  readonly isFailure: boolean
}

/** Attaches files one after the other; one that fails stops none of the others. */
export function useAttaching(clientId: ClientId, treatmentId: TreatmentId) {
  const { documents, library } = usePorts()
  const [progress, setProgress] = useState<WorkProgress | null>(null)
  const [remarks, setRemarks] = useState<readonly FileRemark[]>([])
  const abort = useRef(new AbortController())

  const attach = async (files: readonly FileToAttach[]) => {
    abort.current = new AbortController()
    const { signal } = abort.current
    const added: DocumentId[] = []
    const found: FileRemark[] = []
    setRemarks([])
    for (const [index, { offer, description }] of files.entries()) {
      if (signal.aborted) break
      const { offerId, fileName } = offer
      setProgress({
        fraction: index / files.length,
        step: t('{{number}} of {{total}}', { number: index + 1, total: files.length }),
      })
      const remark = (sentence: string, isFailure: boolean) => found.push({ offerId, fileName, sentence, isFailure })
      try {
        const place = { clientId, treatmentId, description }
        const { outcome, document } = await documents.attach(offerId, place, { signal })
        if (outcome === 'attached') added.push(document.documentId)
        else remark(presentSentence(outcome, document.title, document.treatmentId !== treatmentId), false)
      } catch (error) {
        if (!isCancelled(error)) remark(errorSentence(error), true)
      }
    }
    setProgress(null)
    setRemarks(found)
    if (added.length === 0) return
    library.remember(undoOfAttaching(added))
    showDone(documentsAdded(added.length))
  }
  return { attach, progress, remarks, forgetRemarks: () => setRemarks([]), stop: () => abort.current.abort() }
}

/** What is said of a file that the library has already. */
function presentSentence(outcome: 'already' | 'put-back', title: string, isElsewhere: boolean): string {
  if (outcome === 'already')
    return isElsewhere
      ? t('Attached already, as “{{title}}”, in another treatment.', { title })
      : t('Attached already, as “{{title}}”.', { title })
  return isElsewhere
    ? t('The library’s file of “{{title}}”, in another treatment was lost or damaged; it is back now.', { title })
    : t('The library’s file of “{{title}}” was lost or damaged; it is back now.', { title })
}
