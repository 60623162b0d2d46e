import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { applySimilarity } from '../../../../shared/domain/geometry/transform.ts'
import { cutPatch, patchPlace, type RgbPicture } from '../../../../shared/domain/registration/rgb-patch.ts'

/** Red grows to the right, green downwards, blue is constant. */
function ramp(widthPx: number, heightPx: number): RgbPicture {
  const data = new Uint8Array(3 * widthPx * heightPx)
  for (let i = 0; i < widthPx * heightPx; i++) data.set([i % widthPx, Math.floor(i / widthPx), 77], 3 * i)
  return { data, widthPx, heightPx }
}

describe('patchPlace', () => {
  test.prop([
    fc.double({ min: -500, max: 500, noNaN: true }),
    fc.double({ min: 1, max: 2000, noNaN: true }),
    fc.double({ min: -180, max: 180, noNaN: true }),
  ])('the patch’s middle shows the centre, its side covers the given length', (x, side, angle) => {
    const place = patchPlace({ x, y: 3 }, side, angle, 64)
    const middle = applySimilarity(place, { x: 31.5, y: 31.5 })
    expect(middle.x).toBeCloseTo(x, 6)
    expect(middle.y).toBeCloseTo(3, 6)
    expect(Math.hypot(place.a, place.b) * 64).toBeCloseTo(side, 6)
  })
})

describe('cutPatch', () => {
  test.each([0.5, 1, 2, 3.5, 5])('shows the picture’s own values at a scale of %d', (scale) => {
    const place = patchPlace({ x: 100, y: 120 }, 16 * scale, 30, 16)
    const patch = cutPatch(ramp(200, 240), place, 16)
    for (const [x, y] of [
      [0, 0],
      [15, 3],
      [8, 15],
    ] as const) {
      const at = applySimilarity(place, { x, y })
      expect(patch[3 * (16 * y + x)]).toBeCloseTo(at.x, 0)
      expect(patch[3 * (16 * y + x) + 1]).toBeCloseTo(at.y, 0)
      expect(patch[3 * (16 * y + x) + 2]).toBeCloseTo(77, 3)
    }
  })

  test('is black beyond the picture', () => {
    const patch = cutPatch(ramp(10, 10), patchPlace({ x: 100, y: 100 }, 20, 0, 8), 8)
    expect(patch.every((value) => value === 0)).toBe(true)
  })
})
