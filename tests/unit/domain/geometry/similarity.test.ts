import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import {
  composeSimilarities,
  fitSimilarity,
  invertSimilarity,
  rotationDegreesOf,
  scaleOf,
  similarityAbout,
} from '../../../../shared/domain/geometry/similarity.ts'
import { applySimilarity } from '../../../../shared/domain/geometry/transform.ts'

const coordinate = fc.double({ min: -4000, max: 4000, noNaN: true })
const point = fc.record({ x: coordinate, y: coordinate })
const similarity = fc
  .tuple(point, point, fc.double({ min: 0.3, max: 3, noNaN: true }), fc.double({ min: -179, max: 179, noNaN: true }))
  .map(([centre, target, scale, degrees]) => similarityAbout(centre, target, scale, degrees))

describe('similarity', () => {
  test.prop([similarity, point])('its inverse leads back', (map, at) => {
    const back = applySimilarity(invertSimilarity(map), applySimilarity(map, at))
    expect(back.x).toBeCloseTo(at.x, 5)
    expect(back.y).toBeCloseTo(at.y, 5)
  })

  test.prop([similarity, similarity, point])('composing is applying one after the other', (outer, inner, at) => {
    const once = applySimilarity(composeSimilarities(outer, inner), at)
    const twice = applySimilarity(outer, applySimilarity(inner, at))
    expect(once.x).toBeCloseTo(twice.x, 4)
    expect(once.y).toBeCloseTo(twice.y, 4)
  })

  test.prop([similarity, fc.array(point, { minLength: 3, maxLength: 8 })])(
    'is found again from points',
    (map, points) => {
      const spread = Math.max(...points.map(({ x, y }) => Math.hypot(x - points[0]!.x, y - points[0]!.y)))
      fc.pre(spread > 10)
      const fitted = fitSimilarity(points.map((from) => ({ from, to: applySimilarity(map, from) })))
      expect(scaleOf(fitted!)).toBeCloseTo(scaleOf(map), 6)
      for (const from of points) {
        expect(applySimilarity(fitted!, from).x).toBeCloseTo(applySimilarity(map, from).x, 3)
        expect(applySimilarity(fitted!, from).y).toBeCloseTo(applySimilarity(map, from).y, 3)
      }
    },
  )

  test('says its scale and rotation', () => {
    const map = similarityAbout({ x: 5, y: 7 }, { x: 100, y: 50 }, 1.5, -20)
    expect(scaleOf(map)).toBeCloseTo(1.5, 9)
    expect(rotationDegreesOf(map)).toBeCloseTo(-20, 9)
    expect(applySimilarity(map, { x: 5, y: 7 })).toEqual({ x: expect.closeTo(100, 9), y: expect.closeTo(50, 9) })
  })

  test('one pair gives a translation, no pair and coinciding pairs give nothing', () => {
    expect(fitSimilarity([{ from: { x: 1, y: 2 }, to: { x: 4, y: 8 } }])).toEqual({ a: 1, b: 0, tx: 3, ty: 6 })
    expect(fitSimilarity([])).toBeUndefined()
    const at = { x: 3, y: 3 }
    expect(
      fitSimilarity([
        { from: at, to: at },
        { from: at, to: { x: 9, y: 9 } },
      ]),
    ).toBeUndefined()
  })
})
