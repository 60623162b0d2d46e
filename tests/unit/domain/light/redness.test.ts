import { describe, expect, test } from 'vitest'
import { lightVersion, type PairLight } from '../../../../shared/domain/light/pair-light.ts'
import { mayBeRed, redPhotosOf } from '../../../../shared/domain/light/redness.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import type { Stage } from '../../../../shared/domain/stage.ts'

const photo = (stage: Stage | null, day: string | null): Pick<Photo, 'stage' | 'capture'> => ({
  stage,
  capture: day === null ? null : { local: `${day}T10:00:00`, offset: null, source: 'exif' },
})
const session = photo('session-1', '2026-01-12')
const settled = photo('healed-1', '2026-02-16')
const early = photo('healed-1', '2026-01-15')
const all = [photo('post-cut', '2026-01-11'), session, early, settled]

const redder = (addedRedness: number | null): PairLight => ({
  kind: 'measured',
  lightVersion,
  source: 'face',
  ratio: { red: 1, green: 1, blue: 1 },
  luminanceRatio: 1,
  sampleCount: 40,
  spreadStops: 0.1,
  addedRedness,
})

describe('red skin', () => {
  test.each([
    ['on the day of a session', session, true],
    ['on the day of a session without a date', photo('session-1', null), true],
    ['three days after', early, true],
    ['four days after', photo('healed-1', '2026-01-16'), false],
    ['once it has settled', settled, false],
    ['before any session', photo('post-cut', '2026-01-12'), false],
    ['without a stage', photo(null, '2026-01-12'), false],
  ])('may be there %s: %s', (_when, of, expected) => {
    expect(mayBeRed(of, all)).toBe(expected)
  })

  test('is there on the day of a session whatever was measured', () => {
    expect(redPhotosOf([settled, session], all, undefined)).toEqual([false, true])
    expect(redPhotosOf([session, settled], all, redder(0))).toEqual([true, false])
  })

  test('is told shortly after a session only where the skin was redder than in the other photo', () => {
    expect(redPhotosOf([settled, early], all, redder(0.15))).toEqual([false, true])
    expect(redPhotosOf([early, settled], all, redder(-0.15))).toEqual([true, false])
    expect(redPhotosOf([settled, early], all, redder(0.03))).toEqual([false, false])
    expect(redPhotosOf([settled, early], all, redder(null))).toEqual([false, false])
    expect(redPhotosOf([settled, early], all, undefined)).toEqual([false, false])
  })

  test('is never told of skin that had time to settle, however red it looks', () => {
    expect(redPhotosOf([all[0]!, settled], all, redder(0.4))).toEqual([false, false])
  })
})
