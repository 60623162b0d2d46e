import { fc, test } from '@fast-check/vitest'
import { describe, expect, test as plainTest } from 'vitest'
import type { LandmarkPair } from '../../../shared/domain/alignment.ts'
import type { Point } from '../../../shared/domain/geometry/points.ts'
import { similarityAbout } from '../../../shared/domain/geometry/similarity.ts'
import { applySimilarity, type Similarity } from '../../../shared/domain/geometry/transform.ts'
import { heldOutErrors, misfitAmong, rootMeanSquare } from '../../../shared/domain/landmark-error.ts'

const headWidthPx = 1200

/** Three to eight places at least 40 px apart: one in each of some cells of a grid. */
const spreadPlaces = (fewest: number): fc.Arbitrary<Point[]> =>
  fc.uniqueArray(fc.integer({ min: 0, max: 24 }), { minLength: fewest, maxLength: 8 }).chain((cells) =>
    fc
      .array(fc.record({ x: fc.integer({ min: 0, max: 200 }), y: fc.integer({ min: 0, max: 200 }) }), {
        minLength: cells.length,
        maxLength: cells.length,
      })
      .map((offsets) =>
        cells.map((cell, index) => ({
          x: (cell % 5) * 240 + offsets[index]!.x,
          y: Math.floor(cell / 5) * 240 + offsets[index]!.y,
        })),
      ),
  )

const similarity: fc.Arbitrary<Similarity> = fc
  .record({
    scale: fc.double({ min: 0.7, max: 1.4, noNaN: true }),
    degrees: fc.double({ min: -30, max: 30, noNaN: true }),
    x: fc.double({ min: -200, max: 200, noNaN: true }),
    y: fc.double({ min: -200, max: 200, noNaN: true }),
  })
  .map(({ scale, degrees, x, y }) => similarityAbout({ x: 600, y: 600 }, { x: 600 + x, y: 600 + y }, scale, degrees))

const scatter = fc.array(
  fc.record({
    x: fc.double({ min: -20, max: 20, noNaN: true }),
    y: fc.double({ min: -20, max: 20, noNaN: true }),
  }),
  { minLength: 8, maxLength: 8 },
)

const pairsBy = (places: readonly Point[], by: Similarity): LandmarkPair[] =>
  places.map((reference) => ({ reference, moving: applySimilarity(by, reference) }))

const displaced = (pairs: readonly LandmarkPair[], shifts: readonly Point[]): LandmarkPair[] =>
  pairs.map(({ reference, moving }, index) => ({
    reference,
    moving: { x: moving.x + shifts[index]!.x, y: moving.y + shifts[index]!.y },
  }))

describe('held-out errors', () => {
  test.prop([spreadPlaces(3), similarity])('are 0 for exact marks of a similarity', (places, by) => {
    const errors = heldOutErrors(pairsBy(places, by), headWidthPx)
    expect(errors.map(({ index }) => index)).toEqual(places.map((_, index) => index))
    for (const { errorPercent } of errors) expect(errorPercent).toBeCloseTo(0, 4)
  })

  test.prop([spreadPlaces(4), similarity, fc.nat(), fc.double({ min: 0, max: 6.28, noNaN: true })])(
    'show a displaced mark by its very displacement, and name it as the one that doesn’t fit',
    (places, by, which, angle) => {
      const wrong = which % places.length
      const shift = { x: 60 * Math.cos(angle), y: 60 * Math.sin(angle) }
      const pairs = displaced(
        pairsBy(places, by),
        places.map((_, index) => (index === wrong ? shift : { x: 0, y: 0 })),
      )
      const error = heldOutErrors(pairs, headWidthPx)[wrong]!
      expect(error.errorPx).toBeCloseTo(60, 3)
      expect(error.errorPercent).toBeCloseTo(5, 3)
      expect(error.errorMm).toBeCloseTo(7.75, 3)
      expect(
        misfitAmong(
          pairs,
          places.map((_, index) => index),
        ),
      ).toBe(wrong)
    },
  )

  test.prop([
    spreadPlaces(3),
    similarity,
    scatter,
    fc.double({ min: 0.5, max: 3, noNaN: true }),
    fc.double({ min: -500, max: 500, noNaN: true }),
  ])('don’t change when both photos are shifted and enlarged together', (places, by, shifts, factor, shift) => {
    const pairs = displaced(pairsBy(places, by), shifts)
    const changed = ({ x, y }: Point) => ({ x: x * factor + shift, y: y * factor - shift })
    const changedPairs = pairs.map(({ reference, moving }) => ({
      reference: changed(reference),
      moving: changed(moving),
    }))
    const before = heldOutErrors(pairs, headWidthPx)
    const after = heldOutErrors(changedPairs, headWidthPx * factor)
    for (const [index, { errorPercent }] of before.entries())
      expect(after[index]?.errorPercent).toBeCloseTo(errorPercent, 3)
  })

  plainTest('need three pairs, and a misfit needs four: of three, any two agree', () => {
    const pairs = pairsBy(
      [
        { x: 0, y: 0 },
        { x: 100, y: 0 },
        { x: 0, y: 100 },
      ],
      { a: 1, b: 0, tx: 0, ty: 0 },
    )
    expect(heldOutErrors(pairs.slice(0, 2), headWidthPx)).toEqual([])
    expect(heldOutErrors(pairs, headWidthPx)).toHaveLength(3)
    expect(misfitAmong(pairs, [0, 1, 2])).toBeUndefined()
  })

  plainTest('say nothing of a pair when all others lie on one spot', () => {
    const spot = { reference: { x: 10, y: 10 }, moving: { x: 20, y: 20 } }
    const pairs = [spot, spot, { reference: { x: 300, y: 10 }, moving: { x: 310, y: 20 } }]
    expect(heldOutErrors(pairs, headWidthPx).map(({ index }) => index)).toEqual([0, 1])
  })

  plainTest('the root mean square weighs a far one more; nothing is 0', () => {
    expect(rootMeanSquare([])).toBe(0)
    expect(rootMeanSquare([3, 4])).toBeCloseTo(Math.sqrt(12.5), 9)
  })
})
