import { describe, expect, test } from 'vitest'
import { neighbourOf, photosOfSameAngle, withBaseline } from '../../../../renderer/features/compare/stage-steps.ts'
import { photoIdOf, photoOf } from '../photo-samples.ts'

const before = photoOf(1, { stage: 'before' })
const fresh = photoOf(2, { stage: 'session-1' })
const healed = photoOf(3, { stage: 'healed-1' })
const unfiled = photoOf(4, { stage: null })
const front = photoOf(5, { stage: 'session-1', angle: 'front' })
const row = photosOfSameAngle(before, [healed, unfiled, front, before, fresh])

describe('stepping through the stages', () => {
  test('the row holds the same angle in the order of the treatment, photos without a stage last', () => {
    expect(row).toEqual([before, fresh, healed, unfiled])
  })

  test('two photos of one stage stand in the order of their days', () => {
    const later = photoOf(6, { capture: { local: '2026-01-13T08:00:00', offset: null, source: 'exif' } })
    expect(photosOfSameAngle(before, [later, before])).toEqual([before, later])
  })

  test('a step goes to the neighbour and passes over the reference', () => {
    const pair = { referenceId: fresh.photoId, movingId: before.photoId }
    expect(neighbourOf(row, pair, 1)).toBe(healed)
    expect(neighbourOf(row, { ...pair, movingId: healed.photoId }, -1)).toBe(before)
  })

  test('there is no neighbour beyond the ends, nor of a photo that isn’t in the row', () => {
    const pair = { referenceId: before.photoId, movingId: fresh.photoId }
    expect(neighbourOf(row, pair, -1)).toBeUndefined()
    expect(neighbourOf(row, { ...pair, movingId: unfiled.photoId }, 1)).toBeUndefined()
    expect(neighbourOf(row, { ...pair, movingId: photoIdOf(99) }, 1)).toBeUndefined()
  })

  test('another baseline keeps the moving photo; the moving photo as baseline changes places', () => {
    const pair = { referenceId: before.photoId, movingId: healed.photoId }
    expect(withBaseline(pair, fresh.photoId)).toEqual({ referenceId: fresh.photoId, movingId: healed.photoId })
    expect(withBaseline(pair, healed.photoId)).toEqual({ referenceId: healed.photoId, movingId: before.photoId })
  })
})
