import { describe, expect, it } from 'vitest'
import { clientOfEvent } from '../../../../shared/domain/client-of-event.ts'
import { clientRecordFilter } from '../../../../shared/domain/client-record-filter.ts'
import type { Channel } from '../../../../shared/domain/consent.ts'
import type { DomainEvent } from '../../../../shared/domain/events.ts'
import { channelExportsOf, toTakeDown } from '../../../../shared/domain/export-ledger.ts'
import { applyEvent, consentsOfClient, emptyFacts, type Facts } from '../../../../shared/domain/facts.ts'
import type { PhotoId } from '../../../../shared/domain/ids.ts'
import { isNeutralName } from '../../../../shared/domain/neutral-name.ts'
import { refusalOf } from '../../../../shared/domain/rules.ts'
import { documentOf } from '../../renderer/document-samples.ts'
import { photoIdOf, photoOf } from '../../renderer/photo-samples.ts'
import { consentGiven, consentWithdrawn, givenConsentOf } from './consent-samples.ts'

const { clientId, treatmentId } = photoOf(1)
const addedAt = '2026-01-01T00:00:00.000Z'
const document = documentOf(1)
const begun: DomainEvent[] = [
  { type: 'client-added', version: 1, data: { clientId, name: 'Ada', isSample: false, addedAt, isRemoved: false } },
  { type: 'treatment-added', version: 1, data: { treatmentId, clientId, name: 'T', sessionCount: 3, addedAt } },
  { type: 'photo-imported', version: 1, data: photoOf(1) },
  { type: 'photo-imported', version: 1, data: photoOf(2, { angle: 'front' }) },
  { type: 'photo-imported', version: 1, data: photoOf(3, { angle: null, stage: null }) },
  { type: 'document-attached', version: 1, data: document },
]
const factsAfter = (...events: readonly DomainEvent[]): Facts => {
  const facts = emptyFacts()
  for (const event of [...begun, ...events]) applyEvent(facts, event, addedAt)
  return facts
}
const exported = (
  channel: Channel,
  consentVersion: number | null,
  photoIds: PhotoId[] = [photoIdOf(1)],
): Extract<DomainEvent, { type: 'comparison-exported' }> => ({
  type: 'comparison-exported',
  version: 3,
  data: {
    photoIds,
    purpose: channel,
    consentVersion,
    fileName: 'comparison.jpg',
    kind: 'picture',
    format: 'jpeg',
    widthPx: 1080,
    heightPx: 1350,
    durationSeconds: null,
    outputSha256: 'ab'.repeat(32),
  },
})

describe('consents', () => {
  it('are given one version after the other, and the last is withdrawn once', () => {
    const facts = factsAfter(consentGiven())
    expect(refusalOf(factsAfter(), consentGiven({ version: 2 }))).toMatch(/meanwhile/)
    expect(refusalOf(facts, consentGiven())).toMatch(/meanwhile/)
    expect(refusalOf(facts, consentGiven({ version: 2 }))).toBeUndefined()
    expect(refusalOf(facts, consentWithdrawn())).toBeUndefined()
    expect(refusalOf(facts, consentWithdrawn({ version: 2 }))).toMatch(/no such consent/)
    const replaced = factsAfter(consentGiven(), consentGiven({ version: 2 }))
    expect(refusalOf(replaced, consentWithdrawn())).toMatch(/newer consent/)
    const withdrawn = factsAfter(consentGiven(), consentWithdrawn())
    expect(refusalOf(withdrawn, consentWithdrawn())).toMatch(/withdrawn already/)
    expect(consentsOfClient(withdrawn, clientId)).toMatchObject([
      { version: 1, isWithdrawn: true, withdrawnAt: addedAt },
    ])
    expect(refusalOf(emptyFacts(), consentGiven())).toMatch(/no such client/)
  })

  it('speak of their client, and go with the client', () => {
    const facts = factsAfter(consentGiven())
    expect(clientOfEvent(facts, consentGiven())).toBe(clientId)
    expect(clientOfEvent(facts, consentWithdrawn())).toBe(clientId)
    const isOwn = clientRecordFilter(clientId)
    expect(isOwn({ seq: 1, at: addedAt, event: consentGiven() })).toBe(true)
    applyEvent(facts, { type: 'client-erased', version: 1, data: { clientId, keyId: 'ab'.repeat(16) } })
    expect(facts.consents.size).toBe(0)
  })

  it('on paper rest on a document of this client, which stays as long as they do', () => {
    const { documentId } = document
    const onPaper = consentGiven({ signed: { by: 'scan', documentId } })
    const removed: DomainEvent = { type: 'document-removed', version: 1, data: { documentId } }
    expect(refusalOf(factsAfter(), onPaper)).toBeUndefined()
    const another = documentOf(7).documentId
    expect(refusalOf(factsAfter(), consentGiven({ signed: { by: 'scan', documentId: another } }))).toMatch(
      /no such document/,
    )
    expect(refusalOf(factsAfter(removed), onPaper)).toMatch(/no such document/)
    expect(refusalOf(factsAfter(onPaper), removed)).toMatch(/rests on this document/)
    expect(refusalOf(factsAfter(onPaper, consentWithdrawn()), removed)).toBeUndefined()
    expect(refusalOf(factsAfter(onPaper, consentGiven({ version: 2 })), removed)).toBeUndefined()
  })
})

