import type { DomainEvent } from '../events.ts'
import type { TakenDown } from './taken-down.ts'

/** What is recorded of an export. */
export type ExportedData = Extract<DomainEvent, { type: 'comparison-exported' }>['data']

/** An export as the list of all exports needs to know it. */
export type ExportRow = Pick<
  ExportedData,
  | 'photoIds'
  | 'purpose'
  | 'consentVersion'
  | 'fileName'
  | 'kind'
  | 'format'
  | 'widthPx'
  | 'heightPx'
  | 'durationSeconds'
  | 'outputSha256'
> & {
  readonly exportKey: string
  /** Null: recorded before exports named their client; then the photos tell. */
  readonly clientId: string | null
  readonly exportedAt?: string
  readonly takenDown: TakenDown | null
}

/**
 * Names an export among all: its client (its first photo where that isn't recorded), then its own id. Exports of before there were ids are known by their file's SHA-256, what they were
 * made for and the consent, so that the same file made twice for the same is one export.
 */
export function exportKeyOf(data: NamedData): string {
  const { clientId, exportId, photoIds, outputSha256, purpose, consentVersion } = data
  return `${clientId ?? photoIds[0] ?? ''}/${exportId ?? `${outputSha256}.${purpose}.${consentVersion ?? 0}`}`
}

type NamedData = Pick<
  ExportedData,
  'clientId' | 'exportId' | 'photoIds' | 'outputSha256' | 'purpose' | 'consentVersion'
>

/** The row of an export that was made `at` a moment. */
export function exportRowOf(data: ExportedData, at: string | undefined): ExportRow {
  const { photoIds, purpose, consentVersion, fileName, kind, format } = data
  const { widthPx, heightPx, durationSeconds, outputSha256 } = data
  return {
    exportKey: exportKeyOf(data),
    clientId: data.clientId ?? null,
    photoIds,
    purpose,
    consentVersion,
    fileName,
    kind,
    format,
    widthPx,
    heightPx,
    durationSeconds,
    outputSha256,
    ...(at !== undefined && { exportedAt: at }),
    takenDown: null,
  }
}
