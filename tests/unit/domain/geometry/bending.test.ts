import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import {
  bentGrid,
  exaggerationFor,
  longestBendingPercent,
  regularGrid,
} from '../../../../shared/domain/geometry/bending.ts'
import { sampleField } from '../../../../shared/domain/geometry/displacement-field.ts'
import { similarityAbout } from '../../../../shared/domain/geometry/similarity.ts'
import { rigidPart, type Transform, toMoving } from '../../../../shared/domain/geometry/transform.ts'

const head = { centreX: 1000, centreY: 1200, radiusX: 400, radiusY: 500, angleDegrees: 20 }
const size = { widthPx: 2000, heightPx: 2400 }
const middle = { x: 1000, y: 1200 }

/** A displacement that is longest, this many moving pixels to the right, in the middle of the head. */
function bump(lengthPx: number, scale: number, rotationDegrees = 0): Transform {
  const similarity = similarityAbout(middle, { x: 900, y: 1100 }, scale, rotationDegrees)
  const field = sampleField(size, 24, ({ x, y }) => ({
    x: lengthPx * Math.exp(-((x - 1000) ** 2 + (y - 1200) ** 2) / (2 * 250 ** 2)),
    y: 0,
  }))
  return { similarity, field }
}

const scale = fc.double({ min: 0.5, max: 2, noNaN: true })
const turn = fc.double({ min: -180, max: 180, noNaN: true })
const length = fc.double({ min: 1, max: 40, noNaN: true })

describe('bending', () => {
  test.prop([length, scale, turn])(
    'the longest displacement is measured in the reference’s head width, whatever the scale and the turn',
    (lengthPx, factor, degrees) => {
      expect(longestBendingPercent(bump(lengthPx * factor, factor, degrees), head)).toBeCloseTo(lengthPx / 8, 1)
    },
  )

  test.prop([scale, turn])('without a local part nothing is bent', (factor, degrees) => {
    const rigid = rigidPart(bump(20, factor, degrees))
    expect(longestBendingPercent(rigid, head)).toBe(0)
    const [straight, bent] = [regularGrid(head).flat(), bentGrid(rigid, head, 10)]
    const apart = bent.flat().map(({ x, y }, index) => Math.hypot(x - straight[index]!.x, y - straight[index]!.y))
    expect(Math.max(...apart)).toBeLessThan(1e-6)
  })

  test.prop([length, scale])(
    'a bent point is where the transform draws that spot of the moving photo',
    (lengthPx, s) => {
      const transform = bump(lengthPx, s)
      const [straight, bent] = [regularGrid(head), bentGrid(transform, head, 1)]
      const line = straight.length >> 1
      const place = straight[line]!.length >> 1
      const drawn = toMoving(transform, bent[line]![place]!)
      const spot = toMoving(rigidPart(transform), straight[line]![place]!)
      expect(drawn.x).toBeCloseTo(spot.x, 2)
      expect(drawn.y).toBeCloseTo(spot.y, 2)
    },
  )

  test('exaggerating lengthens every displacement by the same factor', () => {
    const transform = bump(30, 1.2, 15)
    const straight = regularGrid(head)
    const [once, fivefold] = [bentGrid(transform, head, 1), bentGrid(transform, head, 5)]
    for (const [index, line] of straight.entries()) {
      for (const [place, { x, y }] of line.entries()) {
        expect(fivefold[index]![place]!.x - x).toBeCloseTo(5 * (once[index]![place]!.x - x), 6)
        expect(fivefold[index]![place]!.y - y).toBeCloseTo(5 * (once[index]![place]!.y - y), 6)
      }
    }
  })

  test('the grid keeps to the head', () => {
    for (const { x, y } of regularGrid(head).flat())
      expect(Math.hypot(x - head.centreX, y - head.centreY)).toBeLessThanOrEqual(500 + 1e-9)
    expect(regularGrid(head).length).toBeGreaterThan(25)
  })

  test.prop([fc.double({ min: 0, max: 10, noNaN: true })])(
    'what is drawn stays shorter than 12 % of the head',
    (percent) => {
      expect(exaggerationFor(percent) * percent).toBeLessThanOrEqual(Math.max(12, percent))
    },
  )

  test('a usual bending is drawn five times too long', () => {
    expect([0.3, 2.1, 5.8, 8].map(exaggerationFor)).toEqual([20, 5, 2, 1])
  })
})
