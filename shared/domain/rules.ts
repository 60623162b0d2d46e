import { t } from '../words/translate.ts'
import { refusalOfDecision } from './assessing/patch-rules.ts'
import { clientOfPhotos } from './client-of-event.ts'
import { refusalOfComparison, refusalOfProtocol } from './comparison-rules.ts'
import {
  provesConsent,
  refusalOfConsent,
  refusalOfExported,
  refusalOfHandOver,
  refusalOfWithdrawal,
} from './consent-rules.ts'
import { refusalOfConsentText } from './consent-text-rules.ts'
import type { AttachedDocument } from './document.ts'
import { refusalOfChange, refusalOfDrawing, refusalOfScale } from './drawing-rules.ts'
import type { DomainEvent } from './events.ts'
import { refusalOfTemplate } from './export-template-rules.ts'
import { refusalOfTakingDown } from './exported/export-rules.ts'
import { documentsOfClient, type Facts, photosOfClient } from './facts.ts'
import { isVideo } from './video.ts'

const notComparable = () => t('A video can’t be compared: take a frame of it as a photo.')

/** Why an event can't be recorded against these facts, in plain words; undefined when it can. */
export function refusalOf(facts: Facts, event: DomainEvent): string | undefined {
  switch (event.type) {
    case 'client-added':
      return facts.clients.has(event.data.clientId) ? t('This client exists already.') : undefined
    case 'client-renamed':
    case 'client-restored':
    case 'client-retention-noted':
      return facts.clients.has(event.data.clientId) ? undefined : t('There is no such client.')
    case 'client-removed':
      return refusalOfRemoval(facts, event.data)
    case 'client-erased':
      return refusalOfErasure(facts, event.data.clientId)
    case 'studio-retention-noted':
      return undefined
    case 'treatment-added':
      if (facts.treatments.has(event.data.treatmentId)) return t('This treatment exists already.')
      return isPresent(facts, event.data.clientId) ? undefined : t('There is no such client.')
    case 'treatment-renamed':
    case 'treatment-restored':
      return facts.treatments.has(event.data.treatmentId) ? undefined : t('There is no such treatment.')
    case 'treatment-removed':
      return refusalOfTreatmentRemoval(facts, event.data.treatmentId)
    case 'treatment-described':
    case 'session-recorded':
      return isTreatmentPresent(facts, event.data.treatmentId) ? undefined : t('There is no such treatment.')
    case 'photo-imported': {
      const present = facts.photos.get(event.data.photoId)
      if (present && !present.isRemoved) return t('This photo is in the library already.')
      if (!isPresent(facts, event.data.clientId)) return t('There is no such client.')
      if (event.data.frameOf && !facts.photos.get(event.data.frameOf.videoId)?.video)
        return t('There is no such video.')
      const treatment = facts.treatments.get(event.data.treatmentId)
      return treatment?.clientId === event.data.clientId && !treatment.isRemoved
        ? undefined
        : t('There is no such treatment of this client.')
    }
    case 'photo-filed':
    case 'photo-dated':
    case 'photo-turned':
    case 'photo-removed':
    case 'head-marked':
      return facts.photos.has(event.data.photoId) ? undefined : t('There is no such photo.')
    case 'photo-restored': {
      const photo = facts.photos.get(event.data.photoId)
      if (!photo) return t('There is no such photo.')
      return isTreatmentPresent(facts, photo.treatmentId) ? undefined : t('Restore the photo’s treatment first.')
    }
    case 'reference-chosen': {
      const photo = facts.photos.get(event.data.photoId)
      if (photo && isVideo(photo)) return notComparable()
      const isOfSeries = photo?.treatmentId === event.data.treatmentId && photo.angle === event.data.angle
      return isOfSeries ? undefined : t('The photo doesn’t belong to this series.')
    }
    case 'photo-deleted': {
      const photo = facts.photos.get(event.data.photoId)
      if (photo?.clientId !== event.data.clientId) return t('There is no such photo.')
      return photo.isRemoved ? undefined : t('Only a photo in the trash is deleted for good.')
    }
    case 'landmarks-placed':
    case 'alignment-made': {
      const pair = [facts.photos.get(event.data.referenceId), facts.photos.get(event.data.movingId)]
      if (pair.some((photo) => photo && isVideo(photo))) return notComparable()
      return pair.every(Boolean)
        ? refusalOfStrangers(facts, [event.data.referenceId, event.data.movingId])
        : t('There is no such pair of photos.')
    }
    case 'document-attached':
      return refusalOfAttaching(facts, event.data)
    case 'document-described':
      return facts.documents.has(event.data.documentId) ? undefined : t('There is no such document.')
    case 'document-removed':
      if (!facts.documents.has(event.data.documentId)) return t('There is no such document.')
      return provesConsent(facts, event.data.documentId)
        ? t('The client’s consent rests on this document. Withdraw the consent or record a new one first.')
        : undefined
    case 'document-restored': {
      const document = facts.documents.get(event.data.documentId)
      if (!document) return t('There is no such document.')
      return isTreatmentPresent(facts, document.treatmentId) ? undefined : t('Restore the document’s treatment first.')
    }
    case 'drawing-added':
      return refusalOfDrawing(facts, event.data)
    case 'drawing-changed':
      return refusalOfChange(facts, event.data)
    case 'drawing-removed':
    case 'drawing-restored':
      return facts.drawings.has(event.data.drawingId) ? undefined : t('There is no such drawing.')
    case 'scale-set':
      return refusalOfScale(facts, event.data)
    case 'patch-decided':
      return refusalOfDecision(facts, event.data)
    case 'comparison-saved':
    case 'comparison-renamed':
    case 'comparison-removed':
      return refusalOfComparison(facts, event)
    case 'hanging-protocol-saved':
    case 'hanging-protocol-renamed':
    case 'hanging-protocol-removed':
      return refusalOfProtocol(facts, event)
    case 'export-template-saved':
    case 'export-template-changed':
    case 'export-template-removed':
      return refusalOfTemplate(facts, event)
    case 'consent-text-saved':
    case 'consent-text-renamed':
    case 'consent-text-removed':
      return refusalOfConsentText(facts, event)
    case 'consent-given':
      return refusalOfConsent(facts, event)
    case 'consent-withdrawn':
      return refusalOfWithdrawal(facts, event)
    case 'pictures-handed-over':
      return refusalOfHandOver(facts, event.data)
    case 'comparison-exported':
      return refusalOfExported(facts, event)
    case 'export-taken-down':
      return refusalOfTakingDown(facts, event.data)
  }
}

