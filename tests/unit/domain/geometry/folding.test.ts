import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { sampleField } from '../../../../shared/domain/geometry/displacement-field.ts'
import { isFolded, leastAreaShare } from '../../../../shared/domain/geometry/folding.ts'
import { isInside, pointsInside } from '../../../../shared/domain/geometry/points-inside.ts'
import { similarityAbout } from '../../../../shared/domain/geometry/similarity.ts'
import { identityTransform, rigidPart, type Transform } from '../../../../shared/domain/geometry/transform.ts'
import { transformFromLandmarks } from '../../../../shared/domain/geometry/transform-from-landmarks.ts'

const head = { centreX: 1000, centreY: 1200, radiusX: 400, radiusY: 500, angleDegrees: 20 }
const size = { widthPx: 2000, heightPx: 2400 }
const middle = { x: 1000, y: 1200 }
const widthPx = 200

/** A push by `lengthPx` reference pixels to the right about a place, as the moving photo of this scale and turn shows it. */
function push(lengthPx: number, scale: number, degrees: number, at = middle): Transform {
  const similarity = similarityAbout(middle, { x: 900, y: 1100 }, scale, degrees)
  const field = sampleField(size, 24, ({ x, y }) => {
    const length = lengthPx * Math.exp(-((x - at.x) ** 2 + (y - at.y) ** 2) / (2 * widthPx ** 2))
    return { x: similarity.a * length, y: similarity.b * length }
  })
  return { similarity, field }
}

const scale = fc.double({ min: 0.5, max: 2, noNaN: true })
const turn = fc.double({ min: -180, max: 180, noNaN: true })
const rate = fc.double({ min: -0.6, max: 0.6, noNaN: true })
/** A Gaussian’s steepest slope is its height over its width, times e^−½. */
const steepest = Math.exp(-0.5) / widthPx

describe('folding', () => {
  test.prop([scale, turn])('nothing folds without a local part', (factor, degrees) => {
    expect(leastAreaShare(rigidPart(push(900, factor, degrees)), head)).toBe(1)
    expect(isFolded(identityTransform, head)).toBe(false)
  })

  test.prop([rate, rate, rate, rate])('of an even stretch it is the determinant', (xx, xy, yx, yy) => {
    const field = sampleField(size, 24, ({ x, y }) => ({
      x: xx * (x - middle.x) + xy * (y - middle.y),
      y: yx * (x - middle.x) + yy * (y - middle.y),
    }))
    const determinant = (1 + xx) * (1 + yy) - xy * yx
    expect(leastAreaShare({ ...identityTransform, field }, head)).toBeCloseTo(determinant, 2)
  })

  test.prop([fc.double({ min: 0.1, max: 2, noNaN: true }), scale, turn])(
    'a push folds the photo exactly where its slope exceeds 1, whatever the scale and the turn',
    (slope, factor, degrees) => {
      const transform = push(slope / steepest, factor, degrees)
      expect(leastAreaShare(transform, head)).toBeCloseTo(1 - slope, 1)
      if (Math.abs(slope - 1) > 0.05) expect(isFolded(transform, head)).toBe(slope > 1)
    },
  )

  test('a fold outside the head doesn’t count', () => {
    const corner = { x: 150, y: 150 }
    expect(isFolded(push(2 / steepest, 1, 0, corner), head)).toBe(false)
    expect(isFolded(push(2 / steepest, 1, 0, corner), { ...head, centreX: 200, centreY: 200 })).toBe(true)
  })

  test('marks that change places fold the picture, marks that are a little off don’t', () => {
    const spots = [
      [800, 1000],
      [1200, 1000],
      [1200, 1400],
      [800, 1400],
      [1000, 1200],
    ].map(([x, y]) => ({ x: x!, y: y! }))
    const off = spots.map((spot, index) => ({
      reference: spot,
      moving: { x: spot.x + 9 * index, y: spot.y - 7 * index },
    }))
    expect(isFolded(transformFromLandmarks(off, size)!, head)).toBe(false)
    const swapped = spots.map((spot, index) => ({ reference: spot, moving: spots[[1, 0, 2, 3, 4][index]!]! }))
    expect(isFolded(transformFromLandmarks(swapped, size)!, head)).toBe(true)
  })
})

describe('points inside an ellipse', () => {
  test.prop([fc.double({ min: 0, max: 180, noNaN: true }), fc.double({ min: 100, max: 600, noNaN: true })])(
    'fill it: as many as its area holds',
    (angleDegrees, radiusX) => {
      const ellipse = { ...head, angleDegrees, radiusX }
      const points = [...pointsInside(ellipse, 12)]
      expect(points.every((point) => isInside(ellipse, point))).toBe(true)
      const area = Math.PI * radiusX * ellipse.radiusY
      expect((points.length * 12 ** 2) / area).toBeCloseTo(1, 1)
    },
  )
})
