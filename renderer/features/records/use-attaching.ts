import { useRef, useState } from 'react'
import type { DocumentDescription } from '../../../shared/domain/document.ts'
import type { ClientId, DocumentId, TreatmentId } from '../../../shared/domain/ids.ts'
import type { FileOffer } from '../../../shared/ipc/contract.ts'
import { errorSentence, isCancelled } from '../../error-messages.ts'
import { showDone } from '../../ui/undo-toast.tsx'
import { usePorts } from '../../use-ports.tsx'
import type { WorkProgress } from '../../use-work.ts'
import { countOf, undoOfAttaching } from './document-changes.ts'

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
      setProgress({ fraction: index / files.length, step: `${index + 1} of ${files.length}` })
      const remark = (sentence: string, isFailure: boolean) => found.push({ offerId, fileName, sentence, isFailure })
      try {
        const place = { clientId, treatmentId, description }
        const { outcome, document } = await documents.attach(offerId, place, { signal })
        const where = document.treatmentId === treatmentId ? '' : ', in another treatment'
        if (outcome === 'attached') added.push(document.documentId)
        else if (outcome === 'already') remark(`Attached already, as “${document.title}”${where}.`, false)
        else remark(`The library’s file of “${document.title}”${where} was lost or damaged; it is back now.`, false)
      } catch (error) {
        if (!isCancelled(error)) remark(errorSentence(error), true)
      }
    }
    setProgress(null)
    setRemarks(found)
    if (added.length === 0) return
    library.remember(undoOfAttaching(added))
    showDone(countOf(added.length, 'added'))
  }
  return { attach, progress, remarks, forgetRemarks: () => setRemarks([]), stop: () => abort.current.abort() }
}