function isPresent(facts: Facts, clientId: string): boolean {
  return facts.clients.get(clientId)?.isRemoved === false
}

function isTreatmentPresent(facts: Facts, treatmentId: string): boolean {
  return facts.treatments.get(treatmentId)?.isRemoved === false
}

function refusalOfAttaching(facts: Facts, { documentId, clientId, treatmentId }: AttachedDocument): string | undefined {
  if (facts.documents.get(documentId)?.isRemoved === false) return t('This file is attached already.')
  if (!isPresent(facts, clientId)) return t('There is no such client.')
  const isOfClient = facts.treatments.get(treatmentId)?.clientId === clientId
  return isOfClient && isTreatmentPresent(facts, treatmentId)
    ? undefined
    : t('There is no such treatment of this client.')
}

/** A treatment that has photos or documents stays, so that none of them is out of sight. */
function refusalOfTreatmentRemoval(facts: Facts, treatmentId: string): string | undefined {
  const treatment = facts.treatments.get(treatmentId)
  if (!treatment) return t('There is no such treatment.')
  const photos = photosOfClient(facts, treatment.clientId)
  const hasPhotos = photos.some((photo) => photo.treatmentId === treatmentId && !photo.isRemoved)
  if (hasPhotos) return t('This treatment has photos and stays. Remove its photos first.')
  const documents = documentsOfClient(facts, treatment.clientId)
  const hasDocuments = documents.some((document) => document.treatmentId === treatmentId && !document.isRemoved)
  return hasDocuments ? t('This treatment has forms or documents and stays. Remove them first.') : undefined
}

/** What is said of several clients at once couldn't be forgotten when one of them is erased. */
function refusalOfStrangers(facts: Facts, photoIds: readonly string[]): string | undefined {
  return clientOfPhotos(facts, photoIds) === null ? t('These photos show different clients.') : undefined
}

/** Nobody is erased who isn't in the trash. */
function refusalOfErasure(facts: Facts, clientId: string | null): string | undefined {
  const client = facts.clients.get(clientId ?? '')
  if (!client) return t('There is no such client.')
  return client.isRemoved ? undefined : t('Only a client in the trash is erased for good.')
}

/** A client with photos or documents can't go by an undo or a slip, only when that is said: the sample client can, and one to whom nothing was added yet. */
function refusalOfRemoval(
  facts: Facts,
  { clientId, withPhotos }: { clientId: string; withPhotos?: boolean | undefined },
): string | undefined {
  const client = facts.clients.get(clientId)
  if (!client) return t('There is no such client.')
  if (client.isSample || withPhotos) return undefined
  if (photosOfClient(facts, clientId).length > 0) return t('This client has photos and stays.')
  return documentsOfClient(facts, clientId).length > 0 ? t('This client has forms or documents and stays.') : undefined
}
