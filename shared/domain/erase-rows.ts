import type { Erasure, FactRows, FactTable } from './apply-event.ts'

/** The tables in which rows of a client or a photo stand. */
export const erasedTables = [
  'clients',
  'treatments',
  'photos',
  'alignments',
  'landmarks',
  'references',
  'treatmentRecords',
  'sessionRecords',
  'deletedPhotos',
] as const satisfies readonly FactTable[]

/** What an erasure takes along, by id. */
interface ErasedIds {
  readonly clientId: string | null
  readonly treatmentIds: ReadonlySet<string>
  readonly photoIds: ReadonlySet<string>
}

/** The ids of what an erasure takes along, from the treatments and photos before it. */
export function erasedRows(
  erasure: Erasure,
  treatments: readonly Pick<FactRows['treatments'], 'treatmentId' | 'clientId'>[],
  photos: readonly Pick<FactRows['photos'], 'photoId' | 'clientId'>[],
): ErasedIds {
  if (erasure.kind === 'erase-photo')
    return { clientId: null, treatmentIds: new Set(), photoIds: new Set([erasure.photoId]) }
  const { clientId } = erasure
  const ofClient = (row: { clientId: string }) => row.clientId === clientId
  return {
    clientId,
    treatmentIds: new Set(treatments.filter(ofClient).map(({ treatmentId }) => treatmentId)),
    photoIds: new Set(photos.filter(ofClient).map(({ photoId }) => photoId)),
  }
}

/** True for a row (of one of `erasedTables`) that goes: it is the client's, a treatment's of the client's, or about a photo that goes. */
export function isErased(erased: ErasedIds, row: object): boolean {
  const { clientId, treatmentId, photoId, referenceId, movingId } = row as { readonly [column: string]: unknown }
  const hasPhoto = (id: unknown) => typeof id === 'string' && erased.photoIds.has(id)
  if (clientId !== undefined && clientId === erased.clientId) return true
  if (typeof treatmentId === 'string' && erased.treatmentIds.has(treatmentId)) return true
  return hasPhoto(photoId) || hasPhoto(referenceId) || hasPhoto(movingId)
}
