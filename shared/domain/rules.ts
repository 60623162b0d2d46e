import type { DomainEvent } from './events.ts'
import { type Facts, photosOfClient } from './facts.ts'

/** Why an event can't be recorded against these facts, in plain words; undefined when it can. */
export function refusalOf(facts: Facts, event: DomainEvent): string | undefined {
  switch (event.type) {
    case 'client-added':
      return facts.clients.has(event.data.clientId) ? 'This client exists already.' : undefined
    case 'client-renamed':
    case 'client-restored':
      return facts.clients.has(event.data.clientId) ? undefined : 'There is no such client.'
    case 'client-removed':
      return refusalOfRemoval(facts, event.data.clientId)
    case 'treatment-added':
      if (facts.treatments.has(event.data.treatmentId)) return 'This treatment exists already.'
      return isPresent(facts, event.data.clientId) ? undefined : 'There is no such client.'
    case 'treatment-renamed':
    case 'treatment-restored':
      return facts.treatments.has(event.data.treatmentId) ? undefined : 'There is no such treatment.'
    case 'treatment-removed':
      return refusalOfTreatmentRemoval(facts, event.data.treatmentId)
    case 'treatment-described':
    case 'session-recorded':
      return isTreatmentPresent(facts, event.data.treatmentId) ? undefined : 'There is no such treatment.'
    case 'photo-imported': {
      const present = facts.photos.get(event.data.photoId)
      if (present && !present.isRemoved) return 'This photo is in the library already.'
      if (!isPresent(facts, event.data.clientId)) return 'There is no such client.'
      const treatment = facts.treatments.get(event.data.treatmentId)
      return treatment?.clientId === event.data.clientId && !treatment.isRemoved
        ? undefined
        : 'There is no such treatment of this client.'
    }
    case 'photo-filed':
    case 'photo-dated':
    case 'photo-turned':
    case 'photo-removed':
    case 'head-marked':
      return facts.photos.has(event.data.photoId) ? undefined : 'There is no such photo.'
    case 'photo-restored': {
      const photo = facts.photos.get(event.data.photoId)
      if (!photo) return 'There is no such photo.'
      return isTreatmentPresent(facts, photo.treatmentId) ? undefined : 'Restore the photo’s treatment first.'
    }
    case 'reference-chosen': {
      const photo = facts.photos.get(event.data.photoId)
      const isOfSeries = photo?.treatmentId === event.data.treatmentId && photo.angle === event.data.angle
      return isOfSeries ? undefined : 'The photo doesn’t belong to this series.'
    }
    case 'landmarks-placed':
    case 'alignment-made':
      return facts.photos.has(event.data.referenceId) && facts.photos.has(event.data.movingId)
        ? undefined
        : 'There is no such pair of photos.'
    case 'comparison-exported':
      return event.data.photoIds.every((id) => facts.photos.has(id)) ? undefined : 'There is no such photo.'
  }
}

function isPresent(facts: Facts, clientId: string): boolean {
  return facts.clients.get(clientId)?.isRemoved === false
}

function isTreatmentPresent(facts: Facts, treatmentId: string): boolean {
  return facts.treatments.get(treatmentId)?.isRemoved === false
}

/** A treatment that has photos stays, so that none of them is out of sight. */
function refusalOfTreatmentRemoval(facts: Facts, treatmentId: string): string | undefined {
  const treatment = facts.treatments.get(treatmentId)
  if (!treatment) return 'There is no such treatment.'
  const photos = photosOfClient(facts, treatment.clientId)
  const hasPhotos = photos.some((photo) => photo.treatmentId === treatmentId && !photo.isRemoved)
  return hasPhotos ? 'This treatment has photos and stays. Remove its photos first.' : undefined
}

/** A client with photos can't go by an undo or a slip: only the sample client, and one to whom nothing was added yet. */
function refusalOfRemoval(facts: Facts, clientId: string): string | undefined {
  const client = facts.clients.get(clientId)
  if (!client) return 'There is no such client.'
  if (client.isSample) return undefined
  return photosOfClient(facts, clientId).length > 0 ? 'This client has photos and stays.' : undefined
}
