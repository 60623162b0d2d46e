import { type Alignment, pairKeyOf } from '../../../shared/domain/alignment.ts'
import type { GivenConsent } from '../../../shared/domain/consent.ts'
import type { LedgerRecord } from '../../../shared/domain/events.ts'
import type { DrawnPhoto } from '../../../shared/domain/exported/export-making.ts'
import { type ExportedData, exportKeyOf } from '../../../shared/domain/exported/export-row.ts'
import type { TakenDown } from '../../../shared/domain/exported/taken-down.ts'
import { applyEvent, consentsOfClient, emptyFacts, type Facts } from '../../../shared/domain/facts.ts'
import type { Photo } from '../../../shared/domain/photo.ts'

/** A photo of an export as it stood in the library on that day. */
export interface ProofPhoto {
  readonly photo: Photo
  /** The photos of its treatment, among which the day of its session is found. */
  readonly treatmentPhotos: readonly Photo[]
  /** Deleted for good since. */
  readonly isDeleted: boolean
  readonly isReference: boolean
  readonly alignment: Alignment | null
  readonly isRigid: boolean
  /** The photo in whose frame it was drawn; itself where it wasn't aligned. */
  readonly frameOf: Photo
  /** Null: it wasn't recorded. */
  readonly section: DrawnPhoto['section'] | null
  /** Marks that a person had placed for the alignment. */
  readonly landmarkCount: number
}

/** Everything that a proof sheet tells of an export, by the ledger alone. */
export interface ProofFacts {
  readonly exported: ExportedData
  readonly exportedAt: string
  readonly clientId: string
  readonly clientName: string
  readonly photos: readonly ProofPhoto[]
  /** The consent that covered it, as it was given; undefined where none was needed. */
  readonly consent: GivenConsent | undefined
  /** All consents as they stand now. */
  readonly consentsNow: readonly GivenConsent[]
  readonly takenDown: TakenDown | null
}

/** The proof of an export, from the records of its client in their order; undefined where they don't know it. */
export function proofOf(records: readonly LedgerRecord[], clientId: string, exportKey: string): ProofFacts | undefined {
  const place = records.findLastIndex(
    ({ event }) => event.type === 'comparison-exported' && exportKeyOf(event.data) === exportKey,
  )
  const record = records[place]
  if (record?.event.type !== 'comparison-exported') return undefined
  const exported = record.event.data
  const facts = emptyFacts()
  const alignments = new Map<string, Alignment>()
  for (const { event, at } of records.slice(0, place)) {
    applyEvent(facts, event, at)
    if (event.type === 'alignment-made') alignments.set(event.data.alignmentId, event.data)
  }
  const drawn = drawnPhotos(exported, facts, alignments)
  const consent = consentsOfClient(facts, clientId).find(({ version }) => version === exported.consentVersion)
  for (const { event, at } of records.slice(place)) applyEvent(facts, event, at)
  return {
    exported,
    exportedAt: record.at,
    clientId,
    clientName: facts.clients.get(clientId)?.name ?? '',
    photos: drawn.map((photo) => ({ ...photo, isDeleted: !facts.photos.has(photo.photo.photoId) })),
    consent,
    consentsNow: consentsOfClient(facts, clientId),
    takenDown: facts.exports.get(exportKey)?.takenDown ?? null,
  }
}

function drawnPhotos(
  exported: ExportedData,
  facts: Facts,
  alignments: ReadonlyMap<string, Alignment>,
): Omit<ProofPhoto, 'isDeleted'>[] {
  const { photoIds, kind, making } = exported
  const first = facts.photos.get(photoIds[0] ?? '')
  return photoIds.flatMap((photoId, index) => {
    const photo = facts.photos.get(photoId)
    if (!photo) return []
    const told = making?.photos[index]
    const alignment = told
      ? (alignments.get(told.alignmentId ?? '') ?? null)
      : // before it was recorded, what counted then is the best that is known; the photos of several angles have several references
        first && kind !== 'angles'
        ? drawnAlignment(facts, first, photo)
        : null
    const reference = alignment && facts.photos.get(alignment.referenceId)
    const treatmentPhotos = [...facts.photos.values()].filter(
      ({ treatmentId, isRemoved }) => treatmentId === photo.treatmentId && !isRemoved,
    )
    return {
      photo,
      treatmentPhotos,
      isReference: told ? told.isReference : index === 0,
      alignment,
      isRigid: told?.isRigid ?? false,
      frameOf: reference ?? photo,
      section: told?.section ?? null,
      landmarkCount: alignment ? landmarkCountOf(facts, alignment) : 0,
    }
  })
}

function drawnAlignment(facts: Facts, reference: Photo, photo: Photo): Alignment | null {
  const found = facts.alignments.get(pairKeyOf(reference, photo))
  return found?.transform ? found : null
}

function landmarkCountOf(facts: Facts, { pairKey }: Alignment): number {
  return facts.landmarks.get(pairKey)?.landmarks.length ?? 0
}
