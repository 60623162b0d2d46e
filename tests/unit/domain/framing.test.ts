import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { faintEdges } from '../../../shared/domain/framing/faint-edges.ts'
import { headFramingOf } from '../../../shared/domain/framing/head-framing.ts'

const frame = { widthPx: 3000, heightPx: 4000 }
const upright = { centreX: 1499.5, centreY: 1599.5, radiusX: 800, radiusY: 1200, angleDegrees: 0 }
const degrees = (angle: number) => (angle * Math.PI) / 180

describe('how a head stands in a photo', () => {
  test('its height, middle and tilt', () => {
    expect(headFramingOf(upright, frame)).toEqual({
      heightPercent: 60,
      middlePercent: { x: 50, y: 40 },
      tiltDegrees: 0,
    })
    expect(headFramingOf({ ...upright, angleDegrees: 4 }, frame).tiltDegrees).toBeCloseTo(4)
    expect(headFramingOf({ ...upright, angleDegrees: -7 }, frame).tiltDegrees).toBeCloseTo(-7)
    expect(headFramingOf({ ...upright, angleDegrees: 90 }, frame).heightPercent).toBeCloseTo(40)
  })

  test('a round outline has no tilt', () => {
    expect(headFramingOf({ ...upright, radiusX: 1190 }, frame).tiltDegrees).toBeNull()
  })

  const radius = fc.double({ min: 50, max: 1500, noNaN: true })
  const angle = fc.double({ min: -400, max: 400, noNaN: true })
  property.prop([radius, radius, angle])(
    'the height is that of the outline’s highest and lowest point; the tilt stays the same by quarter turns',
    (radiusX, radiusY, angleDegrees) => {
      const head = { ...upright, radiusX, radiusY, angleDegrees }
      const { heightPercent, tiltDegrees } = headFramingOf(head, frame)
      let highest = 0
      for (let step = 0; step < 720; step++) {
        const at = degrees(step / 2)
        const y =
          radiusX * Math.cos(at) * Math.sin(degrees(angleDegrees)) +
          radiusY * Math.sin(at) * Math.cos(degrees(angleDegrees))
        highest = Math.max(highest, Math.abs(y))
      }
      expect((heightPercent / 100) * frame.heightPx).toBeGreaterThanOrEqual(2 * highest - 1e-6)
      expect((heightPercent / 100) * frame.heightPx).toBeLessThan(2 * highest * 1.001 + 1e-6)
      if (tiltDegrees === null) return
      expect(Math.abs(tiltDegrees)).toBeLessThanOrEqual(45)
      expect(Math.abs(Math.sin(degrees(2 * (tiltDegrees - angleDegrees))))).toBeLessThan(1e-6)
    },
  )
})

describe('faint edges', () => {
  const size = { widthPx: 40, heightPx: 30 }
  const pictureOf = (grey: (x: number, y: number) => number) =>
    Uint8ClampedArray.from({ length: size.widthPx * size.heightPx * 4 }, (_, at) => {
      const pixel = at >> 2
      return at % 4 === 3 ? 255 : grey(pixel % size.widthPx, Math.floor(pixel / size.widthPx))
    })

  test('lie where dark meets light, and nowhere else', () => {
    const edges = faintEdges(
      pictureOf((x) => (x < 20 ? 40 : 200)),
      size,
    )
    const columns = Array.from({ length: size.widthPx }, (_, x) => edges[15 * size.widthPx + x]!)
    expect(Math.max(...columns.slice(18, 22))).toBe(150)
    expect([...columns.slice(0, 15), ...columns.slice(25)].every((opacity) => opacity === 0)).toBe(true)
  })

  test('an even picture has none', () => {
    expect(
      faintEdges(
        pictureOf(() => 128),
        size,
      ).every((opacity) => opacity === 0),
    ).toBe(true)
    expect(() => faintEdges(new Uint8ClampedArray(4), size)).toThrow(RangeError)
  })
})
