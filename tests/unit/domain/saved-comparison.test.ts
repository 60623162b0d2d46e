import { describe, expect, test } from 'vitest'
import { clientOfEvent } from '../../../shared/domain/client-of-event.ts'
import { clientRecordFilter } from '../../../shared/domain/client-record-filter.ts'
import type { DomainEvent } from '../../../shared/domain/events.ts'
import { domainEventSchema } from '../../../shared/domain/events.ts'
import { applyEvent, emptyFacts } from '../../../shared/domain/facts.ts'
import { wholePicture } from '../../../shared/domain/geometry/viewport.ts'
import { hangingProtocolSchema } from '../../../shared/domain/hanging-protocol.ts'
import { refusalOf } from '../../../shared/domain/rules.ts'
import { comparisonKeyOf, savedComparisonSchema } from '../../../shared/domain/saved-comparison.ts'
import { photoIdOf, photoOf } from '../renderer/photo-samples.ts'

const photos = [1, 2, 3].map((number) => photoOf(number))
const { clientId, treatmentId } = photos[0]!
const addedAt = '2026-01-01T00:00:00.000Z'
const comparison = savedComparisonSchema.parse({
  comparisonId: '44444444-4444-4444-8444-444444444444',
  treatmentId,
  name: 'For the review',
  photos: { referenceId: photoIdOf(1), movingId: photoIdOf(3), panes: [photoIdOf(2), photoIdOf(3)] },
  look: { mode: 'slider', viewport: { ...wholePicture, zoom: 2 }, opacity: 0.5, split: 0.25, isRigid: true },
})
const { comparisonId } = comparison
const saved: DomainEvent = { type: 'comparison-saved', version: 1, data: comparison }
const removed: DomainEvent = { type: 'comparison-removed', version: 1, data: { treatmentId, comparisonId } }
const renamed: DomainEvent = { ...removed, type: 'comparison-renamed', data: { ...removed.data, name: 'Other' } }
const protocol = hangingProtocolSchema.parse({
  protocolId: comparisonId,
  name: 'Ours',
  stages: ['before', 'newest'],
  mode: 'overlay',
})
const ours: DomainEvent = { type: 'hanging-protocol-saved', version: 1, data: protocol }
const oursRemoved: DomainEvent = {
  type: 'hanging-protocol-removed',
  version: 1,
  data: { protocolId: protocol.protocolId },
}

const base: DomainEvent[] = [
  { type: 'client-added', version: 1, data: { clientId, name: 'Ada', isSample: false, addedAt, isRemoved: false } },
  { type: 'treatment-added', version: 1, data: { treatmentId, clientId, name: 'T', sessionCount: 3, addedAt } },
  ...photos.map((data): DomainEvent => ({ type: 'photo-imported', version: 1, data })),
]
function factsAfter(...events: DomainEvent[]) {
  const facts = emptyFacts()
  for (const event of [...base, ...events]) applyEvent(facts, event)
  return facts
}
const row = (...events: DomainEvent[]) => factsAfter(...events).comparisons.get(comparisonKeyOf(comparison))

describe('a saved comparison', () => {
  test('is kept, renamed, removed, and saved again as it was', () => {
    expect(row(saved)).toMatchObject({ ...comparison, isRemoved: false })
    expect(row(saved, renamed)).toMatchObject({ name: 'Other', photos: comparison.photos })
    expect(row(saved, removed)?.isRemoved).toBe(true)
    expect(row(saved, removed, saved)).toEqual(row(saved))
  })

  test('is refused twice, without its treatment, of strangers’ photos, and of a photo with itself', () => {
    expect(refusalOf(factsAfter(), saved)).toBeUndefined()
    expect(refusalOf(factsAfter(saved), saved)).toBe('This comparison is saved already.')
    expect(refusalOf(factsAfter(saved, removed), saved)).toBeUndefined()
    expect(refusalOf(emptyFacts(), saved)).toBe('There is no such treatment.')
    const ofPhotos = (photosOf: typeof comparison.photos): DomainEvent => ({
      ...saved,
      data: { ...comparison, photos: photosOf },
    })
    const strange = ofPhotos({ referenceId: photoIdOf(1), movingId: photoIdOf(9) })
    expect(refusalOf(factsAfter(), strange)).toBe('These are not photos of this treatment.')
    const same = ofPhotos({ referenceId: photoIdOf(1), movingId: photoIdOf(1) })
    expect(refusalOf(factsAfter(), same)).toBe('A photo can’t be compared with itself.')
    for (const event of [removed, renamed]) {
      expect(refusalOf(factsAfter(), event)).toBe('There is no such saved comparison.')
      expect(refusalOf(factsAfter(saved), event)).toBeUndefined()
      expect(refusalOf(factsAfter(saved, removed), event)).toBe('There is no such saved comparison.')
    }
  })

  test('is the client’s: in the client’s records, and erased with the client', () => {
    for (const event of [saved, renamed, removed]) expect(clientOfEvent(factsAfter(saved), event)).toBe(clientId)
    const isAbout = clientRecordFilter(clientId)
    const records = [...base, saved].map((event, index) => ({ seq: index + 1, at: addedAt, event }))
    expect(records.filter(isAbout)).toHaveLength(records.length)
    const keyId = 'ab'.repeat(16)
    expect(row(saved, { type: 'client-erased', version: 1, data: { clientId, keyId } })).toBeUndefined()
  })

  test('stays when one of its photos is deleted: then it says so', () => {
    const photoRemoved: DomainEvent = { type: 'photo-removed', version: 1, data: { photoId: photoIdOf(3) } }
    const deleted: DomainEvent = { type: 'photo-deleted', version: 1, data: { photoId: photoIdOf(3), clientId } }
    expect(row(saved, photoRemoved, deleted)).toBeDefined()
    expect(refusalOf(factsAfter(saved, removed, photoRemoved, deleted), saved)).toBeUndefined()
  })

  test.each([
    ['', 'name'],
    ['   ', 'name'],
  ])('has a name: not “%s”', (name) => {
    expect(domainEventSchema.safeParse({ ...saved, data: { ...comparison, name } }).success).toBe(false)
  })
})

describe('the studio’s own protocols', () => {
  test('are nobody’s, and outlive every client', () => {
    expect(clientOfEvent(factsAfter(), ours)).toBeNull()
    const keyId = 'ab'.repeat(16)
    const facts = factsAfter(ours, { type: 'client-erased', version: 1, data: { clientId, keyId } })
    expect(facts.hangingProtocols.get(protocol.protocolId)).toMatchObject(protocol)
  })

  test('are refused twice and when they aren’t there', () => {
    expect(refusalOf(factsAfter(), ours)).toBeUndefined()
    expect(refusalOf(factsAfter(ours), ours)).toBe('This is saved already.')
    expect(refusalOf(factsAfter(), oursRemoved)).toBe('There is no such comparison of the studio.')
    expect(refusalOf(factsAfter(ours, oursRemoved), ours)).toBeUndefined()
  })
})
