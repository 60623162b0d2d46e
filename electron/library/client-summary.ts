import { type ClientCard, clientCardOf } from '../../shared/domain/client-card.ts'
import type { AttachedDocument } from '../../shared/domain/document.ts'
import { type ExportsOfClient, exportsOfClient } from '../../shared/domain/exported/client-exports.ts'
import { documentsOfClient, type Facts } from '../../shared/domain/facts.ts'
import { type RemovedOfClient, removedOf } from '../../shared/domain/trash.ts'

/** A client without the records themselves: what stays in memory for every client, and stands in a checkpoint. */
export interface ClientSummary {
  readonly card: ClientCard
  readonly treatmentIds: readonly string[]
  readonly photoIds: readonly string[]
  /** Of the photos, in their order. */
  readonly byteSizes: readonly number[]
  readonly documents: readonly Pick<AttachedDocument, 'documentId' | 'byteSize'>[]
  readonly deletedPhotoIds: readonly string[]
  readonly alignmentIds: readonly string[]
  readonly removed: RemovedOfClient | null
  readonly exported: ExportsOfClient | null
}

/** The summary of a client of whom at least the first record is among the facts. */
export function summaryOf(facts: Facts, clientId: string): ClientSummary {
  const card = clientCardOf(facts, clientId)
  if (!card) throw new Error('a client without a first record')
  const photos = [...facts.photos.values()].filter((photo) => photo.clientId === clientId)
  const treatments = [...facts.treatments.values()].filter((treatment) => treatment.clientId === clientId)
  return {
    card,
    treatmentIds: treatments.map(({ treatmentId }) => treatmentId),
    photoIds: photos.map(({ photoId }) => photoId),
    byteSizes: photos.map(({ byteSize }) => byteSize),
    documents: documentsOfClient(facts, clientId).map(({ documentId, byteSize }) => ({ documentId, byteSize })),
    deletedPhotoIds: [...facts.deletedPhotos.values()].flatMap((row) => (row.clientId === clientId ? row.photoId : [])),
    alignmentIds: [...facts.alignments.values()].map(({ alignmentId }) => alignmentId),
    removed: removedOf(facts, clientId),
    exported: exportsOfClient(facts, clientId),
  }
}
