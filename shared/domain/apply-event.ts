import type { Alignment, PlacedLandmarks } from './alignment.ts'
import { type PatchDecision, patchKeyOf } from './assessing/patch-decision.ts'
import type { Client, Treatment } from './client.ts'
import { consentKeyOf, type GivenConsent } from './consent.ts'
import type { ConsentText } from './consent-text.ts'
import type { AttachedDocument } from './document.ts'
import type { Drawing } from './drawing.ts'
import type { DomainEvent } from './events.ts'
import type { ExportTemplate } from './export-template.ts'
import { type ExportRow, exportRowOf } from './exported/export-row.ts'
import type { HangingProtocol } from './hanging-protocol.ts'
import type { Photo } from './photo.ts'
import type { ReferenceChoice } from './reference-choice.ts'
import type { ClientRetention, StudioRetention } from './retention.ts'
import { comparisonKeyOf, type SavedComparison } from './saved-comparison.ts'
import { type SessionRecord, sessionKeyOf } from './session-record.ts'
import type { TreatmentRecord } from './treatment-record.ts'

/** When a row was last moved to the trash; counts only while it is removed. */
interface Removable {
  removedAt?: string
}

/** The library's facts, a row each, by table. The same rows stand in main's memory and in the window's projection. */
export interface FactRows {
  clients: Client & Removable & { retention?: Omit<ClientRetention, 'clientId'> }
  treatments: Treatment & Removable
  photos: Photo & Removable
  alignments: Alignment
  landmarks: PlacedLandmarks
  references: ReferenceChoice
  treatmentRecords: TreatmentRecord
  sessionRecords: SessionRecord & { sessionKey: string }
  studioRetention: StudioRetention & { key: 'studio' }
  /** Clients who were erased: nothing but that, and when. */
  erasures: { keyId: string; clientId: string | null; erasedAt?: string }
  /** Photos whose files were deleted for good. One that was imported again since is among the photos, too. */
  deletedPhotos: { photoId: string; clientId: string }
  documents: AttachedDocument & Removable
  /** Drawings stand in the order in which they were added. */
  drawings: Drawing & Removable & { isRemoved: boolean; addedAt?: string }
  comparisons: SavedComparison & { comparisonKey: string; isRemoved: boolean }
  hangingProtocols: HangingProtocol & { isRemoved: boolean }
  exportTemplates: ExportTemplate & { isRemoved: boolean }
  consentTexts: ConsentText & { isRemoved: boolean }
  consents: GivenConsent & { consentKey: string }
  /** Exports stand in the order in which they were made. */
  exports: ExportRow
  patchDecisions: PatchDecision & { patchKey: string }
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
  studioRetention: 'key',
  erasures: 'keyId',
  deletedPhotos: 'photoId',
  documents: 'documentId',
  drawings: 'drawingId',
  comparisons: 'comparisonKey',
  hangingProtocols: 'protocolId',
  exportTemplates: 'templateId',
  consentTexts: 'textId',
  consents: 'consentKey',
  exports: 'exportKey',
  patchDecisions: 'patchKey',
} as const satisfies { [Table in FactTable]: keyof FactRows[Table] }

type PutOf<Table extends FactTable> = { kind: 'put'; table: Table; row: FactRows[Table] }
type PatchOf<Table extends FactTable> = { kind: 'patch'; table: Table; key: string; patch: Partial<FactRows[Table]> }
/** Takes away every row that belongs to a client, or to a photo. */
export type Erasure = { kind: 'erase-client'; clientId: string } | { kind: 'erase-photo'; photoId: string }
/** What an event does: put a row whole, change some of its columns, or take rows away. */
export type FactChange = { [Table in FactTable]: PutOf<Table> | PatchOf<Table> }[FactTable] | Erasure

