import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { identityTransform } from '../../../../shared/domain/geometry/transform.ts'
import { gainTable } from '../../../../shared/domain/light/colour-correction.ts'
import type { LinearLight } from '../../../../shared/domain/light/linear-light.ts'
import { measureLightBetweenDots, measurePairLight } from '../../../../shared/domain/light/measure-pair.ts'
import type { PairLight } from '../../../../shared/domain/light/pair-light.ts'
import { reachIn, type SkinPicture } from '../../../../shared/domain/light/skin-picture.ts'
import { numbers } from '../../../numbers.ts'

const [widthPx, heightPx] = [240, 300]
const head = { centreX: 120, centreY: 110, radiusX: 70, radiusY: 85, angleDegrees: 0 }
const skin = [196, 158, 138] as const
const nothing = { untreated: [], treated: [] }
const whole = [
  { x: -1, y: -1 },
  { x: 400, y: -1 },
  { x: 400, y: 400 },
  { x: -1, y: 400 },
]

/** A head with a neck before a grey wall, grainy and shaded, its scalp dotted (every so many pixels). */
function drawn(dotEvery: number): SkinPicture {
  const random = numbers(1)
  const data = new Uint8Array(3 * widthPx * heightPx)
  const person = new Float32Array(widthPx * heightPx)
  const reach = reachIn(head)
  for (let y = 0, at = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, at++) {
      const isScalp = reach(x, y) <= 1
      const isNeck = !isScalp && y > 150 && Math.abs(x - 120) < 45
      person[at] = isScalp || isNeck ? 1 : 0
      const shade = 0.8 + 0.15 * Math.cos((x - 120) / 60) + 0.04 * random()
      const isDot = isScalp && dotEvery > 0 && (x + 3 * y) % dotEvery === 0
      for (let channel = 0; channel < 3; channel++)
        data[3 * at + channel] = Math.round((isScalp || isNeck ? skin[channel]! * shade : 120) * (isDot ? 0.5 : 1))
    }
  }
  return {
    data,
    widthPx,
    heightPx,
    fullWidthPx: widthPx,
    fullHeightPx: heightPx,
    head,
    person: { widthPx, heightPx, data: person },
    face: null,
  }
}

function lit(picture: SkinPicture, gains: LinearLight): SkinPicture {
  const tables = [gainTable(gains.red), gainTable(gains.green), gainTable(gains.blue)]
  return { ...picture, data: picture.data.map((value, index) => tables[index % 3]![value]!) }
}

function ratioOf(light: PairLight): LinearLight {
  if (light.kind !== 'measured') throw new Error(light.reason)
  return light.ratio
}

const gain = fc.double({ min: 0.55, max: 1.25, noNaN: true })
const gains = fc.record({ red: gain, green: gain, blue: gain })
const bare = drawn(0)
const dotted = drawn(5)

describe('measuring the light of two photos of a head', () => {
  test('two copies of a photo have exactly the same light', () => {
    expect(ratioOf(measurePairLight(bare, bare, identityTransform, nothing))).toEqual({ red: 1, green: 1, blue: 1 })
  })

  test.prop([gains], { numRuns: 6 })('a known change is found again on neck and ears', (known) => {
    const found = measurePairLight(bare, lit(bare, known), identityTransform, nothing)
    expect(found).toMatchObject({ source: 'ears-and-neck' })
    for (const channel of ['red', 'green', 'blue'] as const)
      expect(Math.abs(ratioOf(found)[channel] / known[channel] - 1)).toBeLessThan(0.01)
  })

  test.prop([gains, gains], { numRuns: 5 })('the light that both photos share makes no difference', (one, known) => {
    const both = { red: one.red * known.red, green: one.green * known.green, blue: one.blue * known.blue }
    const found = ratioOf(measurePairLight(lit(bare, one), lit(bare, both), identityTransform, nothing))
    for (const channel of ['red', 'green', 'blue'] as const)
      expect(Math.abs(found[channel] / known[channel] - 1)).toBeLessThan(0.02)
  })

  test('pigment in the scalp changes nothing', () => {
    const found = ratioOf(measurePairLight(bare, dotted, identityTransform, nothing))
    expect(found).toEqual({ red: 1, green: 1, blue: 1 })
  })

  test('skin that was drawn as treated isn’t used, and where nothing else is left nothing is said', () => {
    const found = measurePairLight(bare, bare, identityTransform, { untreated: [], treated: [whole] })
    expect(found).toMatchObject({ kind: 'unmeasured', reason: 'too-little-skin' })
  })

  test('skin that was drawn as untreated is used alone', () => {
    const forehead = [
      { x: 90, y: 60 },
      { x: 150, y: 60 },
      { x: 150, y: 110 },
      { x: 90, y: 110 },
    ]
    const known = { red: 0.8, green: 0.8, blue: 0.7 }
    const found = measurePairLight(bare, lit(bare, known), identityTransform, { untreated: [forehead], treated: [] })
    expect(found).toMatchObject({ source: 'drawn' })
    expect(ratioOf(found).blue).toBeCloseTo(0.7, 2)
  })

  test('photos that aren’t aligned and show no face have nothing in common', () => {
    expect(measurePairLight(bare, bare, null, nothing)).toMatchObject({ kind: 'unmeasured', reason: 'too-little-skin' })
  })

  test('what is burnt out says nothing', () => {
    const burnt = { ...bare, data: bare.data.map((value) => Math.min(255, value * 3)) }
    expect(measurePairLight(bare, burnt, identityTransform, nothing)).toMatchObject({ kind: 'unmeasured' })
  })

  test('between dots the skin has the light of bare skin, where its mean would be darker', () => {
    const known = { red: 0.8, green: 0.75, blue: 0.7 }
    const found = ratioOf(measureLightBetweenDots(bare, lit(dotted, known), identityTransform))
    for (const channel of ['red', 'green', 'blue'] as const)
      expect(Math.abs(found[channel] / known[channel] - 1)).toBeLessThan(0.03)
  })
})
