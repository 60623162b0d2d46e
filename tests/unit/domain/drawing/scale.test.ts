import { fc, test as property } from '@fast-check/vitest'
import { afterEach, expect, test } from 'vitest'
import { kindName, scaleThingName } from '../../../../shared/domain/drawing-words.ts'
import {
  type KnownThing,
  knownSizesMm,
  lengthInWords,
  lengthOf,
  mmPerPixel,
  photoScaleSchema,
} from '../../../../shared/domain/scale.ts'
import { speak } from '../../../../shared/words/translate.ts'

afterEach(() => speak('en'))

const from = { x: 100, y: 100 }
const length = fc.double({ min: 20, max: 4000, noNaN: true })
const angle = fc.double({ min: 0, max: 6.28, noNaN: true })
const along = (lengthPx: number, turn: number) => ({
  x: from.x + lengthPx * Math.cos(turn),
  y: from.y + lengthPx * Math.sin(turn),
})

property.prop([length, angle, length, angle, fc.double({ min: 1, max: 300, noNaN: true })])(
  'a line as long as the scale’s is as many millimetres, whatever way it runs; others in proportion',
  (scalePx, scaleTurn, linePx, lineTurn, lengthMm) => {
    const ruler = { mmPerPixel: mmPerPixel({ from, to: along(scalePx, scaleTurn), lengthMm }), headWidthPx: 900 }
    expect(lengthOf(from, along(scalePx, lineTurn), ruler).value / lengthMm).toBeCloseTo(1, 6)
    const measured = lengthOf(from, along(linePx, lineTurn), ruler)
    expect(measured.unit).toBe('mm')
    expect(measured.value / ((linePx / scalePx) * lengthMm)).toBeCloseTo(1, 6)
  },
)

test('without a scale a length is told in per cent of the head’s width and says so, without a head in pixels', () => {
  const to = { x: 340, y: 100 }
  expect(lengthInWords(lengthOf(from, to, { mmPerPixel: null, headWidthPx: 1200 }))).toBe('20.0 % of the head’s width')
  expect(lengthInWords(lengthOf(from, to, { mmPerPixel: null, headWidthPx: null }))).toBe('240 px of the photo')
  expect(lengthInWords(lengthOf(from, to, { mmPerPixel: 0.1, headWidthPx: 1200 }))).toBe('24.0 mm')
  speak('de')
  expect(lengthInWords({ unit: 'mm', value: 24.25 })).toBe('24,3 mm')
  expect(lengthInWords({ unit: 'head', value: 20 })).toBe('20,0 % der Kopfbreite')
  expect(kindName('treated')).toBe('Behandelte Zone')
})

test.each(Object.keys(knownSizesMm) as KnownThing[])('the size of a thing (%s) can be a scale', (by) => {
  const scale = { from, to: { x: 300, y: 100 }, lengthMm: knownSizesMm[by], by, quarterTurns: 0 }
  expect(photoScaleSchema.parse(scale)).toEqual(scale)
  expect(scaleThingName(by)).not.toBe('')
})

test.each([0, -3, 0.1, 5000, Number.NaN])('a length of %d mm is no scale', (lengthMm) => {
  const scale = { from, to: { x: 300, y: 100 }, lengthMm, by: 'length', quarterTurns: 0 }
  expect(photoScaleSchema.safeParse(scale).success).toBe(false)
})
