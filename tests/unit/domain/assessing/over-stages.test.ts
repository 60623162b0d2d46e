import { fc, test as propertyTest } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { settlingWords } from '../../../../shared/domain/assessing/over-stages-words.ts'
import type { PatchTrack } from '../../../../shared/domain/assessing/patch-tracks.ts'
import type { ZoneFindings } from '../../../../shared/domain/assessing/photo-assessment.ts'
import { settlingCurvesOf } from '../../../../shared/domain/assessing/settling-curve.ts'
import { settledPatchesOf } from '../../../../shared/domain/assessing/settling-patches.ts'
import { changeWords, stageChangeOf } from '../../../../shared/domain/assessing/stage-change.ts'
import type { ZoneAtStage } from '../../../../shared/domain/assessing/zone-at-stage.ts'
import { coverageOf, isFigure, trendOf } from '../../../../shared/domain/assessing/zone-trend.ts'
import { type Ranged, unjudged } from '../../../../shared/domain/assessment/assessment.ts'
import { expectedShareOn } from '../../../../shared/domain/assessment/settling.ts'
import type { SkinMap } from '../../../../shared/domain/assessment/skin-map.ts'
import type { Point } from '../../../../shared/domain/geometry/points.ts'
import { numbers } from '../../../numbers.ts'
import { photoIdOf } from '../../renderer/photo-samples.ts'

const ranged = (value: number, error = 0.1): Ranged => ({ value, range: [value - error, value + error] })
const square = (x: number, y: number, side: number): Point[] => [
  { x, y },
  { x: x + side, y },
  { x: x + side, y: y + side },
  { x, y: y + side },
]
const mapOf = (value: (x: number, y: number) => number): SkinMap => ({
  columns: 120,
  rows: 120,
  originX: 0,
  originY: 0,
  stepX: 6,
  stepY: 6,
  values: Float32Array.from({ length: 120 * 120 }, (_, at) => value(6 * (at % 120), 6 * Math.floor(at / 120))),
})
const evenly = mapOf(() => 1)

function stageAt(number: number, about: Partial<ZoneAtStage>, match: number | null = null): ZoneAtStage {
  const { dots: _, ...nothing } = unjudged('blur')
  const findings: ZoneFindings = {
    ...nothing,
    verdict: 'judged',
    reasons: [],
    darkness: evenly,
    dotsPerCm2: ranged(140, 10),
    matchToReference: match === null ? null : ranged(match),
  }
  return {
    photoId: photoIdOf(number),
    stage: 'healed-1',
    daysSinceSession: 35,
    findings,
    map: evenly,
    isAligned: true,
    gap: null,
    ...about,
  }
}
const fresh = (number: number, session: number, match: number | null) =>
  stageAt(number, { stage: `session-${session}`, daysSinceSession: 0, gap: 'fresh' }, match)
const healed = (number: number, session: number, match: number | null, about: Partial<ZoneAtStage> = {}) =>
  stageAt(number, { stage: `healed-${session}`, ...about }, match)
const always = (): boolean => true

describe('how a session settles', () => {
  test('is the healed picture’s darkness beside the fresh one’s, both measured by the client’s own hair', () => {
    const [curve] = settlingCurvesOf([fresh(1, 1, 0.5), healed(2, 1, 0.3)], always)
    expect(curve!.points.map(({ day, share }) => [day, share.value])).toEqual([
      [0, 1],
      [35, 0.6],
    ])
    expect(curve!.added).toEqual([1, 1])
    expect(curve!.gaps).toEqual([])
    expect(settlingWords(curve!)?.verdict).toBe('As a whole nothing unusual by day 35')
  })

  test('of a later session: what was there before doesn’t settle, so less is expected', () => {
    const curves = settlingCurvesOf([fresh(1, 1, 0.5), healed(2, 1, 0.3), fresh(3, 2, 0.9), healed(4, 2, 0.7)], always)
    const [least, most] = curves[1]!.added
    expect(least).toBeLessThan(2 / 3)
    expect(most).toBeGreaterThan(2 / 3)
    expect(expectedShareOn(35, curves[1]!.added)[0]).toBeGreaterThan(0.5)
    const [, unknown] = settlingCurvesOf([fresh(1, 1, 0.5), fresh(3, 2, 0.9)], always)
    expect(unknown!.added).toEqual([0, 1])
  })

  test.each([
    ['no photo of the day', [healed(2, 1, 0.3)], always, ['no-fresh-photo']],
    ['no own hair on the day', [fresh(1, 1, null), healed(2, 1, 0.3)], always, ['no-own-hair']],
    ['no own hair later', [fresh(1, 1, 0.5), healed(2, 1, null)], always, ['no-own-hair']],
    ['not aligned', [fresh(1, 1, 0.5), healed(2, 1, null, { gap: 'not-aligned' })], always, ['not-aligned']],
    ['blurred', [fresh(1, 1, 0.5), healed(2, 1, 0.4, { gap: 'blur' })], always, ['blur']],
    ['no scale', [fresh(1, 1, 0.5), healed(2, 1, null, { gap: 'scale-unknown' })], always, ['scale-unknown']],
    ['no date', [fresh(1, 1, 0.5), healed(2, 1, 0.3, { daysSinceSession: null })], always, ['no-date']],
    ['other light', [fresh(1, 1, 0.5), healed(2, 1, 0.3)], (): boolean => false, ['other-light']],
  ] as const)('isn’t told with %s', (_name, stages, isLightAlike, gaps) => {
    const [curve] = settlingCurvesOf(stages, isLightAlike)
    expect(curve!.gaps.map(({ gap }) => gap)).toEqual(gaps)
    expect(curve!.points.filter(({ day }) => day > 0)).toEqual([])
    expect(settlingWords(curve!)).toBeUndefined()
  })

  propertyTest.prop([
    fc.double({ min: 0.05, max: 2, noNaN: true }),
    fc.double({ min: 0.05, max: 2, noNaN: true }),
    fc.double({ min: 0.3, max: 3, noNaN: true }),
  ])('doesn’t depend on how dark the client’s own hair is', (first, later, hair) => {
    const shareWith = (factor: number) =>
      settlingCurvesOf([fresh(1, 1, first * factor), healed(2, 1, later * factor)], always)[0]!.points[1]!.share.value
    expect(shareWith(hair)).toBeCloseTo(shareWith(1), 9)
  })
})

