import { clientOfDocumentId } from './document.ts'
import { photoOfDrawing } from './drawing.ts'
import type { LedgerRecord } from './events.ts'

/**
 * Tells which records of the ledger speak of a client. Must be asked about every record in the order of the ledger, because a photo's or a treatment's
 * owner is learnt on the way.
 */
export function clientRecordFilter(clientId: string): (record: LedgerRecord) => boolean {
  const treatments = new Set<string>()
  const photos = new Set<string>()
  return ({ event }) => {
    switch (event.type) {
      case 'client-added':
      case 'client-renamed':
      case 'client-removed':
      case 'client-restored':
      case 'client-retention-noted':
      case 'consent-given':
      case 'consent-withdrawn':
      case 'export-taken-down':
      case 'pictures-handed-over':
        return event.data.clientId === clientId
      case 'treatment-added':
        if (event.data.clientId === clientId) treatments.add(event.data.treatmentId)
        return event.data.clientId === clientId
      case 'treatment-renamed':
      case 'treatment-removed':
      case 'treatment-restored':
      case 'treatment-described':
      case 'session-recorded':
      case 'patch-decided':
      case 'comparison-saved':
      case 'comparison-renamed':
      case 'comparison-removed':
        return treatments.has(event.data.treatmentId)
      case 'photo-imported': {
        const isOwn = event.data.clientId === clientId
        // a photo that was removed can be imported again, for somebody else too
        if (isOwn) photos.add(event.data.photoId)
        else photos.delete(event.data.photoId)
        return isOwn
      }
      case 'photo-filed':
      case 'photo-dated':
      case 'photo-turned':
      case 'photo-removed':
      case 'photo-restored':
      case 'photo-deleted':
      case 'head-marked':
      case 'reference-chosen':
      case 'scale-set':
        return photos.has(event.data.photoId)
      case 'landmarks-placed':
      case 'alignment-made':
        return photos.has(event.data.referenceId)
      case 'document-attached':
      case 'document-described':
      case 'document-removed':
      case 'document-restored':
        return clientOfDocumentId(event.data.documentId) === clientId
      case 'drawing-added':
      case 'drawing-changed':
      case 'drawing-removed':
      case 'drawing-restored':
        return photos.has(photoOfDrawing(event.data.drawingId))
      case 'comparison-exported':
        return event.data.photoIds.some((photoId) => photos.has(photoId))
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
        return false
    }
  }
}
