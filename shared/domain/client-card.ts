import type { FactRows } from './apply-event.ts'
import { captureDay } from './capture-date.ts'
import { type ConsentTerms, presentConsent, termsOf } from './consent.ts'
import { documentPhrases } from './document.ts'
import { takeDownCountOf } from './exported/client-exports.ts'
import { consentsOfClient, documentsOfClient, type Facts, photosOfClient } from './facts.ts'
import type { Photo } from './photo.ts'
import { type RecordField, recordPhrases } from './record-fields.ts'
import { type ShowcaseTreatment, showcaseOf } from './showcase.ts'
import { stageOrder } from './stage.ts'
import { isVideo } from './video.ts'

/** What the list of clients shows of a client, and what is searched and offered across all of them. */
export interface ClientCard {
  readonly client: FactRows['clients']
  readonly photoCount: number
  readonly cover: Photo | null
  readonly lastDay: string | null
  /** What the records and documents of the client's treatments say, a phrase each, in no language: it is kept. */
  readonly recordPhrases: readonly RecordField[]
  /** Pigments and needles that were ever written down for this client, each once. */
  readonly pigments: readonly string[]
  readonly needles: readonly string[]
  /** Exports that the client has withdrawn the consent for and that nobody took down yet. */
  readonly takeDownCount: number
  /** The terms of the consent that counts; null: there is none. */
  readonly consent: ConsentTerms | null
  /** What could be shown of the client by that consent; nothing where it was withdrawn. What may be, `findModels` tells. */
  readonly showcase: readonly ShowcaseTreatment[]
}

/** A client's card by the facts; undefined for an unknown client. Removed photos and treatments don't count. */
export function clientCardOf(facts: Facts, clientId: string): ClientCard | undefined {
  const client = facts.clients.get(clientId)
  if (!client) return undefined
  const photos = photosOfClient(facts, clientId).filter((photo) => !photo.isRemoved)
  const own = facts.ofClient?.(clientId) ?? facts
  const treatments = [...own.treatments.values()].filter((treatment) => treatment.clientId === clientId)
  const present = new Set(treatments.flatMap(({ treatmentId, isRemoved }) => (isRemoved ? [] : [treatmentId])))
  const described = [...own.treatmentRecords.values()].filter(({ treatmentId }) => present.has(treatmentId))
  const sessions = treatments.flatMap(({ treatmentId }) =>
    [...own.sessionRecords.values()].filter((session) => session.treatmentId === treatmentId),
  )
  const documents = documentsOfClient(facts, clientId).filter(
    ({ treatmentId, isRemoved }) => !isRemoved && present.has(treatmentId),
  )
  const consent = presentConsent(consentsOfClient(facts, clientId))
  const days = photos.flatMap((photo) => (photo.capture ? [captureDay(photo.capture)] : [])).toSorted()
  return {
    client,
    photoCount: photos.length,
    cover: photos.toSorted(newestFirst).find((photo) => !isVideo(photo)) ?? null,
    lastDay: days.at(-1) ?? null,
    recordPhrases: [
      ...recordPhrases(
        described,
        sessions.filter(({ treatmentId }) => present.has(treatmentId)),
      ),
      ...documentPhrases(documents),
    ],
    pigments: eachOnce(sessions.map(({ pigment }) => pigment)),
    needles: eachOnce(sessions.map(({ needle }) => needle)),
    takeDownCount: takeDownCountOf(facts, clientId),
    consent: consent ? termsOf(consent) : null,
    showcase: consent && !consent.isWithdrawn ? showcaseOf(facts, clientId) : [],
  }
}

function newestFirst(a: Photo, b: Photo): number {
  return (
    (b.stage ? stageOrder(b.stage) : -1) - (a.stage ? stageOrder(a.stage) : -1) ||
    (b.capture?.local ?? '').localeCompare(a.capture?.local ?? '') ||
    // always the same one of several
    a.photoId.localeCompare(b.photoId)
  )
}

function eachOnce(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text) => text !== ''))]
}
