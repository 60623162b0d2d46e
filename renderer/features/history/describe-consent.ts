import { angleGroupLabel, channelsInWords, purposeLabel } from '../../../shared/domain/consent-words.ts'
import type { DomainEvent } from '../../../shared/domain/events.ts'
import type { Facts } from '../../../shared/domain/facts.ts'
import { t } from '../../../shared/words/translate.ts'
import { dayLabel } from '../../ui/day-label.ts'

type ConsentEvent = Extract<DomainEvent, { type: 'consent-given' | 'consent-withdrawn' }>
type TakenDownEvent = Extract<DomainEvent, { type: 'export-taken-down' }>
type Exported = Extract<DomainEvent, { type: 'comparison-exported' }>['data']

/** What happened to a client's consent, in words; further lines after the first. */
export function describeConsent(event: ConsentEvent): [what: string, ...details: string[]] {
  const { version } = event.data
  if (event.type === 'consent-withdrawn') return [t('Consent withdrawn'), t('Version {{version}}', { version })]
  const { channels, angles, givenOn, expiresOn } = event.data
  return [
    t('Consent given: {{channels}}', { channels: channelsInWords(channels) }),
    angleGroupLabel(angles),
    expiresOn
      ? t('Version {{version}}, signed {{day}}, until {{end}}', {
          version,
          day: dayLabel(givenOn),
          end: dayLabel(expiresOn),
        })
      : t('Version {{version}}, signed {{day}}, until withdrawn', { version, day: dayLabel(givenOn) }),
  ]
}

/** That an export was taken down, or wasn't after all; `facts` are those before it. */
export function describeTakenDown({ data }: TakenDownEvent, facts: Facts): [what: string, ...details: string[]] {
  const { exportKey, takenDown } = data
  const row = facts.exports.get(exportKey)
  const of = row ? [`${purposeLabel(row.purpose)}: ${row.fileName ?? row.outputSha256}`] : []
  if (!takenDown) return [t('Export no longer marked as taken down'), ...of]
  const { on, where } = takenDown
  return [t('Export taken down on {{day}}', { day: dayLabel(on) }), ...of, ...(where === '' ? [] : [where])]
}

/** What an export was for, and its file, a line each. */
export function describePurpose({ purpose, consentVersion, fileName }: Exported): string[] {
  const label = purposeLabel(purpose)
  const what =
    consentVersion === null
      ? label
      : t('{{channel}}, by version {{version}} of the consent', { channel: label, version: consentVersion })
  return [what, ...(fileName === null ? [] : [fileName])]
}
