import type { Consent, GivenConsent } from '../../../../shared/domain/consent.ts'
import type { StatedEvent } from '../../../../shared/domain/events.ts'
import { photoOf } from '../../renderer/photo-samples.ts'

/** A consent of the client of `photoOf` to Instagram and website, all angles, for the year 2026; what matters to a test is given. */
export function consentOf(about: Partial<Consent> = {}): Consent {
  return {
    clientId: photoOf(1).clientId,
    version: 1,
    channels: ['website', 'instagram'],
    angles: 'face-too',
    givenOn: '2026-01-01',
    expiresOn: '2026-12-31',
    language: 'en',
    scope: 'Pictures of my treatment may be shown.',
    signed: { by: 'typed-name', name: 'Ada' },
    ...about,
  }
}

/** The same as it stands among the facts. */
export function givenConsentOf(about: Partial<GivenConsent> = {}): GivenConsent {
  const { isWithdrawn = false, ...consent } = about
  return { ...consentOf(consent), isWithdrawn }
}

/** The event of a consent. */
export function consentGiven(about: Partial<Consent> = {}): Extract<StatedEvent, { type: 'consent-given' }> {
  return { type: 'consent-given', version: 1, data: consentOf(about) }
}

/** The event of its withdrawal. */
export function consentWithdrawn(about: Partial<Consent> = {}): Extract<StatedEvent, { type: 'consent-withdrawn' }> {
  const { clientId, version } = consentOf(about)
  return { type: 'consent-withdrawn', version: 1, data: { clientId, version } }
}
