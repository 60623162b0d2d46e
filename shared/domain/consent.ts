import { z } from 'zod'
import { languages } from '../words/translate.ts'
import { type Angle, angleIds } from './angle.ts'
import { isRealDay } from './capture-date.ts'
import { type ClientId, clientIdSchema, documentIdSchema } from './ids.ts'
import { signatureSchema } from './signature.ts'

/** Where pictures of a client can be shown. */
export const channels = ['own-wall', 'website', 'instagram', 'tiktok', 'print', 'training'] as const
export const channelSchema = z.enum(channels)
export type Channel = z.infer<typeof channelSchema>

/** What an export is for: the client, who needs nobody's consent, or a channel. */
export const purposes = ['for-the-client', ...channels] as const
export const purposeSchema = z.enum(purposes)
export type Purpose = z.infer<typeof purposeSchema>

/** What of the client may be seen: the crown alone, so that nobody is recognised, or the face too. */
export const angleGroups = ['crown-only', 'face-too'] as const
export type AngleGroup = (typeof angleGroups)[number]

/** The most signs of a consent's words. */
export const longestScope = 4000
const daySchema = z.string().refine(isRealDay, 'Expected a calendar day')

/** The words of a consent: never blank. */
export const scopeSchema = z
  .string()
  .max(longestScope)
  .refine((text) => text.trim() !== '', 'Expected the words that the client agreed to')

/** How a consent was signed: drawn on the screen, by a typed name, or on paper, of which a scan is attached. */
const signedSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('drawing'), name: z.string().trim().min(1).max(200), signature: signatureSchema }),
  z.object({ by: z.literal('typed-name'), name: z.string().trim().min(1).max(200) }),
  z.object({ by: z.literal('scan'), documentId: documentIdSchema }),
])
export type Signed = z.infer<typeof signedSchema>

/**
 * What a client has agreed to. It never changes: a new one, with the next version, takes its place, and the client can withdraw it. `expiresOn` is the last day on
 * which it holds; null: until it is withdrawn. `scope` are the very words that were signed, in `language`.
 */
export const consentSchema = z
  .object({
    clientId: clientIdSchema,
    version: z.int().positive(),
    channels: z
      .array(channelSchema)
      .min(1)
      .refine((chosen) => new Set(chosen).size === chosen.length, 'Expected each channel once'),
    angles: z.enum(angleGroups),
    givenOn: daySchema,
    expiresOn: daySchema.nullable(),
    scope: scopeSchema,
    language: z.enum(languages),
    signed: signedSchema,
  })
  .refine(({ givenOn, expiresOn }) => expiresOn === null || expiresOn >= givenOn, 'Expected an end after the beginning')
export type Consent = z.infer<typeof consentSchema>

/** Names a version of a client's consent. */
export const consentRefSchema = z.object({ clientId: clientIdSchema, version: z.int().positive() })

/** A consent and what became of it. `withdrawnAt`: the moment, as the clock of the computer told it. */
export type GivenConsent = Consent & { readonly isWithdrawn: boolean; readonly withdrawnAt?: string }

/** What of a consent decides whether it covers something: without the words, the signature and whose it is. */
export type ConsentTerms = Pick<
  GivenConsent,
  'version' | 'channels' | 'angles' | 'givenOn' | 'expiresOn' | 'isWithdrawn'
>

/** The terms of a consent. */
export function termsOf({ version, channels, angles, givenOn, expiresOn, isWithdrawn }: GivenConsent): ConsentTerms {
  return { version, channels, angles, givenOn, expiresOn, isWithdrawn }
}

/** Names a version of a client's consent among those of all clients: what it is kept under. */
export function consentKeyOf({ clientId, version }: { clientId: ClientId; version: number }): string {
  return `${clientId}/${version}`
}

/** Angles on which nobody is recognised. What isn't filed could show anything. */
const faceless: ReadonlySet<Angle | null> = new Set<Angle>(['top', 'crown', 'back'])

/** True when a photo of this angle (null: not filed) may show the face. */
export function mayShowFace(angle: Angle | null): boolean {
  return !faceless.has(angle)
}

/** The angles that a consent to the crown alone covers. */
export const crownAngles: readonly Angle[] = angleIds.filter((angle) => !mayShowFace(angle))

/** The consent that counts: the last one that was given, whatever became of it; it took the place of all before. */
export function presentConsent<Given extends Pick<Consent, 'version'>>(consents: readonly Given[]): Given | undefined {
  return consents.toSorted((one, other) => other.version - one.version)[0]
}

/** How a consent stands on a day: it holds, or only later, or no more. */
export type ConsentStanding = 'holds' | 'not-yet' | 'ended' | 'withdrawn'

/** How a consent stands on a day. */
export function standingOf({ isWithdrawn, givenOn, expiresOn }: ConsentTerms, on: string): ConsentStanding {
  if (isWithdrawn) return 'withdrawn'
  if (on < givenOn) return 'not-yet'
  return expiresOn !== null && on > expiresOn ? 'ended' : 'holds'
}

/** The version that the next consent of a client has. */
export function nextVersion(consents: readonly Consent[]): number {
  return (presentConsent(consents)?.version ?? 0) + 1
}

/** What a picture is to be used for. `on`: the day of the export; null where it isn't asked whether a consent still holds. */
export interface WantedExport {
  readonly purpose: Purpose
  readonly showsFace: boolean
  readonly on: string | null
}

/** Something that a consent lacks for an export. */
export type MissingConsent = 'none' | 'withdrawn' | 'not-yet' | 'expired' | 'channel' | 'face'

/** What exactly is missing for an export, by a client's consents; null when nothing is. The last consent alone counts. */
export function refusalOfExport(
  consents: readonly ConsentTerms[],
  { purpose, showsFace, on }: WantedExport,
): readonly MissingConsent[] | null {
  if (purpose === 'for-the-client') return null
  const consent = presentConsent(consents)
  if (!consent) return ['none']
  if (consent.isWithdrawn) return ['withdrawn']
  const missing: MissingConsent[] = []
  const standing = on === null ? 'holds' : standingOf(consent, on)
  if (standing === 'not-yet') missing.push('not-yet')
  if (standing === 'ended') missing.push('expired')
  if (!consent.channels.includes(purpose)) missing.push('channel')
  if (showsFace && consent.angles === 'crown-only') missing.push('face')
  return missing.length > 0 ? missing : null
}
