import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { LinearLight } from '../../../../shared/domain/light/linear-light.ts'
import { pairLightBetweenDots, pairLightOf, type RegionSamples } from '../../../../shared/domain/light/pair-light.ts'
import type { SkinSample } from '../../../../shared/domain/light/pair-samples.ts'

const none: RegionSamples = { drawn: [], face: [], beside: [], scalp: [] }
const skin = { red: 0.5, green: 0.3, blue: 0.22 }

/** Patches of skin of differing brightness, the moving photo's light changed by a ratio. */
function patches(count: number, ratio: LinearLight): SkinSample[] {
  return Array.from({ length: count }, (_, index) => {
    const shade = 0.5 + (index % 7) / 10
    const reference = { red: skin.red * shade, green: skin.green * shade, blue: skin.blue * shade }
    return {
      reference,
      moving: {
        red: reference.red * ratio.red,
        green: reference.green * ratio.green,
        blue: reference.blue * ratio.blue,
      },
    }
  })
}

const factor = fc.double({ min: 0.4, max: 2.5, noNaN: true })
const ratio = fc.record({ red: factor, green: factor, blue: factor })
const exact = (light: ReturnType<typeof pairLightOf>) => {
  if (light.kind !== 'measured') throw new Error(light.reason)
  return light
}

describe('the light of a pair', () => {
  test.prop([ratio])('is the ratio of its patches, whatever their shade', (of) => {
    const light = exact(pairLightOf({ ...none, face: patches(30, of) }))
    for (const channel of ['red', 'green', 'blue'] as const) expect(light.ratio[channel]).toBeCloseTo(of[channel], 10)
    expect(light.spreadStops).toBeCloseTo(0, 10)
  })

  test.prop([ratio, ratio])('isn’t moved by a third of patches that show something else', (of, other) => {
    const light = exact(
      pairLightOf({ ...none, face: [...patches(28, of), ...patches(13, { ...other, green: of.green })] }),
    )
    for (const channel of ['red', 'green', 'blue'] as const) expect(light.ratio[channel]).toBeCloseTo(of[channel], 10)
  })

  test('of face and neck counts both alike, however many patches each has', () => {
    const [brighter, darker] = [
      patches(20, { red: 1.2, green: 1.2, blue: 1.2 }),
      patches(400, { red: 1, green: 1, blue: 1 }),
    ]
    const light = exact(pairLightOf({ ...none, face: brighter, beside: darker }))
    expect(light).toMatchObject({ source: 'face-and-neck', sampleCount: 420 })
    expect(light.ratio.green).toBeCloseTo(Math.sqrt(1.2), 10)
  })

  test('is measured in drawn zones alone where there are any', () => {
    const drawn = patches(20, { red: 1.5, green: 1.5, blue: 1.5 })
    const light = exact(pairLightOf({ ...none, drawn, face: patches(40, { red: 1, green: 1, blue: 1 }) }))
    expect(light).toMatchObject({ source: 'drawn', sampleCount: 20 })
    expect(light.ratio.red).toBeCloseTo(1.5, 10)
  })

  test('is never measured on the scalp, unless nothing else can be and that is asked for', () => {
    const scalp = patches(500, { red: 1, green: 1, blue: 1 })
    expect(pairLightOf({ ...none, scalp })).toMatchObject({ kind: 'unmeasured', reason: 'too-little-skin' })
    expect(pairLightBetweenDots(scalp)).toMatchObject({ kind: 'measured', source: 'between-dots', addedRedness: null })
    expect(pairLightBetweenDots(scalp.slice(0, 5))).toMatchObject({ kind: 'unmeasured', reason: 'too-little-skin' })
  })

  test('isn’t told from a few patches', () => {
    expect(pairLightOf({ ...none, face: patches(11, skin) })).toMatchObject({ reason: 'too-little-skin' })
    expect(pairLightOf({ ...none, face: patches(12, skin) })).toMatchObject({ kind: 'measured' })
  })

  test('isn’t told where it falls from different sides', () => {
    const [left, right] = [patches(20, { red: 2, green: 2, blue: 2 }), patches(20, { red: 0.5, green: 0.5, blue: 0.5 })]
    expect(pairLightOf({ ...none, face: [...left, ...right] })).toMatchObject({ kind: 'unmeasured', reason: 'uneven' })
    expect(pairLightOf({ ...none, face: left, beside: right })).toMatchObject({ kind: 'unmeasured', reason: 'uneven' })
  })

  test.prop([ratio])('knows a scalp that got redder from a light that got warmer', (of) => {
    const redder = { red: of.red, green: of.green * Math.exp(-0.15), blue: of.blue }
    const light = exact(pairLightOf({ ...none, beside: patches(40, of), scalp: patches(200, redder) }))
    expect(light.addedRedness).toBeCloseTo(0.15, 10)
    expect(exact(pairLightOf({ ...none, beside: patches(40, of) })).addedRedness).toBeNull()
  })
})
