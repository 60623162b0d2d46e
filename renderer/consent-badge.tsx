import { Badge } from '@mantine/core'
import { daysBetween } from '../shared/domain/capture-date.ts'
import { type ConsentTerms, standingOf } from '../shared/domain/consent.ts'
import { dayInWords } from '../shared/words/formats.ts'
import { t } from '../shared/words/translate.ts'

/** From here on it is said that a consent ends soon: time enough to ask for a new one. */
const soonDays = 30

/** How a consent stands on a day, in a few words. */
export function consentStandingWords(consent: ConsentTerms, on: string): string {
  switch (standingOf(consent, on)) {
    case 'withdrawn':
      return t('Consent withdrawn')
    case 'ended':
      return t('Consent ended')
    case 'not-yet':
      return t('Consent from {{day}}', { day: dayInWords(consent.givenOn) })
    case 'holds': {
      const days = daysLeft(consent, on)
      if (days === null || days > soonDays) return t('Consent holds')
      return days === 0 ? t('Consent ends today') : t('Consent ends in {{count}} days', { count: days })
    }
  }
}

interface ConsentBadgeProps {
  readonly consent: ConsentTerms
  readonly today: string
}

/** The standing of a client's consent on a tile. */
export function ConsentBadge({ consent, today }: ConsentBadgeProps) {
  return (
    <Badge variant="light" color={colourOf(consent, today)} tt="none">
      {consentStandingWords(consent, today)}
    </Badge>
  )
}

function colourOf(consent: ConsentTerms, on: string): string {
  const standing = standingOf(consent, on)
  if (standing === 'withdrawn') return 'red'
  const days = daysLeft(consent, on)
  return standing === 'holds' && (days === null || days > soonDays) ? 'teal' : 'yellow'
}

/** Whole days until the last day; null: until withdrawn. */
function daysLeft({ expiresOn }: ConsentTerms, on: string): number | null {
  return expiresOn === null ? null : daysBetween(on, expiresOn)
}
