import { describe, expect, test } from 'vitest'
import { pairKeyOf } from '../../../shared/domain/alignment.ts'
import type { Angle } from '../../../shared/domain/angle.ts'
import { clientCardOf } from '../../../shared/domain/client-card.ts'
import type { Channel, Consent } from '../../../shared/domain/consent.ts'
import type { DomainEvent } from '../../../shared/domain/events.ts'
import { applyEvent, emptyFacts } from '../../../shared/domain/facts.ts'
import { alignmentIdSchema } from '../../../shared/domain/ids.ts'
import { anyModel, findModels, type ModelFilter } from '../../../shared/domain/models.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import type { Stage } from '../../../shared/domain/stage.ts'
import { blankTreatmentRecord, type TreatmentRecord } from '../../../shared/domain/treatment-record.ts'
import { photoOf, unaligned } from '../renderer/photo-samples.ts'
import { consentGiven, consentWithdrawn } from './consent/consent-samples.ts'

const { clientId, treatmentId } = photoOf(1)
const today = '2026-06-01'

const imported = (photo: Photo): DomainEvent => ({ type: 'photo-imported', version: 1, data: photo })
function aligned(reference: Photo, moving: Photo, outcome: 'aligned' | 'check' | 'needs-landmarks' = 'aligned') {
  const event = unaligned({
    alignmentId: alignmentIdSchema.parse(moving.photoId),
    inputsKey: 'inputs',
    pairKey: pairKeyOf(reference, moving),
    referenceId: reference.photoId,
    movingId: moving.photoId,
  })
  return { ...event, data: { ...event.data, outcome } }
}

/** A series of an angle, each later photo aligned with the first. */
function series(first: number, angle: Angle, stages: readonly Stage[], outcome?: Parameters<typeof aligned>[2]) {
  const photos = stages.map((stage, index) => photoOf(first + index, { stage, angle }))
  return [...photos.map(imported), ...photos.slice(1).map((photo) => aligned(photos[0]!, photo, outcome))]
}

const usual: Stage[] = ['post-cut', 'session-1', 'healed-1']

function cardAfter(...events: DomainEvent[]) {
  const facts = emptyFacts()
  const addedAt = '2026-01-01T00:00:00.000Z'
  const begin: DomainEvent[] = [
    { type: 'client-added', version: 1, data: { clientId, name: 'Ada', isSample: false, addedAt, isRemoved: false } },
    { type: 'treatment-added', version: 1, data: { treatmentId, clientId, name: 'T', sessionCount: 3, addedAt } },
  ]
  for (const event of [...begin, ...events]) applyEvent(facts, event)
  return clientCardOf(facts, clientId)!
}

const consent = (about: Partial<Consent> = {}) => consentGiven({ channels: ['own-wall'], ...about })
const found = (card: ReturnType<typeof cardAfter>, filter: Partial<ModelFilter> = {}, on = today) =>
  findModels([card], { ...anyModel, ...filter }, on)
/** The angles of what may be shown; null: nobody is found. */
const shown = (card: ReturnType<typeof cardAfter>, channel: Channel | null = 'own-wall', on = today) =>
  found(card, { channel }, on)[0]?.treatments.flatMap(({ pairs }) => pairs.map(({ angle }) => angle)) ?? null