describe('patches that settle otherwise', () => {
  const spot = square(300, 300, 80)
  const faded = (by: number) => mapOf((x, y) => (x >= 300 && x <= 380 && y >= 300 && y <= 380 ? 1 - by : 1))
  const track = (number: number, photoId: ZoneAtStage['photoId'], outline: Point[]): PatchTrack => ({
    patchId: null,
    number,
    isDark: false,
    outline,
    seen: new Map([
      [
        photoId,
        {
          outline,
          zone: 'Top',
          patch: {
            kind: 'lightened',
            certainty: 'clear',
            outline,
            centre: outline[0]!,
            lightened: ranged(0.3),
            dotsLacking: 20,
            areaMm2: 200,
          },
        },
      ],
    ]),
  })

  const settled = (by: number, matches: readonly [number, number] | null) => {
    const [before, after] = [fresh(1, 1, matches?.[0] ?? null), healed(2, 1, matches?.[1] ?? null, { map: faded(by) })]
    const [curve] = settlingCurvesOf([before, after], always)
    return settledPatchesOf(before, after, curve!, [
      track(3, after.photoId, spot),
      track(4, after.photoId, square(30, 30, 80)),
    ])
  }

  test('lie outside the band even at the ends of their range', () => {
    expect(settled(0.5, [0.5, 0.3]).map(({ number, verdict }) => [number, verdict])).toEqual([
      [3, 'lighter-than-expected'],
    ])
  })

  test('are only set against their zone where nothing tells how that settled', () => {
    expect(settled(0.4, null).map(({ number, verdict, day }) => [number, verdict, day])).toEqual([[3, null, 35]])
  })

  test('don’t stand out where the difference may be chance', () => expect(settled(0.12, null)).toEqual([]))
})

describe('the trend', () => {
  test('has figures of what is judged, and a reason for all else', () => {
    const stages = trendOf([
      fresh(1, 1, 0.5),
      healed(2, 1, 0.3),
      healed(3, 2, null),
      healed(4, 3, 0.9, { gap: 'blur' }),
    ])
    expect(stages.map(({ figures: { match } }) => (isFigure(match) ? match.value : match.gap))).toEqual([
      'fresh',
      0.3,
      'no-own-hair',
      'blur',
    ])
  })

  propertyTest.prop([fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 8, max: 600 })])(
    'gives coverage a range that holds it, and narrows with more skin',
    (sparseShare, fieldCount) => {
      const { value, range } = coverageOf({ sparseShare, fieldCount })
      expect(range[0]).toBeLessThanOrEqual(value)
      expect(range[1]).toBeGreaterThanOrEqual(value)
      expect(range[0]).toBeGreaterThanOrEqual(0)
      expect(range[1]).toBeLessThanOrEqual(1)
      const more = coverageOf({ sparseShare, fieldCount: 4 * fieldCount })
      expect(more.range[1] - more.range[0]).toBeLessThan(range[1] - range[0])
    },
  )
})

describe('change between stages', () => {
  const noise = numbers(5)
  const noisy = (value: (x: number, y: number) => number) => mapOf((x, y) => value(x, y) * (1 + 0.02 * noise()))
  const bump = (x: number, y: number, atX: number, atY: number) => Math.exp(-((x - atX) ** 2 + (y - atY) ** 2) / 3000)
  const then = healed(1, 1, null, { map: noisy(() => 1) })
  const now = healed(2, 2, null, {
    map: noisy((x, y) => 0.7 * (1 - 0.5 * bump(x, y, 200, 250)) * (1 + 0.6 * bump(x, y, 520, 420))),
  })
  const isOwn = () => false

  test('is told in words, beside what all of the zone did', () => {
    const change = stageChangeOf(then, now, 10, isOwn)
    expect('map' in change && changeWords(change)).toBe('1 place lighter, 1 darker')
    const back = stageChangeOf(now, then, 10, isOwn)
    expect('map' in back && changeWords(back)).toBe('1 place lighter, 1 darker')
    const none = stageChangeOf(then, then, 10, isOwn)
    expect('map' in none && changeWords(none)).toBe('No place changed beyond the rest of the zone')
  })

  test.each([
    ['a stage isn’t aligned', { isAligned: false }, 10, /must be aligned/],
    ['a stage has another zone', { findings: null, gap: 'other-zone' as const }, 10, /other skin/],
    ['a stage is blurred', { findings: null, gap: 'blur' as const }, 10, /sharp enough/],
    ['nothing tells how large things are', {}, null, /how large/],
  ])('is refused where %s', (_name, about, pixelsPerMm, reason) => {
    const change = stageChangeOf(then, { ...now, ...about }, pixelsPerMm, isOwn)
    expect('refusal' in change && change.refusal).toMatch(reason)
  })
})