/** What an event that happened `at` a moment changes. Pure, and needs no look at the present facts, so that main and the projection can't differ. */
export function changesOf(event: DomainEvent, at?: string): FactChange[] {
  const removed = { isRemoved: true, ...(at !== undefined && { removedAt: at }) }
  switch (event.type) {
    case 'client-added':
      return [{ kind: 'put', table: 'clients', row: event.data }]
    case 'client-renamed':
      return [{ kind: 'patch', table: 'clients', key: event.data.clientId, patch: { name: event.data.name } }]
    case 'client-removed':
      return [{ kind: 'patch', table: 'clients', key: event.data.clientId, patch: removed }]
    case 'client-restored':
      return [{ kind: 'patch', table: 'clients', key: event.data.clientId, patch: { isRemoved: false } }]
    case 'client-retention-noted': {
      const { clientId, ...retention } = event.data
      return [{ kind: 'patch', table: 'clients', key: clientId, patch: { retention } }]
    }
    case 'studio-retention-noted':
      return [{ kind: 'put', table: 'studioRetention', row: { ...event.data, key: 'studio' } }]
    case 'client-erased': {
      const { clientId } = event.data
      const row = { ...event.data, ...(at !== undefined && { erasedAt: at }) }
      return [
        ...(clientId === null ? [] : [{ kind: 'erase-client' as const, clientId }]),
        { kind: 'put', table: 'erasures', row },
      ]
    }
    case 'treatment-added':
      return [{ kind: 'put', table: 'treatments', row: { ...event.data, isRemoved: false } }]
    case 'treatment-renamed':
      return [treatmentPatch(event.data.treatmentId, { name: event.data.name })]
    case 'treatment-removed':
      return [treatmentPatch(event.data.treatmentId, removed)]
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
      return [photoPatch(event.data.photoId, removed)]
    case 'photo-restored':
      return [photoPatch(event.data.photoId, { isRemoved: false })]
    case 'photo-deleted': {
      const { photoId, clientId } = event.data
      return [
        { kind: 'erase-photo', photoId },
        { kind: 'put', table: 'deletedPhotos', row: { photoId, clientId } },
      ]
    }
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
      return [documentPatch(event.data.documentId, removed)]
    case 'document-restored':
      return [documentPatch(event.data.documentId, { isRemoved: false })]
    case 'drawing-added':
      return [
        {
          kind: 'put',
          table: 'drawings',
          row: { ...event.data, isRemoved: false, ...(at !== undefined && { addedAt: at }) },
        },
      ]
    case 'drawing-changed': {
      const { drawingId, ...content } = event.data
      return [drawingPatch(drawingId, content)]
    }
    case 'drawing-removed':
      return [drawingPatch(event.data.drawingId, removed)]
    case 'drawing-restored':
      return [drawingPatch(event.data.drawingId, { isRemoved: false })]
    case 'scale-set':
      return [photoPatch(event.data.photoId, { scale: event.data.scale ?? undefined })]
    case 'patch-decided':
      return [{ kind: 'put', table: 'patchDecisions', row: { ...event.data, patchKey: patchKeyOf(event.data) } }]
    case 'comparison-saved':
      return [
        {
          kind: 'put',
          table: 'comparisons',
          row: { ...event.data, comparisonKey: comparisonKeyOf(event.data), isRemoved: false },
        },
      ]
    case 'comparison-renamed':
      return [comparisonPatch(comparisonKeyOf(event.data), { name: event.data.name })]
    case 'comparison-removed':
      return [comparisonPatch(comparisonKeyOf(event.data), { isRemoved: true })]
    case 'hanging-protocol-saved':
      return [{ kind: 'put', table: 'hangingProtocols', row: { ...event.data, isRemoved: false } }]
    case 'hanging-protocol-renamed':
      return [protocolPatch(event.data.protocolId, { name: event.data.name })]
    case 'hanging-protocol-removed':
      return [protocolPatch(event.data.protocolId, { isRemoved: true })]
    case 'export-template-saved':
    case 'export-template-changed':
      return [{ kind: 'put', table: 'exportTemplates', row: { ...event.data, isRemoved: false } }]
    case 'export-template-removed':
      return [{ kind: 'patch', table: 'exportTemplates', key: event.data.templateId, patch: { isRemoved: true } }]
    case 'consent-text-saved':
      return [{ kind: 'put', table: 'consentTexts', row: { ...event.data, isRemoved: false } }]
    case 'consent-text-renamed':
      return [consentTextPatch(event.data.textId, { name: event.data.name })]
    case 'consent-text-removed':
      return [consentTextPatch(event.data.textId, { isRemoved: true })]
    case 'consent-given':
      return [
        {
          kind: 'put',
          table: 'consents',
          row: { ...event.data, consentKey: consentKeyOf(event.data), isWithdrawn: false },
        },
      ]
    case 'consent-withdrawn': {
      const patch = { isWithdrawn: true, ...(at !== undefined && { withdrawnAt: at }) }
      return [{ kind: 'patch', table: 'consents', key: consentKeyOf(event.data), patch }]
    }
    case 'comparison-exported':
      return [{ kind: 'put', table: 'exports', row: exportRowOf(event.data, at) }]
    case 'export-taken-down': {
      const { exportKey, takenDown } = event.data
      return [{ kind: 'patch', table: 'exports', key: exportKey, patch: { takenDown } }]
    }
    case 'pictures-handed-over':
      return []
  }
}

function treatmentPatch(key: string, patch: Partial<FactRows['treatments']>): FactChange {
  return { kind: 'patch', table: 'treatments', key, patch }
}

function photoPatch(key: string, patch: Partial<FactRows['photos']>): FactChange {
  return { kind: 'patch', table: 'photos', key, patch }
}

function documentPatch(key: string, patch: Partial<FactRows['documents']>): FactChange {
  return { kind: 'patch', table: 'documents', key, patch }
}

function drawingPatch(key: string, patch: Partial<FactRows['drawings']>): FactChange {
  return { kind: 'patch', table: 'drawings', key, patch }
}

function comparisonPatch(key: string, patch: Partial<FactRows['comparisons']>): FactChange {
  return { kind: 'patch', table: 'comparisons', key, patch }
}

function consentTextPatch(key: string, patch: Partial<FactRows['consentTexts']>): FactChange {
  return { kind: 'patch', table: 'consentTexts', key, patch }
}

function protocolPatch(key: string, patch: Partial<FactRows['hangingProtocols']>): FactChange {
  return { kind: 'patch', table: 'hangingProtocols', key, patch }
}
