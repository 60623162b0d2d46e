import type { Erasure, FactRows, FactTable } from './apply-event.ts'

/** Whether rows of a client or a photo stand in a table. A new table has to be decided here, else nothing compiles. */
const belongsToSomebody: { readonly [Table in FactTable]: boolean } = {
  clients: true,
  treatments: true,
  photos: true,
  alignments: true,
  landmarks: true,
  references: true,
  treatmentRecords: true,
  sessionRecords: true,
  documents: true,
  drawings: true,
  comparisons: true,
  consents: true,
  exports: true,
  patchDecisions: true,
  deletedPhotos: true,
  studioRetention: false,
  hangingProtocols: false,
  exportTemplates: false,
  consentTexts: false,
  erasures: false,
}

/** The tables that an erasure looks through. */
export const erasedTables = (Object.keys(belongsToSomebody) as FactTable[]).filter((table) => belongsToSomebody[table])

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
  const { clientId, treatmentId, photoId, referenceId, movingId, photoIds } = row as {
    readonly [column: string]: unknown
  }
  const hasPhoto = (id: unknown) => typeof id === 'string' && erased.photoIds.has(id)
  if (clientId !== undefined && clientId === erased.clientId) return true
  if (typeof treatmentId === 'string' && erased.treatmentIds.has(treatmentId)) return true
  // what was exported of a photo is out there whether or not the photo is deleted; it goes with its client
  if (erased.clientId !== null && Array.isArray(photoIds) && photoIds.some(hasPhoto)) return true
  return hasPhoto(photoId) || hasPhoto(referenceId) || hasPhoto(movingId)
}
