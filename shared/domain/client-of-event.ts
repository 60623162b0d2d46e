import { clientOfDocumentId } from './document.ts'
import { photoOfDrawing } from './drawing.ts'
import type { DomainEvent } from './events.ts'
import type { Facts } from './facts.ts'
import type { ClientId } from './ids.ts'

/** Whom an event speaks about, by the facts before it; null for what concerns no client, or more than one. */
export function clientOfEvent(facts: Facts, event: DomainEvent): ClientId | null {
  switch (event.type) {
    case 'client-added':
    case 'client-renamed':
    case 'client-removed':
    case 'client-restored':
    case 'client-retention-noted':
    case 'treatment-added':
    case 'photo-imported':
    case 'photo-deleted':
    case 'consent-given':
    case 'consent-withdrawn':
    case 'export-taken-down':
    case 'pictures-handed-over':
      return event.data.clientId
    case 'photo-filed':
    case 'photo-dated':
    case 'photo-turned':
    case 'photo-removed':
    case 'photo-restored':
    case 'head-marked':
    case 'scale-set':
      return clientOfPhotos(facts, [event.data.photoId])
    case 'treatment-renamed':
    case 'treatment-removed':
    case 'treatment-restored':
    case 'treatment-described':
    case 'session-recorded':
    case 'reference-chosen':
    case 'patch-decided':
    case 'comparison-saved':
    case 'comparison-renamed':
    case 'comparison-removed':
      return facts.treatments.get(event.data.treatmentId)?.clientId ?? null
    case 'landmarks-placed':
    case 'alignment-made':
      return clientOfPhotos(facts, [event.data.referenceId, event.data.movingId])
    case 'document-attached':
    case 'document-described':
    case 'document-removed':
    case 'document-restored':
      return clientOfDocumentId(event.data.documentId)
    case 'drawing-added':
    case 'drawing-changed':
    case 'drawing-removed':
    case 'drawing-restored':
      return clientOfPhotos(facts, [photoOfDrawing(event.data.drawingId)])
    case 'comparison-exported':
      return clientOfPhotos(facts, event.data.photoIds)
    case 'hanging-protocol-saved':
    case 'hanging-protocol-renamed':
    case 'hanging-protocol-removed':
    case 'export-template-saved':
    case 'export-template-changed':
    case 'export-template-removed':
    case 'consent-text-saved':
    case 'consent-text-renamed':
    case 'consent-text-removed':
    case 'studio-retention-noted':
    case 'client-erased':
      return null
  }
}

/** The client whom all of these photos show; null when there is more than one. */
export function clientOfPhotos(facts: Facts, photoIds: readonly string[]): ClientId | null {
  const clientIds = new Set(photoIds.map((photoId) => facts.photos.get(photoId)?.clientId ?? null))
  const [clientId = null] = clientIds
  return clientIds.size === 1 ? clientId : null
}
