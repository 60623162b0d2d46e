import { dayInWords, listInWords } from '../words/formats.ts'
import { type Language, t } from '../words/translate.ts'
import {
  type AngleGroup,
  type Channel,
  type GivenConsent,
  type MissingConsent,
  type Purpose,
  presentConsent,
} from './consent.ts'

/** A channel as people say it; in another language than the screen's for what is printed in that. */
const purposeLabels: Record<Purpose, (lng?: Language) => string> = {
  'for-the-client': (lng) => t('For the client', said(lng)),
  'own-wall': (lng) => t('Wall of the studio', said(lng)),
  website: (lng) => t('Website', said(lng)),
  instagram: (lng) => t('Instagram', said(lng)),
  tiktok: (lng) => t('TikTok', said(lng)),
  print: (lng) => t('Print', said(lng)),
  training: (lng) => t('Training', said(lng)),
}

const angleLabels: Record<AngleGroup, (lng?: Language) => string> = {
  'crown-only': (lng) => t('Crown only: top, crown and back', said(lng)),
  'face-too': (lng) => t('All angles, the face too', said(lng)),
}

const missingSentences: Record<MissingConsent, (consent: GivenConsent | undefined, channel: string) => string> = {
  none: () => t('This client has given no consent yet.'),
  withdrawn: () => t('The client has withdrawn the consent.'),
  'not-yet': (consent) => t('The consent holds only from {{day}}.', { day: dayInWords(consent?.givenOn ?? '') }),
  expired: (consent) => t('The consent ended on {{day}}.', { day: dayInWords(consent?.expiresOn ?? '') }),
  channel: (_, channel) => t('The consent doesn’t cover “{{channel}}”.', { channel }),
  face: () => t('The consent covers the crown only, and this picture may show the face.'),
}

/** What an export is for, as people say it. */
export function purposeLabel(purpose: Purpose, language?: Language): string {
  return purposeLabels[purpose](language)
}

/** What of the client may be seen, as people say it. */
export function angleGroupLabel(angles: AngleGroup, language?: Language): string {
  return angleLabels[angles](language)
}

/** Channels in a row: "Website, Instagram and Print". */
export function channelsInWords(channels: readonly Channel[]): string {
  return listInWords(channels.map((channel) => purposeLabel(channel)))
}

/** What is missing for an export, a sentence each. */
export function missingInWords(
  missing: readonly MissingConsent[],
  consents: readonly GivenConsent[],
  purpose: Purpose,
): string[] {
  const consent = presentConsent(consents)
  return missing.map((kind) => missingSentences[kind](consent, purposeLabel(purpose)))
}

function said(lng: Language | undefined): Record<string, string> {
  return lng ? { lng } : {}
}
