import type { Angle } from '../angle.ts'
import { type GivenConsent, mayShowFace, presentConsent, refusalOfExport, standingOf } from '../consent.ts'
import type { ExportRow } from './export-row.ts'

/**
 * How an export stands on a day. `take-down`: the client has withdrawn the consent, and it is out there still. `ended`: the consent has run out since. `not-covered`: a newer
 * consent doesn't cover it. `own`: it was made for the client, who needs nobody's consent.
 */
export const exportStandings = ['take-down', 'taken-down', 'covered', 'ended', 'not-covered', 'own'] as const
export type ExportStanding = (typeof exportStandings)[number]

/** The consents up to this version were withdrawn: whoever withdraws one withdraws those before it too, whose place it took. 0: none. */
export function withdrawnUpTo(consents: readonly Pick<GivenConsent, 'version' | 'isWithdrawn'>[]): number {
  return Math.max(0, ...consents.filter(({ isWithdrawn }) => isWithdrawn).map(({ version }) => version))
}

/** True for an export that nobody consents to any more and that is out there still. */
export function isToTakeDown(
  { consentVersion, takenDown }: Pick<ExportRow, 'consentVersion' | 'takenDown'>,
  consents: readonly Pick<GivenConsent, 'version' | 'isWithdrawn'>[],
): boolean {
  return consentVersion !== null && takenDown === null && consentVersion <= withdrawnUpTo(consents)
}

/** How an export stands on a day, by its client's consents and the angles that its photos are filed under. */
export function exportStandingOf(
  row: Pick<ExportRow, 'purpose' | 'consentVersion' | 'takenDown'>,
  consents: readonly GivenConsent[],
  angles: readonly (Angle | null)[],
  on: string,
): ExportStanding {
  if (row.purpose === 'for-the-client') return 'own'
  if (row.takenDown) return 'taken-down'
  if (isToTakeDown(row, consents)) return 'take-down'
  const present = presentConsent(consents)
  if (!present) return 'not-covered'
  if (standingOf(present, on) === 'ended') return 'ended'
  const wanted = { purpose: row.purpose, showsFace: angles.some(mayShowFace), on: null }
  return refusalOfExport(consents, wanted) === null ? 'covered' : 'not-covered'
}
