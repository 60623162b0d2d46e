import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { angleByMatching, matchConfidence, newestPerAngle } from '../../../shared/domain/angle-by-matching.ts'
import { headLook, likeness, lookGround, lookPattern } from '../../../shared/domain/angle-by-matching-likeness.ts'
import { emptyPlane, type Plane } from '../../../shared/domain/registration/plane.ts'
import { photoIdOf, photoOf } from '../renderer/photo-samples.ts'

type Drawing = (x: number, y: number) => number

/** Lines of one direction across the head: a look that no turn of 15° makes into one of another direction. */
const stripes =
  (degrees: number): Drawing =>
  (x, y) =>
    128 + 90 * Math.sin((x * Math.cos((degrees * Math.PI) / 180) + y * Math.sin((degrees * Math.PI) / 180)) / 4)
const rings: Drawing = (x, y) => 128 + 90 * Math.sin(Math.hypot(x, y) / 4)

function pictureOf(draw: Drawing): Plane {
  const plane = emptyPlane(200, 240)
  for (let y = 0; y < 240; y++) for (let x = 0; x < 200; x++) plane.data[y * 200 + x] = draw(x - 100, y - 120)
  return plane
}

const lookOf = (draw: Drawing, faceYawDegrees: number | null = null) =>
  headLook(
    { luma: pictureOf(draw), fullWidthPx: 200, fullHeightPx: 240 },
    { centreX: 100, centreY: 120, radiusX: 60, radiusY: 75, angleDegrees: 0 },
    faceYawDegrees,
  )
const likenessOf = (one: Drawing, other: Drawing) => likeness(lookPattern(lookOf(one)), lookGround(lookOf(other)))

describe('likeness', () => {
  test.each([rings, stripes(0), stripes(45)])('of a picture with itself is nearly 1', (draw) => {
    expect(likenessOf(draw, draw)).toBeGreaterThan(0.9)
  })

  test('of lines that cross is hardly above nothing', () => {
    expect(likenessOf(stripes(0), stripes(90))).toBeLessThan(0.2)
  })

  test('is blind to light, to which side is darker, and to a small turn, size and shift', () => {
    expect(likenessOf(rings, (x, y) => 230 - 0.7 * rings(x, y))).toBeGreaterThan(0.85)
    const turned: Drawing = (x, y) => stripes(12)(1.05 * x + 6, 1.05 * y - 4)
    expect(likenessOf(stripes(0), turned)).toBeGreaterThan(0.8)
  })

  test.prop([fc.integer({ min: 0, max: 179 }), fc.integer({ min: 0, max: 179 })], { numRuns: 10 })(
    'stays within −1 and a little over 1',
    (one, other) => {
      const value = likenessOf(stripes(one), stripes(other))
      expect(value).toBeGreaterThanOrEqual(-1)
      expect(value).toBeLessThanOrEqual(1.05)
    },
  )
})

describe('angleByMatching', () => {
  const sorted = [
    { angle: 'top', look: lookOf(rings) },
    { angle: 'crown', look: lookOf(stripes(0)) },
    { angle: 'back', look: lookOf(stripes(90)) },
  ] as const

  test('finds the angle whose photo looks alike, and is sure of it', () => {
    const match = angleByMatching(lookOf(stripes(95)), sorted)
    expect(match?.angle).toBe('back')
    expect(match?.confidence).toBeGreaterThan(0.7)
  })

  test('isn’t sure of what lies between two', () => {
    expect(angleByMatching(lookOf(stripes(45)), sorted)?.confidence).toBeLessThan(0.7)
  })

  test('says nothing with photos of one angle only: they would match whatever is shown', () => {
    expect(angleByMatching(lookOf(rings), [sorted[0], { ...sorted[0] }])).toBeNull()
  })

  test('a face that is seen in one photo only, or turned otherwise, keeps them apart', () => {
    const faced = sorted.map((one) => ({ ...one, look: { ...one.look, faceYawDegrees: 0 } }))
    expect(angleByMatching(lookOf(rings), faced)).toBeNull()
    expect(angleByMatching(lookOf(rings, 50), faced)).toBeNull()
    expect(angleByMatching(lookOf(rings, 10), faced)?.angle).toBe('top')
  })
})

describe('matchConfidence', () => {
  const figure = fc.double({ min: -1, max: 1, noNaN: true })

  test.prop([figure, figure, figure])('is a share, and no better than its weakest part', (score, margin, contrast) => {
    const value = matchConfidence(score, margin, contrast, 3)
    expect(value).toBeGreaterThanOrEqual(0)
    expect(value).toBeLessThanOrEqual(0.95)
    expect(matchConfidence(1, 1, 1, 3)).toBeGreaterThanOrEqual(value)
    expect(matchConfidence(score, margin, contrast, 2)).toBeLessThanOrEqual(value)
    if (margin <= 0.1 || contrast <= 0.08 || score <= 0.5) expect(value).toBeLessThan(0.7)
  })
})

describe('newestPerAngle', () => {
  const at = (day: string) => ({ local: `2026-${day}T10:00:00`, offset: null, source: 'exif' as const })

  test('takes what was sorted just now first, then the newest, two of an angle', () => {
    const filed = [
      photoOf(1, { angle: 'top', capture: at('01-01') }),
      photoOf(2, { angle: 'top', capture: at('03-01') }),
      photoOf(3, { angle: 'top', capture: null }),
      photoOf(4, { angle: 'crown', capture: at('01-01'), quarterTurns: 1 }),
      photoOf(5, { angle: null }),
      photoOf(6, { angle: 'crown', isDamaged: true }),
    ]
    const now = [{ photoId: photoIdOf(7), angle: 'top' as const, quarterTurns: 0 }]
    expect(newestPerAngle(now, filed)).toEqual([
      { photoId: photoIdOf(7), angle: 'top', quarterTurns: 0 },
      { photoId: photoIdOf(2), angle: 'top', quarterTurns: 0 },
      { photoId: photoIdOf(4), angle: 'crown', quarterTurns: 1 },
    ])
  })
})
