import type { GivenConsent, Purpose } from '../../../shared/domain/consent.ts'
import { purposes } from '../../../shared/domain/consent.ts'
import type { ExportedPhoto, ListedExports } from '../../../shared/domain/exported/client-exports.ts'
import type { ExportRow } from '../../../shared/domain/exported/export-row.ts'
import {
  type ExportStanding,
  exportStandingOf,
  exportStandings,
} from '../../../shared/domain/exported/export-standing.ts'

/** An export in the list of all of them. */
export interface LedgerEntry {
  readonly row: ExportRow
  readonly client: ListedExports['client']
  /** In the order of the export; null: deleted for good. */
  readonly photos: readonly (ExportedPhoto | null)[]
  readonly consents: readonly GivenConsent[]
  readonly standing: ExportStanding
}

/** What of the list is shown. */
export interface LedgerFilter {
  readonly standing: ExportStanding | null
  readonly purpose: Purpose | null
  /** Words of a client's name, a file's name or the place where it stood, or the beginning of a sum. */
  readonly search: string
}

export const everything: LedgerFilter = { standing: null, purpose: null, search: '' }

/** All exports (of one client: `clientId`), newest first, as they stand on a day. */
export function ledgerOf(clients: readonly ListedExports[], clientId: string | null, today: string): LedgerEntry[] {
  const entries = clients
    .filter(({ client }) => clientId === null || client.clientId === clientId)
    .flatMap(({ client, exports, photos, consents }) => {
      const byId = new Map<string, ExportedPhoto>(photos.map((photo) => [photo.photoId, photo]))
      return exports.map((row): LedgerEntry => {
        const shown = row.photoIds.map((photoId) => byId.get(photoId) ?? null)
        const angles = shown.map((photo) => photo?.angle ?? null)
        return { row, client, photos: shown, consents, standing: exportStandingOf(row, consents, angles, today) }
      })
    })
  return entries.toSorted((one, other) => momentOf(other).localeCompare(momentOf(one)))
}

/** The entries that a filter shows. */
export function filtered(entries: readonly LedgerEntry[], { standing, purpose, search }: LedgerFilter): LedgerEntry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return entries.filter((entry) => {
    if (standing !== null && entry.standing !== standing) return false
    if (purpose !== null && entry.row.purpose !== purpose) return false
    const { fileName, outputSha256, takenDown } = entry.row
    const text = [entry.client.name, fileName ?? '', takenDown?.where ?? ''].join(' ').toLowerCase()
    return words.every((word) => text.includes(word) || (word.length > 5 && outputSha256.startsWith(word)))
  })
}

/** How many entries stand how; what nothing stands as is left out, but for what has to be taken down. */
export function standingCounts(entries: readonly LedgerEntry[]): { standing: ExportStanding; count: number }[] {
  return exportStandings
    .map((standing) => ({ standing, count: entries.filter((entry) => entry.standing === standing).length }))
    .filter(({ standing, count }) => count > 0 || standing === 'take-down')
}

/** What the exports were made for, in the usual order. */
export function purposesOf(entries: readonly LedgerEntry[]): Purpose[] {
  const found = new Set(entries.map(({ row }) => row.purpose))
  return purposes.filter((purpose) => found.has(purpose))
}

/** The exports whose file has this SHA-256. */
export function withSum(entries: readonly LedgerEntry[], sha256: string): LedgerEntry[] {
  return entries.filter(({ row }) => row.outputSha256 === sha256)
}

function momentOf({ row }: LedgerEntry): string {
  return row.exportedAt ?? ''
}
