import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import {
  lightnessChange,
  lightnessOf,
  lightnessPlane,
} from '../../../../shared/domain/comparison-pictures/lightness.ts'
import { asShot, correctPixels } from '../../../../shared/domain/light/colour-correction.ts'

const value = fc.integer({ min: 0, max: 255 })
const pixels = fc
  .array(fc.tuple(value, value, value), { minLength: 1, maxLength: 60 })
  .map((list) => Uint8ClampedArray.from(list.flatMap((rgb) => [...rgb, 255])))
const gain = fc.double({ min: 0.4, max: 2.5, noNaN: true })

describe('lightness', () => {
  test('is that of CIE L* for known colours', () => {
    // Lindbloom's calculator, sRGB D65: white, mid grey 119 (18.4 %), red, green, blue, black
    const known = [255, 255, 255, 255, 119, 119, 119, 255, 255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 0, 0, 0, 255]
    const lightness = [...lightnessPlane(Uint8ClampedArray.from(known))].map((hundredths) => hundredths / 100)
    const wanted = [100, 50.03, 53.24, 87.73, 32.3, 0]
    for (const [at, steps] of lightness.entries()) expect(Math.abs(steps - wanted[at]!)).toBeLessThan(0.06)
    expect(lightnessOf(0.184187)).toBeCloseTo(50, 1)
  })

  test.prop([value, value])('rises with every grey', (one, other) => {
    const [a, b] = lightnessPlane(Uint8ClampedArray.from([one, one, one, 255, other, other, other, 255]))
    expect(Math.sign(a! - b!)).toBe(Math.sign(one - other))
  })

  test.prop([pixels, gain, gain, gain])(
    'by a correction it is that of the corrected pixels, but for their rounding',
    (rgba, red, green, blue) => {
      const corrected = rgba.slice()
      correctPixels(corrected, { red, green, blue })
      const [direct, afterwards] = [lightnessPlane(rgba, { red, green, blue }), lightnessPlane(corrected)]
      for (const [at, steps] of direct.entries()) expect(Math.abs(steps - afterwards[at]!)).toBeLessThan(60)
    },
  )

  test.prop([pixels, pixels])('a change is minus the change the other way, and none against itself', (one, other) => {
    const length = 4 * Math.min(one.length, other.length) * 0.25
    const [a, b] = [one, other].map((rgba) => lightnessPlane(rgba.subarray(0, length), asShot)) as [
      Int16Array,
      Int16Array,
    ]
    const there = lightnessChange(a, b)
    expect([...there].map((change) => 0 - change)).toEqual([...lightnessChange(b, a)])
    expect(lightnessChange(a, a).every((change) => change === 0)).toBe(true)
  })
})
