import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { planAlignments } from '../../../shared/domain/alignment-plan.ts'
import type { CaptureDate } from '../../../shared/domain/capture-date.ts'
import type { DomainEvent } from '../../../shared/domain/events.ts'
import { domainEventSchema } from '../../../shared/domain/events.ts'
import { applyEvent, emptyFacts } from '../../../shared/domain/facts.ts'
import { findNextComparison, pairOf } from '../../../shared/domain/next-comparison.ts'
import { seriesKeyOf } from '../../../shared/domain/reference-choice.ts'
import { refusalOf } from '../../../shared/domain/rules.ts'
import { captureOfFrame, videoTime } from '../../../shared/domain/video.ts'
import { photoIdOf, photoOf } from '../renderer/photo-samples.ts'

const capture: CaptureDate = { local: '2026-03-14T23:59:58', offset: '+02:00', source: 'exif' }
const video = { durationSeconds: 12 }

describe('the date of a frame', () => {
  test('goes on from the video’s, over midnight too', () => {
    expect(captureOfFrame(capture, 1.99)).toEqual({ ...capture, local: '2026-03-14T23:59:59' })
    expect(captureOfFrame(capture, 2)).toEqual({ ...capture, local: '2026-03-15T00:00:00' })
  })

  property.prop([fc.double({ min: 0, max: 20_000, noNaN: true }), fc.double({ min: 0, max: 20_000, noNaN: true })])(
    'never runs backwards, and stays within a second of the frame',
    (one, other) => {
      const [early, late] = one < other ? [one, other] : [other, one]
      const passed = (seconds: number) =>
        (Date.parse(`${captureOfFrame(capture, seconds).local}Z`) - Date.parse(`${capture.local}Z`)) / 1000
      expect(passed(early)).toBeLessThanOrEqual(passed(late))
      expect(late - passed(late)).toBeGreaterThanOrEqual(0)
      expect(late - passed(late)).toBeLessThan(1)
    },
  )
})

test.each([
  [0, 0, '0:00'],
  [7.99, 0, '0:07'],
  [727, 0, '12:07'],
  [3727, 0, '1:02:07'],
  [3.489, 2, '0:03.48'],
  [2.3, 2, '0:02.30'],
  [59.999, 2, '0:59.99'],
] as const)('%d s with %i decimals is %s', (seconds, decimals, text) => {
  expect(videoTime(seconds, decimals)).toBe(text)
})

describe('a video among the photos', () => {
  const before = photoOf(1, { stage: 'before' })
  const filmed = photoOf(2, { stage: 'session-1', format: 'mp4', video })
  const healed = photoOf(3, { stage: 'healed-1' })

  test('is never compared or aligned by itself', () => {
    expect(findNextComparison([before, filmed])).toBeUndefined()
    expect(findNextComparison([before, filmed, healed])).toEqual({
      referenceId: before.photoId,
      movingId: healed.photoId,
    })
    const planned = planAlignments([before, filmed, healed], []).flatMap(({ referenceId, movingId }) => [
      referenceId,
      movingId,
    ])
    expect(planned).not.toContain(filmed.photoId)
    expect(planned).toContain(healed.photoId)
  })

  test('is not compared when a person chooses it either, and that is said', () => {
    expect(pairOf(before, filmed)).toEqual({ refusal: expect.stringMatching(/video can’t be compared/) })
  })

  test('an event without anything about videos is read as it always was', () => {
    const old = { type: 'photo-imported', version: 1, data: photoOf(1) }
    expect(domainEventSchema.parse(old)).toEqual(old)
    expect(domainEventSchema.parse({ ...old, data: filmed })).toEqual({ ...old, data: filmed })
  })
})

describe('the rules about videos', () => {
  const facts = emptyFacts()
  const { clientId, treatmentId } = photoOf(1)
  const addedAt = '2026-01-01T00:00:00.000Z'
  const filmed = photoOf(2, { video, format: 'mov' })
  const events: DomainEvent[] = [
    { type: 'client-added', version: 1, data: { clientId, name: 'Ada', isSample: false, addedAt, isRemoved: false } },
    { type: 'treatment-added', version: 1, data: { treatmentId, clientId, name: 'T', sessionCount: 3, addedAt } },
    { type: 'photo-imported', version: 1, data: photoOf(1) },
    { type: 'photo-imported', version: 1, data: filmed },
  ]
  for (const event of events) applyEvent(facts, event)

  test('a frame names a video that is there', () => {
    const imported = (videoId: number): DomainEvent => ({
      type: 'photo-imported',
      version: 1,
      data: photoOf(3, { frameOf: { videoId: photoIdOf(videoId), atSeconds: 1 } }),
    })
    expect(refusalOf(facts, imported(2))).toBeUndefined()
    expect(refusalOf(facts, imported(1))).toBe('There is no such video.')
    expect(refusalOf(facts, imported(9))).toBe('There is no such video.')
  })

  test('a video is no reference, and no landmarks are placed in it', () => {
    const seriesKey = seriesKeyOf(treatmentId, 'crown')
    const chosen = { seriesKey, treatmentId, angle: 'crown' as const, photoId: filmed.photoId }
    const pair = { pairKey: 'p', referenceId: photoIdOf(1), movingId: filmed.photoId, landmarks: [] }
    expect(refusalOf(facts, { type: 'reference-chosen', version: 1, data: chosen })).toMatch(/video/)
    expect(refusalOf(facts, { type: 'landmarks-placed', version: 1, data: pair as never })).toMatch(/video/)
  })

  test('it is filed, dated, turned and removed as a photo is', () => {
    const { photoId } = filmed
    const changes: DomainEvent[] = [
      { type: 'photo-filed', version: 1, data: { photoId, stage: 'before', angle: 'top' } },
      { type: 'photo-dated', version: 1, data: { photoId, capture } },
      { type: 'photo-turned', version: 1, data: { photoId, quarterTurns: 1 } },
      { type: 'photo-removed', version: 1, data: { photoId } },
    ]
    expect(changes.map((event) => refusalOf(facts, event))).toEqual([undefined, undefined, undefined, undefined])
  })
})
