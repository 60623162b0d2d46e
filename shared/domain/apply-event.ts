import type { Alignment, PlacedLandmarks } from './alignment.ts'
import type { Client, Treatment } from './client.ts'
import type { AttachedDocument } from './document.ts'
import type { DomainEvent } from './events.ts'
import type { Photo } from './photo.ts'
import type { ReferenceChoice } from './reference-choice.ts'
import { type SessionRecord, sessionKeyOf } from './session-record.ts'
import type { TreatmentRecord } from './treatment-record.ts'

/** The library's facts, a row each, by table. The same rows stand in main's memory and in the window's projection. */
export interface FactRows {
  clients: Client
  treatments: Treatment
  photos: Photo
  alignments: Alignment
  landmarks: PlacedLandmarks
  references: ReferenceChoice
  treatmentRecords: TreatmentRecord
  sessionRecords: SessionRecord & { sessionKey: string }
  documents: AttachedDocument
}
export type FactTable = keyof FactRows

/** The column that names a row, by table. */
export const factKeys = {
  clients: 'clientId',
  treatments: 'treatmentId',
  photos: 'photoId',
  alignments: 'pairKey',
  landmarks: 'pairKey',
  references: 'seriesKey',
  treatmentRecords: 'treatmentId',
  sessionRecords: 'sessionKey',
  documents: 'documentId',
} as const satisfies { [Table in FactTable]: keyof FactRows[Table] }

type PutOf<Table extends FactTable> = { kind: 'put'; table: Table; row: FactRows[Table] }
type PatchOf<Table extends FactTable> = { kind: 'patch'; table: Table; key: string; patch: Partial<FactRows[Table]> }
/** What an event does to one row: put it whole, or change some of its columns. */
export type FactChange = { [Table in FactTable]: PutOf<Table> | PatchOf<Table> }[FactTable]

/** What an event changes. Pure, and needs no look at the present facts, so that main and the projection can't differ. */
export function changesOf(event: DomainEvent): FactChange[] {
  switch (event.type) {
    case 'client-added':
      return [{ kind: 'put', table: 'clients', row: event.data }]
    case 'client-renamed':
      return [{ kind: 'patch', table: 'clients', key: event.data.clientId, patch: { name: event.data.name } }]
    case 'client-removed':
      return [{ kind: 'patch', table: 'clients', key: event.data.clientId, patch: { isRemoved: true } }]
    case 'client-restored':
      return [{ kind: 'patch', table: 'clients', key: event.data.clientId, patch: { isRemoved: false } }]
    case 'treatment-added':
      return [{ kind: 'put', table: 'treatments', row: { ...event.data, isRemoved: false } }]
    case 'treatment-renamed':
      return [treatmentPatch(event.data.treatmentId, { name: event.data.name })]
    case 'treatment-removed':
      return [treatmentPatch(event.data.treatmentId, { isRemoved: true })]
    case 'treatment-restored':
      return [treatmentPatch(event.data.treatmentId, { isRemoved: false })]
    case 'treatment-described':
      return [{ kind: 'put', table: 'treatmentRecords', row: event.data }]
    case 'session-recorded':
      return [{ kind: 'put', table: 'sessionRecords', row: { ...event.data, sessionKey: sessionKeyOf(event.data) } }]
    case 'photo-imported':
      return [{ kind: 'put', table: 'photos', row: event.data }]
    case 'photo-filed':
      return [photoPatch(event.data.photoId, { stage: event.data.stage, angle: event.data.angle })]
    case 'photo-dated':
      return [photoPatch(event.data.photoId, { capture: event.data.capture })]
    case 'photo-turned':
      return [photoPatch(event.data.photoId, { quarterTurns: event.data.quarterTurns })]
    case 'photo-removed':
      return [photoPatch(event.data.photoId, { isRemoved: true })]
    case 'photo-restored':
      return [photoPatch(event.data.photoId, { isRemoved: false })]
    case 'head-marked':
      return [photoPatch(event.data.photoId, { head: event.data.head })]
    case 'landmarks-placed':
      return [{ kind: 'put', table: 'landmarks', row: event.data }]
    case 'reference-chosen':
      return [{ kind: 'put', table: 'references', row: event.data }]
    case 'alignment-made':
      return [{ kind: 'put', table: 'alignments', row: event.data }]
    case 'document-attached':
      return [{ kind: 'put', table: 'documents', row: event.data }]
    case 'document-described': {
      const { documentId, ...description } = event.data
      return [documentPatch(documentId, description)]
    }
    case 'document-removed':
      return [documentPatch(event.data.documentId, { isRemoved: true })]
    case 'document-restored':
      return [documentPatch(event.data.documentId, { isRemoved: false })]
    case 'comparison-exported':
      return []
  }
}

function treatmentPatch(key: string, patch: Partial<Treatment>): FactChange {
  return { kind: 'patch', table: 'treatments', key, patch }
}

function photoPatch(key: string, patch: Partial<Photo>): FactChange {
  return { kind: 'patch', table: 'photos', key, patch }
}

function documentPatch(key: string, patch: Partial<AttachedDocument>): FactChange {
  return { kind: 'patch', table: 'documents', key, patch }
}
