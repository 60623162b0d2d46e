import { type AttachedDocument, documentIdOf } from '../../../shared/domain/document.ts'
import { photoOf } from './photo-samples.ts'

/** A consent form as a PDF, of the client of `photoOf`; what matters to a test is given. */
export function documentOf(number: number, about: Partial<AttachedDocument> = {}): AttachedDocument {
  const { photoId, clientId, treatmentId } = photoOf(number, {
    ...(about.clientId && { clientId: about.clientId }),
    ...(about.treatmentId && { treatmentId: about.treatmentId }),
  })
  return {
    documentId: documentIdOf(photoId, clientId),
    clientId,
    treatmentId,
    fileName: `Consent ${number}.pdf`,
    byteSize: 52_000,
    kind: 'consent-form',
    title: `Consent ${number}`,
    signedOn: '2026-01-10',
    notes: '',
    picture: null,
    isRemoved: false,
    ...about,
  }
}
