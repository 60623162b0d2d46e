import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { gaussianBumps, thinPlateSpline } from '../../../../shared/domain/geometry/thin-plate-spline.ts'

/** Places on a jittered grid: never on one line, never close together. */
const placedValues = fc
  .array(fc.tuple(...Array.from({ length: 4 }, () => fc.double({ min: -1, max: 1, noNaN: true }))), {
    minLength: 9,
    maxLength: 9,
  })
  .map((rows) =>
    rows.map(([jitterX, jitterY, x, y], index) => ({
      at: { x: 300 * (index % 3) + 80 * jitterX!, y: 300 * Math.floor(index / 3) + 80 * jitterY! },
      value: { x: 30 * x!, y: 30 * y! },
    })),
  )

describe('thin-plate spline', () => {
  test.prop([placedValues])('meets every value', (values) => {
    const spline = thinPlateSpline(values)!
    for (const { at, value } of values) {
      expect(spline(at).x).toBeCloseTo(value.x, 6)
      expect(spline(at).y).toBeCloseTo(value.y, 6)
    }
  })

  test.prop([placedValues, fc.tuple(...Array.from({ length: 6 }, () => fc.double({ min: -1, max: 1, noNaN: true })))])(
    'leaves an affine displacement as it is, everywhere',
    (values, [a, b, c, d, e, f]) => {
      const affine = ({ x, y }: { x: number; y: number }) => ({ x: a! * x + b! * y + c!, y: d! * x + e! * y + f! })
      const spline = thinPlateSpline(values.map(({ at }) => ({ at, value: affine(at) })))!
      for (const at of [
        { x: 123, y: 456 },
        { x: -900, y: 2000 },
      ]) {
        expect(spline(at).x).toBeCloseTo(affine(at).x, 4)
        expect(spline(at).y).toBeCloseTo(affine(at).y, 4)
      }
    },
  )

  test('needs three places that are not on one line', () => {
    const value = { x: 1, y: 1 }
    const line = [0, 1, 2, 3].map((i) => ({ at: { x: 100 * i, y: 50 * i }, value }))
    expect(thinPlateSpline(line)).toBeUndefined()
    expect(thinPlateSpline(line.slice(0, 2))).toBeUndefined()
  })
})

describe('bumps', () => {
  test.prop([placedValues])('meet every value and fade away from them', (values) => {
    const bumps = gaussianBumps(values, 90)!
    for (const { at, value } of values) {
      expect(bumps(at).x).toBeCloseTo(value.x, 6)
      expect(bumps(at).y).toBeCloseTo(value.y, 6)
    }
    expect(Math.hypot(bumps({ x: 3000, y: 3000 }).x, bumps({ x: 3000, y: 3000 }).y)).toBeLessThan(1e-6)
  })
})
