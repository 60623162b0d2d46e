import { t } from '../words/translate.ts'
import { clientOfPhotos } from './client-of-event.ts'
import {
  consentKeyOf,
  type GivenConsent,
  mayShowFace,
  nextVersion,
  type Purpose,
  presentConsent,
  refusalOfExport,
} from './consent.ts'
import { missingInWords } from './consent-words.ts'
import { clientOfDocumentId } from './document.ts'
import type { DomainEvent } from './events.ts'
import { consentsOfClient, type Facts } from './facts.ts'
import type { HandedOver } from './hand-over.ts'
import type { DocumentId, PhotoId } from './ids.ts'

type Event<Type extends DomainEvent['type']> = Extract<DomainEvent, { type: Type }>

/** Why a consent can't be recorded, in plain words; undefined when it can. */
export function refusalOfConsent(facts: Facts, { data }: Event<'consent-given'>): string | undefined {
  const { clientId, version, signed } = data
  if (facts.clients.get(clientId)?.isRemoved !== false) return t('There is no such client.')
  if (version !== nextVersion(consentsOfClient(facts, clientId)))
    return t('Another consent of this client was recorded meanwhile.')
  if (signed.by !== 'scan') return undefined
  const isOwn = clientOfDocumentId(signed.documentId) === clientId
  return isOwn && facts.documents.get(signed.documentId)?.isRemoved === false
    ? undefined
    : t('There is no such document of this client.')
}

/** Why a consent can't be withdrawn, in plain words; undefined when it can. */
export function refusalOfWithdrawal(facts: Facts, { data }: Event<'consent-withdrawn'>): string | undefined {
  const consent = facts.consents.get(consentKeyOf(data))
  if (!consent) return t('There is no such consent.')
  if (consent.isWithdrawn) return t('This consent was withdrawn already.')
  const present = presentConsent(consentsOfClient(facts, data.clientId))
  return present?.version === data.version ? undefined : t('A newer consent took the place of this one.')
}

/** What is wanted of photos of one client, and what stands against it. */
interface ConsentedExport {
  /** The version of the consent that covers it; null where none is needed. */
  readonly consentVersion: number | null
  readonly refusal: string | undefined
}

/**
 * Whether photos may leave the library for a purpose, by what is recorded: the angles are those that the photos are filed under, whoever asks. `on`: the day; null
 * where it isn't asked whether a consent still holds.
 */
export function consentFor(
  facts: Facts,
  photoIds: readonly PhotoId[],
  purpose: Purpose,
  on: string | null,
): ConsentedExport {
  if (!photoIds.every((photoId) => facts.photos.has(photoId)))
    return { consentVersion: null, refusal: t('There is no such photo.') }
  const clientId = clientOfPhotos(facts, photoIds)
  if (clientId === null) return { consentVersion: null, refusal: t('These photos show different clients.') }
  const consents = consentsOfClient(facts, clientId)
  const showsFace = photoIds.some((photoId) => mayShowFace(facts.photos.get(photoId)?.angle ?? null))
  const missing = refusalOfExport(consents, { purpose, showsFace, on })
  return {
    consentVersion: purpose === 'for-the-client' ? null : (presentConsent(consents)?.version ?? null),
    refusal: missing ? missingInWords(missing, consents, purpose).join(' ') : undefined,
  }
}

/** Why an export can't be recorded, in plain words; undefined when it can. */
export function refusalOfExported(facts: Facts, { data }: Event<'comparison-exported'>): string | undefined {
  const { consentVersion, refusal } = consentFor(facts, data.photoIds, data.purpose, null)
  if (refusal) return refusal
  if (data.clientId !== undefined && data.clientId !== clientOfPhotos(facts, data.photoIds))
    return t('These photos show different clients.')
  return consentVersion === data.consentVersion
    ? undefined
    : t('The export names another consent than the present one.')
}

/** Why pictures can't be given to a client, in plain words; undefined when they can: they must all show that client. */
export function refusalOfHandOver(
  facts: Facts,
  { clientId, photoIds }: Pick<HandedOver, 'clientId' | 'photoIds'>,
): string | undefined {
  const { refusal } = consentFor(facts, photoIds, 'for-the-client', null)
  if (refusal) return refusal
  return clientOfPhotos(facts, photoIds) === clientId ? undefined : t('These photos show another client.')
}

/** True for a scan on which the present consent of its client rests. */
export function provesConsent(facts: Facts, documentId: DocumentId): boolean {
  const rests = ({ isWithdrawn, signed }: GivenConsent) =>
    !isWithdrawn && signed.by === 'scan' && signed.documentId === documentId
  const present = presentConsent(consentsOfClient(facts, clientOfDocumentId(documentId)))
  return present !== undefined && rests(present)
}