describe('the ledger takes an export', () => {
  it('for a channel only by the present consent, for the angles under which its photos are filed', () => {
    const given = factsAfter(consentGiven({ angles: 'crown-only' }))
    expect(refusalOf(given, exported('instagram', 1))).toBeUndefined()
    expect(refusalOf(given, exported('instagram', 2))).toMatch(/another consent/)
    expect(refusalOf(given, exported('instagram', null))).toMatch(/another consent/)
    expect(refusalOf(given, exported('tiktok', 1))).toMatch(/doesn’t cover “TikTok”/)
    expect(refusalOf(given, exported('instagram', 1, [photoIdOf(1), photoIdOf(2)]))).toMatch(/may show the face/)
    expect(refusalOf(given, exported('instagram', 1, [photoIdOf(3)]))).toMatch(/may show the face/)
    expect(refusalOf(given, exported('instagram', 1, [photoIdOf(9)]))).toMatch(/no such photo/)
    expect(refusalOf(factsAfter(), exported('instagram', null))).toMatch(/no consent yet/)
    const withdrawn = factsAfter(consentGiven(), consentWithdrawn())
    expect(refusalOf(withdrawn, exported('instagram', 1))).toMatch(/has withdrawn/)
  })

  it('for the client without any', () => {
    const forClient = exported('print', null)
    const own: DomainEvent = { ...forClient, data: { ...forClient.data, purpose: 'for-the-client' } }
    expect(refusalOf(factsAfter(), own)).toBeUndefined()
    expect(refusalOf(factsAfter(consentGiven()), { ...own, data: { ...own.data, consentVersion: 1 } })).toMatch(
      /another consent/,
    )
  })
})

describe('what is to be taken down', () => {
  const records = [exported('instagram', 1), exported('website', 2), exported('print', 3)].map((event, index) => ({
    seq: index + 1,
    at: addedAt,
    event,
  }))
  const own = { ...exported('print', null).data, purpose: 'for-the-client' as const }
  const exports = channelExportsOf([
    ...records,
    { seq: 4, at: addedAt, event: { type: 'comparison-exported', version: 3, data: own } },
    { seq: 5, at: addedAt, event: consentGiven() },
  ])

  it('was exported for channels, not for the client', () => {
    expect(exports.map(({ channel, consentVersion }) => [channel, consentVersion])).toEqual([
      ['instagram', 1],
      ['website', 2],
      ['print', 3],
    ])
  })

  it.each([
    ['nothing while every consent stands', [], []],
    ['everything under a withdrawn consent and those before it', [2], [1, 2]],
    ['what came under a consent that was given anew stays up', [1], [1]],
    ['all under the last', [1, 3], [1, 2, 3]],
  ])('%s', (_, withdrawn, versions) => {
    const consents = [1, 2, 3].map((version) => givenConsentOf({ version, isWithdrawn: withdrawn.includes(version) }))
    expect(toTakeDown(exports, consents).map(({ consentVersion }) => consentVersion)).toEqual(versions)
  })
})

describe('a neutral file name', () => {
  it.each([
    ['comparison 2026-03-14.jpg', 'Anna Müller', true],
    ['Anna.jpg', 'Anna Müller', false],
    ['muller_crown.jpg', 'Anna Müller', false],
    ['mueller-1.jpg', 'Anna Müller', false],
    ['strasse.jpg', 'Anna Straße', false],
    ['ANNA2.png', 'anna', false],
    ['Hannah.jpg', 'Anna', true],
    ['j.jpg', 'J. Roe', true],
    ['.jpg', '', true],
  ])('%s of %s: %s', (fileName, name, isNeutral) => {
    expect(isNeutralName(fileName, name)).toBe(isNeutral)
  })
})
