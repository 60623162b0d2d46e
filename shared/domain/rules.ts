import type { DomainEvent } from './events.ts'
import type { Facts } from './facts.ts'

/** Why an event can't be recorded against these facts, in plain words; undefined when it can. */
export function refusalOf(facts: Facts, event: DomainEvent): string | undefined {
  switch (event.type) {
    case 'client-added':
      return facts.clients.has(event.data.clientId) ? 'This client exists already.' : undefined
    case 'client-renamed':
    case 'client-removed':
    case 'client-restored':
      return facts.clients.has(event.data.clientId) ? undefined : 'There is no such client.'
    case 'treatment-added':
      if (facts.treatments.has(event.data.treatmentId)) return 'This treatment exists already.'
      return facts.clients.has(event.data.clientId) ? undefined : 'There is no such client.'
    case 'photo-imported': {
      const present = facts.photos.get(event.data.photoId)
      if (present && !present.isRemoved) return 'This photo is in the library already.'
      const treatment = facts.treatments.get(event.data.treatmentId)
      return treatment?.clientId === event.data.clientId ? undefined : 'There is no such treatment of this client.'
    }
    case 'photo-filed':
    case 'photo-dated':
    case 'photo-turned':
    case 'photo-removed':
    case 'photo-restored':
    case 'head-marked':
      return facts.photos.has(event.data.photoId) ? undefined : 'There is no such photo.'
    case 'landmarks-placed':
    case 'alignment-made':
      return facts.photos.has(event.data.referenceId) && facts.photos.has(event.data.movingId)
        ? undefined
        : 'There is no such pair of photos.'
    case 'comparison-exported':
      return event.data.photoIds.every((id) => facts.photos.has(id)) ? undefined : 'There is no such photo.'
  }
}
