import type { GivenConsent } from '../../../shared/domain/consent.ts'
import { kindLabel } from '../../../shared/domain/export-kind.ts'
import type { ExportRow } from '../../../shared/domain/exported/export-row.ts'
import type { ExportStanding } from '../../../shared/domain/exported/export-standing.ts'
import { dateInWords, numberInWords } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import { dayLabel } from '../../ui/day-label.ts'

/** What a badge says of an export. */
export function standingLabel(standing: ExportStanding): string {
  switch (standing) {
    case 'take-down':
      return t('Take down')
    case 'taken-down':
      return t('Taken down')
    case 'covered':
      return t('Covered')
    case 'ended':
      return t('Consent ended')
    case 'not-covered':
      return t('No longer covered')
    case 'own':
      return t('Needs no consent')
  }
}

/** The colour of the badge. */
export const standingColours: Readonly<Record<ExportStanding, string>> = {
  'take-down': 'red',
  'taken-down': 'gray',
  covered: 'teal',
  ended: 'yellow',
  'not-covered': 'yellow',
  own: 'gray',
}

/** What was made: "JPEG, 1,080 × 1,350 px", of a film how long, too. */
export function fileWords({
  format,
  widthPx,
  heightPx,
  durationSeconds,
}: Pick<ExportRow, 'format' | 'widthPx' | 'heightPx' | 'durationSeconds'>): string {
  const size = t('{{format}}, {{width}} × {{height}} px', {
    format: format === 'webm' ? 'WebM' : format.toUpperCase(),
    width: numberInWords(widthPx),
    height: numberInWords(heightPx),
  })
  return durationSeconds === null
    ? size
    : t('{{file}}, {{seconds}} s', { file: size, seconds: numberInWords(durationSeconds, 1) })
}

/** An export as it is called: its file's name, or what it is where that wasn't recorded. */
export function exportName({ fileName, kind }: Pick<ExportRow, 'fileName' | 'kind'>): string {
  return fileName ?? kindLabel(kind)
}

/** On which consent an export rests, and what became of that. */
export function consentWords(
  { purpose, consentVersion }: Pick<ExportRow, 'purpose' | 'consentVersion'>,
  consents: readonly GivenConsent[],
): string {
  if (purpose === 'for-the-client') return t('Needs no consent')
  const consent = consents.find(({ version }) => version === consentVersion)
  if (!consent) return t('Consent unknown')
  const values = { version: consent.version, day: dayLabel(consent.givenOn) }
  if (consent.isWithdrawn && consent.withdrawnAt)
    return t('Consent {{version}} of {{day}}, withdrawn {{end}}', { ...values, end: momentDay(consent.withdrawnAt) })
  return consent.expiresOn
    ? t('Consent {{version}} of {{day}}, until {{end}}', { ...values, end: dayLabel(consent.expiresOn) })
    : t('Consent {{version}} of {{day}}', values)
}

/** The day of a moment at this computer. */
export function momentDay(at: string): string {
  return dateInWords(new Date(at), { day: 'numeric', month: 'short', year: 'numeric' })
}
