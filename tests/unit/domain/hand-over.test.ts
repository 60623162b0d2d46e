import { describe, expect, test } from 'vitest'
import { isInside } from '../../../electron/main/documents.ts'
import { pairKeyOf } from '../../../shared/domain/alignment.ts'
import { refusalOfHandOver } from '../../../shared/domain/consent-rules.ts'
import type { DomainEvent } from '../../../shared/domain/events.ts'
import { applyEvent, emptyFacts } from '../../../shared/domain/facts.ts'
import { handedOverNames, photosToHandOver } from '../../../shared/domain/hand-over.ts'
import { handedAngles } from '../../../shared/domain/handed-angles.ts'
import { alignmentIdSchema, clientIdSchema } from '../../../shared/domain/ids.ts'
import { photoOf, unaligned } from '../renderer/photo-samples.ts'

const { clientId, treatmentId } = photoOf(1)
const other = clientIdSchema.parse('00000000-0000-4000-8000-0000000000ff')
const addedAt = '2026-01-01T10:00:00.000Z'

const photos = [
  photoOf(1, { stage: 'post-cut', angle: 'top' }),
  photoOf(2, { stage: 'session-1', angle: 'top' }),
  photoOf(3, { stage: 'healed-1', angle: 'top' }),
  photoOf(4, { stage: 'session-2', angle: 'top' }),
  photoOf(5, { stage: null, angle: 'top' }),
  photoOf(6, { stage: 'before', angle: 'crown' }),
]

function aligned(moving: (typeof photos)[number], outcome: 'aligned' | 'check') {
  const reference = photos[0]!
  const { data } = unaligned({
    alignmentId: alignmentIdSchema.parse(moving.photoId),
    inputsKey: 'inputs',
    pairKey: pairKeyOf(reference, moving),
    referenceId: reference.photoId,
    movingId: moving.photoId,
  })
  return { ...data, outcome }
}

describe('what a client is given', () => {
  test('are the photos that are filed, in the order of the treatment, named by stage and angle alone', () => {
    const given = photosToHandOver([...photos].reverse())
    expect(given.map(({ photoId }) => photoId)).not.toContain(photos[4]!.photoId)
    expect(handedOverNames(given)).toEqual([
      '01 Before, Crown.jpg',
      '02 Post-cut, Top.jpg',
      '03 Session 1, Top.jpg',
      '04 Healed 1, Top.jpg',
      '05 Session 2, Top.jpg',
    ])
    expect(photosToHandOver([{ ...photos[0]!, isRemoved: true }])).toEqual([])
  })

  test('is drawn in the frame of its reference only where it is well aligned; a settled photo goes before a fresh one', () => {
    const angles = handedAngles(photos, [aligned(photos[1]!, 'check'), aligned(photos[2]!, 'aligned')], [])
    expect(angles.map(({ angle, slides, pair }) => [angle, slides.length, pair !== null])).toEqual([
      ['top', 4, true],
      ['crown', 1, false],
    ])
    const [top] = angles
    expect(top?.slides.map(({ alignmentId }) => alignmentId !== null)).toEqual([false, false, true, false])
    expect([top?.pair?.before.stage, top?.pair?.after.stage]).toEqual(['post-cut', 'healed-1'])
  })

  test('shows that client and nobody else, without any consent', () => {
    const facts = emptyFacts()
    const events: DomainEvent[] = [
      { type: 'client-added', version: 1, data: { clientId, name: 'Ada', isSample: false, addedAt, isRemoved: false } },
      {
        type: 'client-added',
        version: 1,
        data: { clientId: other, name: 'B', isSample: false, addedAt, isRemoved: false },
      },
      { type: 'treatment-added', version: 1, data: { treatmentId, clientId, name: 'T', sessionCount: 3, addedAt } },
      ...photos.map((data): DomainEvent => ({ type: 'photo-imported', version: 1, data })),
    ]
    for (const event of events) applyEvent(facts, event, addedAt)
    const photoIds = photos.map(({ photoId }) => photoId)
    expect(refusalOfHandOver(facts, { clientId, photoIds })).toBeUndefined()
    expect(refusalOfHandOver(facts, { clientId: other, photoIds })).toMatch(/another client/)
    expect(refusalOfHandOver(facts, { clientId, photoIds: [photoOf(99).photoId] })).toMatch(/no such photo/)
  })
})

test.each([
  ['/user/library', true],
  ['/user/library/objects', true],
  ['/user', false],
  ['/user/library2', false],
  ['/user/..library', false],
])('whether %s stands in /user/library: %s', (path, isIn) => {
  expect(isInside('/user/library', path)).toBe(isIn)
})
