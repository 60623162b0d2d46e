import { useState } from 'react'
import { type GivenConsent, nextVersion, type Signed } from '../../../shared/domain/consent.ts'
import type { ClientId, TreatmentId } from '../../../shared/domain/ids.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import { showDone, showFailure } from '../../ui/undo-toast.tsx'
import { usePorts } from '../../use-ports.tsx'
import { type ConsentDraft, consentOfDraft, type ScanChoice } from './consent-draft.ts'

/** Whose consent it is, and to which treatment the scan of a form is attached. */
export interface ConsentSubject {
  readonly clientId: ClientId
  readonly treatmentId: TreatmentId
}

/** Records consents and their withdrawal; each resolves with whether that was done. */
export function useRecording({ clientId, treatmentId }: ConsentSubject) {
  const { library, documents } = usePorts()
  const [isBusy, setBusy] = useState(false)

  const attach = async (scan: ScanChoice, signedOn: string): Promise<Signed> => {
    if ('documentId' in scan) return { by: 'scan', documentId: scan.documentId }
    const description = { kind: 'consent-form' as const, title: t('Consent to pictures'), signedOn, notes: '' }
    const { document } = await documents.attach(scan.offer.offerId, { clientId, treatmentId, description })
    return { by: 'scan', documentId: document.documentId }
  }
  const signedOf = ({ by, name, drawing, scan, givenOn }: ConsentDraft): Signed | Promise<Signed> => {
    if (by === 'scan' && scan) return attach(scan, givenOn)
    if (by === 'drawing') return { by, name: name.trim(), signature: drawing }
    return { by: 'typed-name', name: name.trim() }
  }
  const doing = async (work: () => Promise<void>, done: string) => {
    setBusy(true)
    try {
      await work()
      showDone(done)
      return true
    } catch (error) {
      showFailure(errorSentence(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  return {
    isBusy,
    give: (draft: ConsentDraft, consents: readonly GivenConsent[]) =>
      doing(async () => {
        const about = { clientId, version: nextVersion(consents), signed: await signedOf(draft) }
        await library.record([{ type: 'consent-given', version: 1, data: consentOfDraft(draft, about) }])
      }, t('Consent recorded')),
    withdraw: ({ version }: GivenConsent) =>
      doing(
        () => library.record([{ type: 'consent-withdrawn', version: 1, data: { clientId, version } }]),
        t('Consent withdrawn'),
      ),
  }
}
