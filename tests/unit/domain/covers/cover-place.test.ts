import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import {
  atPlace,
  type CoverPlace,
  carriedPlace,
  corneredPlace,
  facingPlace,
  fromView,
  inView,
  movedPlace,
  scaledPlace,
  turnedPlace,
} from '../../../../shared/domain/covers/cover-place.ts'
import { placesOfFace, placesToStartFrom, scaledPlaces } from '../../../../shared/domain/covers/face-places.ts'
import { similarityAbout } from '../../../../shared/domain/geometry/similarity.ts'
import { applySimilarity } from '../../../../shared/domain/geometry/transform.ts'
import { type FaceDetection, movedFace } from '../../../../shared/domain/registration/face-detection.ts'
import { meshPointCount } from '../../../../shared/domain/registration/face-points.ts'

const place: CoverPlace = { centreX: 200, centreY: 150, halfWidth: 60, halfHeight: 20, angleDegrees: 10 }
const moves = fc
  .record({
    scale: fc.double({ min: 0.3, max: 3, noNaN: true }),
    degrees: fc.double({ min: -170, max: 170, noNaN: true }),
    x: fc.double({ min: -500, max: 500, noNaN: true }),
  })
  .map(({ scale, degrees, x }) => ({
    scale,
    degrees,
    map: similarityAbout({ x: 200, y: 150 }, { x, y: 90 }, scale, degrees),
  }))
const upright = (degrees: number) => ((((degrees + 180) % 360) + 360) % 360) - 180
const expectSame = (one: CoverPlace, other: CoverPlace) => {
  for (const key of ['centreX', 'centreY', 'halfWidth', 'halfHeight'] as const)
    expect(one[key]).toBeCloseTo(other[key], 5)
  expect(Math.abs(upright(one.angleDegrees - other.angleDegrees))).toBeLessThan(1e-5)
}

/** Seen from the front: 60 px between the eyes, the mouth 65 px below them. */
const face: FaceDetection = {
  score: 0.95,
  centre: { x: 200, y: 180 },
  width: 140,
  height: 140,
  rightEye: { x: 170, y: 150 },
  leftEye: { x: 230, y: 150 },
  nose: { x: 200, y: 185 },
  mouth: { x: 200, y: 215 },
  rightEar: { x: 130, y: 160 },
  leftEar: { x: 270, y: 160 },
}
/** A mesh on an oval, with its eyes, brows and chin where the face has them. */
const points = Array.from({ length: meshPointCount }, (_, index) => ({
  x: 200 + 68 * Math.cos(index),
  y: 180 + 85 * Math.sin(index),
}))
for (const [index, x, y] of [
  [33, 155, 150],
  [133, 184, 150],
  [362, 216, 150],
  [263, 245, 150],
  [152, 200, 265],
  ...[70, 63, 105, 66, 107].map((brow, at) => [brow, 145 + 10 * at, 130] as const),
  ...[336, 296, 334, 293, 300].map((brow, at) => [brow, 215 + 10 * at, 130] as const),
] as const)
  points[index] = { x, y }
const mesh = { points, confidence: 1 }

describe('the place of a cover', () => {
  test.prop([moves])('moves, turns and grows as the picture does, and comes back', ({ scale, degrees, map }) => {
    const carried = carriedPlace(place, (point) => applySimilarity(map, point))
    const { x, y } = applySimilarity(map, { x: 200, y: 150 })
    expectSame(carried, {
      centreX: x,
      centreY: y,
      halfWidth: 60 * scale,
      halfHeight: 20 * scale,
      angleDegrees: 10 + degrees,
    })
  })

  test('is drawn where the view of a pane shows it, and back', () => {
    const view = { centreX: 100, centreY: 80, scale: 1.7, widthPx: 300, heightPx: 201 }
    expect(inView(view, { x: 100, y: 80 })).toEqual({ x: 149.5, y: 100 })
    expect(fromView(view, inView(view, { x: 12, y: 34 }))).toEqual({ x: expect.closeTo(12), y: expect.closeTo(34) })
  })

  test('is moved, drawn larger, turned and drawn by its corner', () => {
    expect(movedPlace(place, { x: 5, y: -3 })).toEqual({ ...place, centreX: 205, centreY: 147 })
    expect(scaledPlace(place, 2, 0.5)).toEqual({ ...place, halfWidth: 120, halfHeight: 10 })
    expect(scaledPlace(place, 1e-6, 1e-6).halfHeight).toBeGreaterThan(0)
    expect(turnedPlace(place, 175).angleDegrees).toBe(-175)
    expectSame(corneredPlace(place, atPlace(place, 1, 1)), place)
    expectSame(facingPlace(place, atPlace(place, 0, -1)), place)
    expect(corneredPlace(place, { x: 0, y: 0 }).halfWidth).toBeGreaterThan(0)
  })
})

describe('the places of a face', () => {
  test.prop([moves])('turn and grow with it', ({ scale, map }) => {
    const move = (point: { x: number; y: number }) => applySimilarity(map, point)
    for (const seen of [mesh, undefined]) {
      const straight = placesOfFace(face, seen)
      const moved = placesOfFace(movedFace(face, move, scale), seen && { ...seen, points: seen.points.map(move) })
      expectSame(moved.eyes, carriedPlace(straight.eyes, move))
      expectSame(moved.face, carriedPlace(straight.face, move))
    }
  })

  test.each([
    ['by the mesh', mesh],
    ['by the detector alone', undefined],
  ])('go beyond the eyes by a third of their distance and more, and leave the hairline free, %s', (_, seen) => {
    const { eyes, face: whole } = placesOfFace(face, seen)
    // outer corners of the eyes at 155 and 245
    expect(eyes.centreX - eyes.halfWidth).toBeLessThan(155 - 0.33 * 60)
    expect(eyes.centreX + eyes.halfWidth).toBeGreaterThan(245 + 0.33 * 60)
    expect(eyes.centreY - eyes.halfHeight).toBeLessThan(130)
    expect(eyes.centreY + eyes.halfHeight).toBeGreaterThan(150 + 15)
    expect(whole.centreY - whole.halfHeight).toBeLessThan(130)
    expect(whole.centreY - whole.halfHeight).toBeGreaterThan(105)
    expect(whole.centreY + whole.halfHeight).toBeGreaterThan(260)
    expect(whole.centreX - whole.halfWidth).toBeLessThan(135)
  })

  test('in a larger copy of the photo are larger', () => {
    const { eyes } = placesOfFace(face, mesh)
    expectSame(
      scaledPlaces({ eyes, face: eyes }, 2).eyes,
      carriedPlace(eyes, ({ x, y }) => ({ x: 2 * x + 0.5, y: 2 * y + 0.5 })),
    )
  })

  test('that nobody found begin in the middle of what is seen', () => {
    const start = placesToStartFrom({ centreX: 300, centreY: 200, scale: 2, widthPx: 400, heightPx: 600 })
    expect(start.eyes).toMatchObject({ centreX: 300, centreY: 200, halfWidth: 40 })
  })
})
