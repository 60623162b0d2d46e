import type { ConsentStanding, GivenConsent } from '../../../shared/domain/consent.ts'
import { dateInWords } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import { dayLabel } from '../../ui/day-label.ts'

/** What a badge says of a consent. */
export function standingLabel(standing: ConsentStanding): string {
  switch (standing) {
    case 'holds':
      return t('Holds')
    case 'not-yet':
      return t('Not yet')
    case 'ended':
      return t('Ended')
    case 'withdrawn':
      return t('Withdrawn')
  }
}

/** The colour of the badge. */
export const standingColours: Readonly<Record<ConsentStanding, string>> = {
  holds: 'teal',
  'not-yet': 'yellow',
  ended: 'yellow',
  withdrawn: 'red',
}

/** From when to when a consent holds, in a line: "Signed 3 Jan 2026, until 31 Dec 2026". */
export function termWords({ givenOn, expiresOn, isWithdrawn, withdrawnAt }: GivenConsent): string {
  const day = dayLabel(givenOn)
  if (isWithdrawn && withdrawnAt) return t('Signed {{day}}, withdrawn {{end}}', { day, end: momentDay(withdrawnAt) })
  return expiresOn
    ? t('Signed {{day}}, until {{end}}', { day, end: dayLabel(expiresOn) })
    : t('Signed {{day}}, until withdrawn', { day })
}

/** The day of a moment at this computer. */
export function momentDay(at: string): string {
  return dateInWords(new Date(at), { day: 'numeric', month: 'short', year: 'numeric' })
}
