import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { paintDifference, paintHeatMap } from '../../../../shared/domain/comparison-pictures/change-pictures.ts'
import { seenIn } from '../../../../shared/domain/comparison-pictures/comparable-part.ts'
import { smoothedChange } from '../../../../shared/domain/comparison-pictures/smoothed-change.ts'

const size = { widthPx: 64, heightPx: 48 }
const pixels = size.widthPx * size.heightPx
/** Blue at one end, green in the middle, red at the other: no greys. */
const ramp = Uint8Array.from({ length: 768 }, (_, at) => {
  const place = Math.floor(at / 3)
  return [place, 255 - 2 * Math.abs(place - 127.5), 255 - place][at % 3]!
})
const facts = (seen: number) => ({
  size,
  lightness: Int16Array.from({ length: pixels }, (_, at) => (at * 37) % 10001),
  part: new Uint8Array(pixels).fill(seen),
})
/** A change of the same steps everywhere, as it comes out of averaging. */
const even = (by: number) =>
  smoothedChange(new Int16Array(pixels).fill(100 * by), new Uint8Array(pixels).fill(seenIn.both), size, 4)
const isNeutral = (rgba: Uint8ClampedArray, at: number) =>
  rgba[4 * at] === rgba[4 * at + 1] && rgba[4 * at] === rgba[4 * at + 2]
const everyPixel = (rgba: Uint8ClampedArray, holds: (at: number) => boolean) =>
  Array.from({ length: rgba.length / 4 }, (_, at) => at).every(holds)
const steps = fc.integer({ min: -100, max: 100 })
const tolerance = fc.integer({ min: 0, max: 20 })

describe('the picture of a difference', () => {
  test.prop([steps, tolerance])('is neutral up to the tolerance and coloured beyond it', (change, tolerated) => {
    const rgba = paintDifference(facts(seenIn.both), even(change), tolerated, ramp)
    expect(everyPixel(rgba, (at) => isNeutral(rgba, at) === Math.abs(change) <= tolerated)).toBe(true)
    expect(everyPixel(rgba, (at) => rgba[4 * at + 3] === 255)).toBe(true)
  })

  test.prop([steps, tolerance])('doesn’t ask which photo is the lighter one', (change, tolerated) => {
    const paint = (by: number) => paintDifference(facts(seenIn.both), even(by), tolerated, ramp)
    const [one, other] = [paint(change), paint(0 - change)]
    expect(one.every((value, at) => value === other[at])).toBe(true)
  })

  test('far beyond the tolerance it is the scale’s own colour', () => {
    const rgba = paintDifference(facts(seenIn.both), even(15), 4, ramp)
    expect([...rgba.subarray(0, 3)]).toEqual([...ramp.subarray(3 * 128, 3 * 128 + 3)])
  })
})

describe('the heat map of a change', () => {
  const heat = (change: number, tolerated: number, opacity = 1) => {
    return paintHeatMap(facts(seenIn.both), even(change), { tolerance: tolerated, opacity }, ramp)
  }

  test.prop([fc.integer({ min: 1, max: 60 }), tolerance], { numRuns: 30 })(
    'is from one half of the scale where it is darker, from the other where it is lighter',
    (change, tolerated) => {
      const [lighter, darker] = [heat(change, tolerated), heat(0 - change, tolerated)]
      const isSeen = change > tolerated
      expect(everyPixel(lighter, (at) => lighter[4 * at]! > lighter[4 * at + 2]! === isSeen)).toBe(true)
      expect(everyPixel(darker, (at) => darker[4 * at]! < darker[4 * at + 2]! === isSeen)).toBe(true)
    },
  )

  test('grows fainter with its opacity until the dimmed photo is left', () => {
    const saturation = (rgba: Uint8ClampedArray) => Math.abs(rgba[0]! - rgba[2]!)
    const strengths = [1, 0.6, 0.2].map((opacity) => saturation(heat(15, 2, opacity)))
    expect(strengths[0]!).toBeGreaterThan(strengths[1]!)
    expect(strengths[1]!).toBeGreaterThan(strengths[2]!)
    expect(saturation(heat(15, 2, 0))).toBe(0)
  })
})

test('what only the reference shows is hatched in greys, what neither shows stays empty', () => {
  const change = even(50)
  const hatched = paintDifference(facts(seenIn.reference), change, 0, ramp)
  expect(everyPixel(hatched, (at) => isNeutral(hatched, at))).toBe(true)
  const greys = new Set(Array.from({ length: pixels }, (_, at) => hatched[4 * at]))
  expect(greys.size).toBe(2)
  const empty = paintDifference(facts(seenIn.neither), change, 0, ramp)
  expect(empty.every((value) => value === 0)).toBe(true)
})
