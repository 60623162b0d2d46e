import type { Angle } from '../angle.ts'
import type { FactRows } from '../apply-event.ts'
import type { GivenConsent } from '../consent.ts'
import { consentsOfClient, type Facts, photosOfClient } from '../facts.ts'
import type { PhotoId } from '../ids.ts'
import type { Stage } from '../stage.ts'
import type { ExportRow } from './export-row.ts'
import { isToTakeDown } from './export-standing.ts'

/** A photo of an export as the list shows it. */
export interface ExportedPhoto {
  readonly photoId: PhotoId
  readonly quarterTurns: number
  readonly angle: Angle | null
  readonly stage: Stage | null
}

/** Everything that was exported of one client, oldest first, with what tells how that stands. */
export interface ExportsOfClient {
  readonly exports: readonly ExportRow[]
  /** Of the exports; those that were deleted for good are missing. */
  readonly photos: readonly ExportedPhoto[]
  readonly consents: readonly GivenConsent[]
}

/** The exports of a client, and whose they are. */
export interface ListedExports extends ExportsOfClient {
  readonly client: Pick<FactRows['clients'], 'clientId' | 'name' | 'isSample' | 'isRemoved'>
}

/** What was exported of a client, the deleted photos too; null where nothing was. */
export function exportsOfClient(facts: Facts, clientId: string): ExportsOfClient | null {
  const exports = exportRowsOf(facts, clientId)
  if (exports.length === 0) return null
  const photoIds = new Set(exports.flatMap((row) => row.photoIds))
  return {
    exports,
    photos: photosOfClient(facts, clientId)
      .filter(({ photoId }) => photoIds.has(photoId))
      .map(({ photoId, quarterTurns, angle, stage }) => ({ photoId, quarterTurns, angle, stage })),
    consents: consentsOfClient(facts, clientId).map(withoutDrawing),
  }
}

/** How many exports of a client have to be taken down. */
export function takeDownCountOf(facts: Facts, clientId: string): number {
  const consents = consentsOfClient(facts, clientId)
  return exportRowsOf(facts, clientId).filter((row) => isToTakeDown(row, consents)).length
}

/** The export of a client that a key names. */
export function exportOfClient(facts: Facts, clientId: string, exportKey: string): ExportRow | undefined {
  return exportRowsOf(facts, clientId).find((row) => row.exportKey === exportKey)
}

function exportRowsOf(facts: Facts, clientId: string): ExportRow[] {
  const own = facts.ofClient?.(clientId) ?? facts
  const isOfClient = (photoId: string) =>
    (own.photos.get(photoId) ?? own.deletedPhotos.get(photoId))?.clientId === clientId
  return [...own.exports.values()].filter((row) =>
    row.clientId === null ? row.photoIds.some(isOfClient) : row.clientId === clientId,
  )
}

/** A signature's lines and the words are of no use in a list, and many. */
function withoutDrawing({ consentKey: _, ...consent }: GivenConsent & { consentKey?: string }): GivenConsent {
  const { signed } = consent
  return { ...consent, scope: '', signed: signed.by === 'drawing' ? { ...signed, signature: [] } : signed }
}
