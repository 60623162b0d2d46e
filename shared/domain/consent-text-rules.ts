import { t } from '../words/translate.ts'
import type { DomainEvent } from './events.ts'
import type { Facts } from './facts.ts'

type OnText = Extract<DomainEvent, { type: 'consent-text-saved' | 'consent-text-renamed' | 'consent-text-removed' }>

/** Why a change of the studio's own consent texts can't be recorded, in plain words; undefined when it can. One that is saved again has other words from then on. */
export function refusalOfConsentText(facts: Facts, event: OnText): string | undefined {
  if (event.type === 'consent-text-saved') return undefined
  const isThere = facts.consentTexts.get(event.data.textId)?.isRemoved === false
  return isThere ? undefined : t('There is no such text of the studio.')
}
