import { fc, test as propertyTest } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { drawnPatch } from '../../../../shared/domain/assessing/drawn-patch.ts'
import { gapBetween, joinedOutline } from '../../../../shared/domain/assessing/joined-outline.ts'
import { merged, type PatchDecision, patchIdSchema } from '../../../../shared/domain/assessing/patch-decision.ts'
import { type SeenPatch, type SeenStage, trackPatches } from '../../../../shared/domain/assessing/patch-tracks.ts'
import type { SkinMap } from '../../../../shared/domain/assessment/skin-map.ts'
import type { Point } from '../../../../shared/domain/geometry/points.ts'
import { areaOf, isInPolygon } from '../../../../shared/domain/geometry/polygon.ts'
import { photoIdOf, photoOf } from '../../renderer/photo-samples.ts'

const circle = (x: number, y: number, radius: number): Point[] =>
  Array.from({ length: 36 }, (_, at) => ({
    x: x + radius * Math.cos((at * Math.PI) / 18),
    y: y + radius * Math.sin((at * Math.PI) / 18),
  }))
const same = (point: Point) => point

function seen(outline: Point[], about: Partial<SeenPatch['patch']> = {}): SeenPatch {
  const patch: SeenPatch['patch'] = {
    kind: 'lightened',
    certainty: 'possible',
    outline,
    centre: outline[0]!,
    lightened: { value: 0.4, range: [0.34, 0.46] },
    dotsLacking: 40,
    areaMm2: areaOf(outline) / 100,
    ...about,
  }
  return { patch, zone: 'Crown', outline }
}

