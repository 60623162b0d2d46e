import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { asShot, correctPixels, gainTable, toLinear } from '../../../../shared/domain/light/colour-correction.ts'
import type { LinearLight } from '../../../../shared/domain/light/linear-light.ts'
import {
  type MatchedLight,
  matchedLightSchema,
  matchLight,
  meetHalfway,
  stopsOf,
  warmthOf,
} from '../../../../shared/domain/light/match-light.ts'
import { lightVersion, type PairLight } from '../../../../shared/domain/light/pair-light.ts'

const channels = ['red', 'green', 'blue'] as const
const gain = fc.double({ min: 0.6, max: 1.6, noNaN: true })
const light = fc.record({ red: gain, green: gain, blue: gain })

function measured(ratio: LinearLight, about: Partial<Extract<PairLight, { kind: 'measured' }>> = {}): PairLight {
  return {
    kind: 'measured',
    lightVersion,
    source: 'face',
    ratio,
    luminanceRatio: 1,
    sampleCount: 40,
    spreadStops: 0.1,
    addedRedness: null,
    ...about,
  }
}

function matched(ratio: LinearLight, isRed = false, luminanceRatio = 1): MatchedLight {
  const match = matchLight(measured(ratio, { luminanceRatio }), isRed)
  if (match.kind !== 'matched') throw new Error(match.reason)
  return match
}

describe('matching the light of a pair', () => {
  test.prop([light])('makes the same skin look the same in both photos', (ratio) => {
    const { reference, moving } = matched(ratio)
    for (const channel of channels) expect((ratio[channel] * moving[channel]) / reference[channel]).toBeCloseTo(1, 12)
  })

  test.prop([light])('moves both photos by as much, one up and one down: swapped, the same', (ratio) => {
    const { reference, moving } = matched(ratio)
    const swapped = matched({ red: 1 / ratio.red, green: 1 / ratio.green, blue: 1 / ratio.blue })
    for (const channel of channels) {
      expect(reference[channel] * moving[channel]).toBeCloseTo(1, 12)
      expect(swapped.reference[channel]).toBeCloseTo(moving[channel], 12)
    }
  })

  test.prop([light, light])(
    'how the photos look beside each other doesn’t depend on the light they came with',
    (ratio, other) => {
      const wider = { red: ratio.red * other.red, green: ratio.green * other.green, blue: ratio.blue * other.blue }
      const [one, two] = [matched(ratio), matched(wider)]
      for (const channel of channels) {
        const beside = (match: MatchedLight, of: LinearLight) =>
          (of[channel] * match.moving[channel]) / match.reference[channel]
        expect(beside(one, ratio)).toBeCloseTo(beside(two, wider), 12)
      }
    },
  )

  test('leaves photos in the same light exactly as shot', () => {
    expect(matched(asShot)).toMatchObject({ reference: asShot, moving: asShot })
  })

  test.prop([light, gain])('with red skin changes exposure alone, by the skin’s luminance', (ratio, luminanceRatio) => {
    const { reference, moving, isColourMatched } = matched(ratio, true, luminanceRatio)
    expect(isColourMatched).toBe(false)
    for (const correction of [reference, moving]) {
      expect(correction.red).toBe(correction.green)
      expect(correction.blue).toBe(correction.green)
    }
    expect((moving.green / reference.green) * luminanceRatio).toBeCloseTo(1, 12)
  })

  test.prop([fc.double({ min: 4.1, max: 40, noNaN: true }), fc.constantFrom(...channels), fc.boolean()])(
    'refuses what would move a channel of a photo by more than a stop',
    (factor, channel, isDarker) => {
      const ratio = { ...asShot, [channel]: isDarker ? 1 / factor : factor }
      expect(matchLight(measured(ratio), false)).toEqual({ kind: 'unmatched', reason: 'too-different' })
    },
  )

  test.prop([light])('what it gives can be recorded', (ratio) => {
    expect(matchedLightSchema.parse(matched(ratio))).toEqual(matched(ratio))
  })

  test('says when patches of skin disagree, and passes on why nothing was measured', () => {
    expect(matchLight(measured(asShot, { spreadStops: 0.6 }), false)).toMatchObject({ isUneven: true })
    expect(matchLight(measured(asShot, { spreadStops: 0.3 }), false)).toMatchObject({ isUneven: false })
    const unmeasured = { kind: 'unmeasured', lightVersion, reason: 'too-little-skin' } as const
    expect(matchLight(unmeasured, false)).toEqual({ kind: 'unmatched', reason: 'too-little-skin' })
  })

  test.prop([fc.array(light, { minLength: 1, maxLength: 5 })])('brings any number of photos to one light', (ratios) => {
    const corrections = meetHalfway(ratios)
    for (const channel of channels) {
      const lights = ratios.map((ratio, index) => ratio[channel] * corrections[index]![channel])
      for (const each of lights) expect(each).toBeCloseTo(lights[0]!, 10)
      const product = corrections.reduce((all, correction) => all * correction[channel], 1)
      expect(product).toBeCloseTo(1, 10)
    }
  })

  test('tells brightness in stops and warmth by red against blue', () => {
    expect(stopsOf({ red: 2, green: 2, blue: 2 })).toBeCloseTo(1, 12)
    expect(stopsOf({ red: 0.5, green: 0.5, blue: 0.5 })).toBeCloseTo(-1, 12)
    expect(warmthOf({ red: 1.1, green: 1, blue: 0.9 })).toBeGreaterThan(0)
    expect(warmthOf({ red: 0.9, green: 1, blue: 1.1 })).toBeLessThan(0)
  })
})

describe('a correction', () => {
  const value = fc.integer({ min: 0, max: 255 })
  /** The linear lights that an 8-bit value stands for. */
  const around = (level: number) => [toLinear((level - 0.5) / 255), toLinear((level + 0.5) / 255)] as const

  test.prop([gain, value, value])(
    'keeps the ratio between any two pixels in linear light, as exactly as 8 bits can',
    (by, one, other) => {
      const table = gainTable(by)
      fc.pre(one > 3 && other > 3 && table[one]! < 255 && table[other]! < 255)
      for (const level of [one, other]) {
        const [least, most] = around(table[level]!)
        const light = by * toLinear(level / 255)
        expect(light).toBeGreaterThanOrEqual(least - 1e-12)
        expect(light).toBeLessThanOrEqual(most + 1e-12)
      }
    },
  )

  test.prop([gain, value, value])('never turns darker and brighter round', (by, one, other) => {
    const table = gainTable(by)
    if (one <= other) expect(table[one]).toBeLessThanOrEqual(table[other]!)
  })

  test('of one changes nothing, and opacity is never touched', () => {
    const every = Uint8ClampedArray.from({ length: 1024 }, (_, at) => at >> 2)
    const pixels = every.slice()
    correctPixels(pixels, asShot)
    expect(pixels).toEqual(every)
    correctPixels(pixels, { red: 1.4, green: 0.7, blue: 1.1 })
    for (let at = 3; at < pixels.length; at += 4) expect(pixels[at]).toBe(every[at])
    expect(pixels).not.toEqual(every)
  })
})
