import {
  type AngleGroup,
  type Channel,
  type Consent,
  channels,
  type GivenConsent,
  type Signed,
} from '../../../shared/domain/consent.ts'
import type { ClientId, DocumentId } from '../../../shared/domain/ids.ts'
import { isSigned, type Signature } from '../../../shared/domain/signature.ts'
import type { FileOffer } from '../../../shared/ipc/contract.ts'
import { suggestedScopes } from '../../../shared/words/consent-texts.ts'
import { type Language, spokenLanguage, t } from '../../../shared/words/translate.ts'

/** The scan of a signed form: one that is attached already, or a file that is attached when the consent is recorded. */
export type ScanChoice = { readonly documentId: DocumentId } | { readonly offer: FileOffer }

/** A consent while it is filled in. */
export interface ConsentDraft {
  readonly channels: readonly Channel[]
  readonly angles: AngleGroup
  readonly givenOn: string
  /** Empty: until it is withdrawn. */
  readonly expiresOn: string
  readonly language: Language
  /** The words in each language; those of `language` are signed. */
  readonly scopes: Readonly<Record<Language, string>>
  readonly by: Signed['by']
  readonly name: string
  readonly drawing: Signature
  readonly scan: ScanChoice | null
}

/** What somebody wants to export and has no consent for. */
export interface WantedConsent {
  readonly channel: Channel
  readonly showsFace: boolean
}

/** Where something is missing. */
export type DraftField = 'channels' | 'givenOn' | 'expiresOn' | 'scope' | 'name' | 'drawing' | 'scan'

/** A new consent: as the one before, with what is wanted; the face is shown only where somebody says so. */
export function firstDraft(
  before: GivenConsent | undefined,
  wanted: WantedConsent | null,
  today: string,
): ConsentDraft {
  const chosen = new Set([...(before?.channels ?? []), ...(wanted ? [wanted.channel] : [])])
  const language = before?.language ?? spokenLanguage()
  return {
    channels: channels.filter((channel) => chosen.has(channel)),
    angles: wanted?.showsFace ? 'face-too' : (before?.angles ?? 'crown-only'),
    givenOn: today,
    expiresOn: '',
    language,
    scopes: before ? { ...suggestedScopes, [language]: before.scope } : suggestedScopes,
    by: 'drawing',
    name: '',
    drawing: [],
    scan: null,
  }
}

/** What is missing in a draft, by field. */
export function problemsOf(draft: ConsentDraft, today: string): Partial<Record<DraftField, string>> {
  const { givenOn, expiresOn, by, name } = draft
  const problems: Partial<Record<DraftField, string>> = {}
  if (draft.channels.length === 0) problems.channels = t('Tick at least one.')
  if (givenOn === '') problems.givenOn = t('When was it signed?')
  else if (givenOn > today) problems.givenOn = t('This day is still to come.')
  if (expiresOn !== '' && expiresOn < givenOn) problems.expiresOn = t('This day lies before the signature.')
  if (draft.scopes[draft.language].trim() === '') problems.scope = t('What does the client agree to?')
  if (by !== 'scan' && name.trim() === '') problems.name = t('Who signs?')
  if (by === 'drawing' && !isSigned(draft.drawing)) problems.drawing = t('The signature is missing.')
  if (by === 'scan' && draft.scan === null) problems.scan = t('Choose the scan of the signed form.')
  return problems
}

/** The consent of a draft in which nothing is missing. */
export function consentOfDraft(
  { angles, givenOn, expiresOn, language, scopes, ...draft }: ConsentDraft,
  about: { readonly clientId: ClientId; readonly version: number; readonly signed: Signed },
): Consent {
  return {
    ...about,
    channels: [...draft.channels],
    angles,
    givenOn,
    expiresOn: expiresOn === '' ? null : expiresOn,
    language,
    scope: scopes[language].trim(),
  }
}