describe('what may be shown', () => {
  const crownAndFront = [...series(1, 'crown', usual), ...series(11, 'front', usual)]
  const rows: [string, DomainEvent[], Channel | null, string, Angle[] | null][] = [
    ['all angles where the face is covered', [consent()], 'own-wall', today, ['front', 'crown']],
    ['only angles without a face', [consent({ angles: 'crown-only' })], 'own-wall', today, ['crown']],
    ['the first day', [consent()], 'own-wall', '2026-01-01', ['front', 'crown']],
    ['the last day', [consent()], 'own-wall', '2026-12-31', ['front', 'crown']],
    ['nothing a day late', [consent()], 'own-wall', '2027-01-01', null],
    ['nothing a day early', [consent()], 'own-wall', '2025-12-31', null],
    ['nothing without a consent', [], 'own-wall', today, null],
    ['nothing by another channel', [consent({ channels: ['instagram'] })], 'own-wall', today, null],
    ['something by any channel', [consent({ channels: ['instagram'] })], null, today, ['front', 'crown']],
    ['nothing after a withdrawal', [consent(), consentWithdrawn()], 'own-wall', today, null],
    ['nothing by any channel either', [consent(), consentWithdrawn()], null, today, null],
    [
      'no more than the present version covers',
      [consent(), consent({ version: 2, angles: 'crown-only' })],
      'own-wall',
      today,
      ['crown'],
    ],
    [
      'nothing after the present version is withdrawn, whatever an earlier one says',
      [consent(), consent({ version: 2 }), consentWithdrawn({ version: 2 })],
      'own-wall',
      today,
      null,
    ],
    [
      'nothing of a client in the trash',
      [consent(), { type: 'client-removed', version: 1, data: { clientId, withPhotos: true } }],
      'own-wall',
      today,
      null,
    ],
  ]
  test.each(rows)('%s', (_, events, channel, on, expected) => {
    expect(shown(cardAfter(...crownAndFront, ...events), channel, on)).toEqual(expected)
  })

  test.each([
    ['check', []],
    ['needs-landmarks', []],
    ['aligned', ['crown']],
  ] as const)('of an alignment that is “%s”: %j', (outcome, expected) => {
    expect(shown(cardAfter(...series(1, 'crown', usual, outcome), consent()))).toEqual(expected)
  })

  test('not an alignment of another turn, a removed photo or a removed treatment', () => {
    const events = [...series(1, 'crown', ['post-cut', 'healed-1']), consent()]
    const { photoId } = photoOf(2)
    expect(shown(cardAfter(...events))).toEqual(['crown'])
    expect(
      shown(cardAfter(...events, { type: 'photo-turned', version: 1, data: { photoId, quarterTurns: 1 } })),
    ).toEqual([])
    expect(shown(cardAfter(...events, { type: 'photo-removed', version: 1, data: { photoId } }))).toEqual([])
    expect(shown(cardAfter(...events, { type: 'treatment-removed', version: 1, data: { treatmentId } }))).toBeNull()
  })
})

describe('the pair of an angle', () => {
  const stagesOf = (...events: DomainEvent[]) => {
    const [pair] = found(cardAfter(...events, consent()))[0]!.treatments[0]!.pairs
    return pair && [pair.before.stage, pair.after.stage, pair.before.alignmentId === null]
  }
  test('is the baseline and the latest settled stage, not a fresh one', () => {
    expect(stagesOf(...series(1, 'crown', ['post-cut', 'healed-1', 'healed-2', 'session-3']))).toEqual([
      'post-cut',
      'healed-2',
      true,
    ])
    expect(stagesOf(...series(1, 'crown', ['post-cut', 'session-1']))).toEqual(['post-cut', 'session-1', true])
  })

  test('passes over what isn’t well aligned', () => {
    const photos = (['post-cut', 'healed-1', 'healed-2'] as const).map((stage, index) => photoOf(index + 1, { stage }))
    const [first, second, third] = photos as [Photo, Photo, Photo]
    const events = [...photos.map(imported), aligned(first, second), aligned(first, third, 'check')]
    expect(stagesOf(...events)).toEqual(['post-cut', 'healed-1', true])
  })

  test('stands in the order of time where the latest photo is the reference', () => {
    const photos = (['post-cut', 'healed-1'] as const).map((stage, index) => photoOf(index + 1, { stage }))
    const [before, after] = photos as [Photo, Photo]
    const seriesKey = `${treatmentId}/crown`
    const chosen: DomainEvent = {
      type: 'reference-chosen',
      version: 1,
      data: { seriesKey, treatmentId, angle: 'crown', photoId: after.photoId },
    }
    expect(stagesOf(...photos.map(imported), chosen, aligned(after, before))).toEqual(['post-cut', 'healed-1', false])
  })
})

describe('looking for models', () => {
  const described: TreatmentRecord = {
    ...blankTreatmentRecord(treatmentId),
    skinType: 'III',
    norwoodStage: 4,
    hairlineShape: 'rounded',
    hairlineEdge: 'faded',
  }
  const card = cardAfter(...series(1, 'crown', usual), consent(), {
    type: 'treatment-described',
    version: 1,
    data: described,
  })
  test.each<[Partial<ModelFilter>, boolean]>([
    [{}, true],
    [{ norwoodStage: 4, skinType: 'III', hairlineShape: 'rounded', hairlineEdge: 'faded', reached: 'healed-1' }, true],
    [{ norwoodStage: 5 }, false],
    [{ skinType: 'IV' }, false],
    [{ hairlineShape: 'boxed' }, false],
    [{ hairlineEdge: 'sharp' }, false],
    [{ reached: 'session-1' }, false],
    [{ channel: 'own-wall' }, true],
    [{ channel: 'tiktok' }, false],
  ])('%j: %s', (filter, isFound) => {
    expect(found(card, filter).length === 1).toBe(isFound)
  })

  test('nothing that could be shown is kept of a client who has withdrawn or agreed to nothing', () => {
    expect(cardAfter(...series(1, 'crown', usual)).showcase).toEqual([])
    expect(cardAfter(...series(1, 'crown', usual), consent(), consentWithdrawn()).showcase).toEqual([])
  })
})