describe('an outline around two patches', () => {
  propertyTest.prop([
    fc.integer({ min: 20, max: 80 }),
    fc.integer({ min: 20, max: 80 }),
    fc.integer({ min: 0, max: 240 }),
    fc.integer({ min: 0, max: 359 }),
  ])('holds both in one piece, and little else', (one, other, away, degrees) => {
    const [dx, dy] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
    const [a, b] = [circle(0, 0, one), circle(away * dx, away * dy, other)]
    const joined = joinedOutline(a, b)
    expect(isInPolygon(joined, { x: 0, y: 0 })).toBe(true)
    expect(isInPolygon(joined, { x: away * dx, y: away * dy })).toBe(true)
    const bridge = 0.7 * Math.min(one, other) * Math.max(0, away - one - other)
    expect(areaOf(joined)).toBeGreaterThan(0.9 * Math.max(areaOf(a), areaOf(b)))
    expect(areaOf(joined)).toBeLessThan(1.12 * (areaOf(a) + areaOf(b) + bridge))
  })

  test('is only wanted of neighbours', () => {
    expect(gapBetween(circle(0, 0, 30), circle(40, 0, 30))).toBe(0)
    expect(gapBetween(circle(0, 0, 30), circle(90, 0, 30))).toBeCloseTo(0.5, 1)
    expect(gapBetween(circle(0, 0, 30), circle(400, 0, 30))).toBeGreaterThan(2)
    expect(gapBetween([], [])).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('what lies within a drawn outline', () => {
  /** A disc of radius 60 that is 40 % lighter, smoothed at its edge as maps are. */
  const map: SkinMap = {
    columns: 100,
    rows: 100,
    originX: -400,
    originY: -400,
    stepX: 8,
    stepY: 8,
    values: Float32Array.from({ length: 10_000 }, (_, at) => {
      const away = Math.hypot(8 * (at % 100) - 400, 8 * Math.floor(at / 100) - 400)
      return 1 - 0.4 / (1 + Math.exp((away - 60) / 12))
    }),
  }

  test('the same outline says the same', () => {
    const part = seen(circle(0, 0, 60))
    const { patch } = drawnPatch(circle(0, 0, 60), [part], map, same)
    expect(patch.areaMm2).toBeCloseTo(part.patch.areaMm2, 6)
    expect(patch.lightened.value).toBeCloseTo(0.4, 6)
    expect(patch.dotsLacking).toBe(40)
  })

  test('a larger one is less light, and lacks about as many dots', () => {
    const { patch } = drawnPatch(circle(0, 0, 85), [seen(circle(0, 0, 60))], map, same)
    expect(patch.areaMm2 / (areaOf(circle(0, 0, 60)) / 100)).toBeCloseTo((85 / 60) ** 2, 2)
    expect(patch.lightened.value).toBeGreaterThan(0.2)
    expect(patch.lightened.value).toBeLessThan(0.36)
    expect(patch.dotsLacking).toBeGreaterThan(34)
    expect(patch.dotsLacking).toBeLessThan(60)
  })

  test('of several, their dots are added up', () => {
    const parts = [seen(circle(0, 0, 50)), seen(circle(105, 0, 50))]
    const joined = joinedOutline(parts[0]!.outline, parts[1]!.outline)
    const { patch } = drawnPatch(joined, parts, null, same)
    expect(patch.dotsLacking).toBeGreaterThan(78)
    expect(patch.dotsLacking).toBeLessThan(95)
  })
})

describe('a drawn patch over the stages', () => {
  const outline = joinedOutline(circle(0, 0, 30), circle(70, 0, 30))
  const stage = (number: number, patches: SeenPatch[]): SeenStage => ({
    photoId: photoIdOf(number),
    patches,
    isJudgedAt: () => true,
    drawnAs: (ring, parts) => drawnPatch(ring, parts, null, same),
  })

  test('takes in all that is found within it, keeps its outline, and leaves the others their numbers', () => {
    const known = [
      { patchId: 'a', number: 1, isDark: false, outline, isDrawn: true },
      { patchId: 'b', number: 2, isDark: false, outline: [] },
    ]
    const stages = [
      stage(1, [seen(circle(0, 0, 30)), seen(circle(70, 0, 30)), seen(circle(400, 0, 30))]),
      stage(2, [seen(circle(72, 2, 28)), seen(circle(0, 0, 30), { kind: 'dark' })]),
    ]
    const tracks = trackPatches(stages, known)
    expect(tracks.map(({ number, seen: byPhoto }) => [number, [...byPhoto.keys()]])).toEqual([
      [1, [photoIdOf(1), photoIdOf(2)]],
      [2, []],
      [3, [photoIdOf(1)]],
      [4, [photoIdOf(2)]],
    ])
    expect(tracks[0]!.seen.get(photoIdOf(2))?.outline).toEqual(outline)
  })
})

describe('a decision on two merged patches', () => {
  const decision: PatchDecision = {
    patchId: patchIdSchema.parse('00000000-0000-4000-8000-000000000001'),
    treatmentId: photoOf(1).treatmentId,
    angle: 'top',
    number: 2,
    photoId: photoIdOf(1),
    quarterTurns: 0,
    outline: circle(0, 0, 30),
    zone: '',
    place: 'upper-left',
    kind: 'lightened',
    lightened: 0.3,
    areaMm2: 150,
    dotsLacking: 30,
    isScaleEstimated: false,
    seenAt: 'healed-1',
    decision: 'open',
    note: 'soft',
    touchUps: [],
  }
  const other: PatchDecision = {
    ...decision,
    patchId: patchIdSchema.parse('00000000-0000-4000-8000-000000000002'),
    number: 5,
    decision: 'accepted',
    note: '1 : 20',
    touchUps: [{ session: 'session-2', isDone: false }],
  }
  const shape = { ...decision, outline: circle(10, 0, 50), areaMm2: 400, dotsLacking: 70 }

  test('keeps what was planned and noted for either, once', () => {
    const [both, gone] = merged(decision, other, shape)
    expect(both).toMatchObject({
      number: 2,
      decision: 'accepted',
      isDrawn: true,
      areaMm2: 400,
      dotsLacking: 70,
      note: 'soft · 1 : 20',
      touchUps: [{ session: 'session-2', isDone: false }],
    })
    expect(gone).toMatchObject({ number: 5, decision: 'merged', touchUps: [] })
  })

  test('is done only where both are', () => {
    const done = { ...other, touchUps: [{ session: 'session-2' as const, isDone: true }] }
    expect(merged(done, other, shape)[0].touchUps).toEqual([{ session: 'session-2', isDone: false }])
    expect(merged(decision, done, shape)[0].touchUps).toEqual([{ session: 'session-2', isDone: true }])
  })
})
