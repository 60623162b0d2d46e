import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { findNextComparison, newestFirst, pairOf } from '../../../shared/domain/next-comparison.ts'
import { type Stage, stageOrder, stagesOfTreatment } from '../../../shared/domain/stage.ts'
import { photoIdOf, photoOf } from '../renderer/photo-samples.ts'

const at = (local: string) => ({ local, offset: null, source: 'exif' as const })
const photos = fc
  .array(
    fc.record({
      stage: fc.option(fc.constantFrom<Stage>(...stagesOfTreatment(3))),
      hour: fc.integer({ min: 10, max: 20 }),
    }),
  )
  .map((list) =>
    list.map(({ stage, hour }, index) => photoOf(index, { stage, capture: at(`2026-01-12T${hour}:00:00`) })),
  )

describe('findNextComparison', () => {
  it('compares the newest with post-cut, where only the pigment differs', () => {
    const row = stagesOfTreatment(3).map((stage, index) => photoOf(index, { stage }))
    expect(findNextComparison(row)).toEqual({ referenceId: photoIdOf(1), movingId: photoIdOf(7) })
  })

  it('takes before as baseline without post-cut, else the earliest stage', () => {
    const [before, healed1, session2] = [
      photoOf(1, { stage: 'before' }),
      photoOf(2, { stage: 'healed-1' }),
      photoOf(3, { stage: 'session-2' }),
    ]
    expect(findNextComparison([session2, before, healed1])).toEqual({
      referenceId: photoIdOf(1),
      movingId: photoIdOf(3),
    })
    expect(findNextComparison([session2, healed1])).toEqual({ referenceId: photoIdOf(2), movingId: photoIdOf(3) })
  })

  it('compares before with post-cut when there is nothing later', () => {
    const row = [photoOf(1, { stage: 'before' }), photoOf(2, { stage: 'post-cut' })]
    expect(findNextComparison(row)).toEqual({ referenceId: photoIdOf(1), movingId: photoIdOf(2) })
  })

  it('takes the newest of several photos of a stage', () => {
    const row = [
      photoOf(1, { stage: 'before', capture: at('2026-01-12T09:00:00') }),
      photoOf(2, { stage: 'before', capture: at('2026-01-12T11:00:00') }),
      photoOf(3, { stage: 'healed-1', capture: null }),
      photoOf(4, { stage: 'healed-1', capture: at('2026-02-12T09:00:00') }),
    ]
    expect(findNextComparison(row)).toEqual({ referenceId: photoIdOf(2), movingId: photoIdOf(4) })
  })

  test.prop([photos])('needs two stages, and always goes from an earlier stage to the newest', (row) => {
    const orders = row.flatMap((photo) => (photo.stage ? [stageOrder(photo.stage)] : []))
    const pair = findNextComparison(row)
    if (new Set(orders).size < 2) expect(pair).toBeUndefined()
    else {
      const orderOf = (id: string) => stageOrder(row.find((photo) => photo.photoId === id)!.stage!)
      expect(orderOf(pair!.movingId)).toBe(Math.max(...orders))
      expect(orderOf(pair!.referenceId)).toBeLessThan(orderOf(pair!.movingId))
    }
  })
})

describe('pairOf', () => {
  it('makes the earlier stage the reference, whichever was chosen first', () => {
    const [early, late] = [photoOf(1, { stage: 'session-1' }), photoOf(2, { stage: 'healed-2' })]
    const pair = { referenceId: early.photoId, movingId: late.photoId }
    expect(pairOf(early, late)).toEqual(pair)
    expect(pairOf(late, early)).toEqual(pair)
  })

  it('goes by the clock inside a stage', () => {
    const morning = photoOf(1, { capture: at('2026-01-12T09:00:00') })
    const noon = photoOf(2, { capture: at('2026-01-12T12:00:00') })
    expect(pairOf(noon, morning)).toEqual({ referenceId: morning.photoId, movingId: noon.photoId })
  })

  it('says why two angles make no pair', () => {
    expect(pairOf(photoOf(1, { angle: 'crown' }), photoOf(2, { angle: 'top' }))).toEqual({
      refusal: 'These photos show different angles: Crown and Top.',
    })
    expect(pairOf(photoOf(1, { angle: null }), photoOf(2))).toEqual({ refusal: 'Set the angle of both photos first.' })
  })
})

describe('newestFirst', () => {
  test.prop([photos])('is one fixed order, whatever order the photos come in', (row) => {
    expect(row.toSorted(newestFirst)).toEqual(row.toReversed().toSorted(newestFirst))
  })
})
