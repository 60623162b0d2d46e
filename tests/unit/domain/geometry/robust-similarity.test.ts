import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { robustSimilarity } from '../../../../shared/domain/geometry/robust-similarity.ts'
import { rotationDegreesOf, scaleOf, similarityAbout } from '../../../../shared/domain/geometry/similarity.ts'
import { applySimilarity } from '../../../../shared/domain/geometry/transform.ts'

const numbers = (seed: number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

describe('robust similarity', () => {
  test.prop(
    [
      fc.double({ min: 0.7, max: 1.4, noNaN: true }),
      fc.double({ min: -30, max: 30, noNaN: true }),
      fc.integer({ min: 0, max: 2 ** 31 }),
    ],
    { numRuns: 20 },
  )('finds 40 pairs with 1 px of noise among 60 wrong ones', (scale, degrees, seed) => {
    const random = numbers(seed)
    const place = () => ({ x: 1000 * random(), y: 1000 * random() })
    const truth = similarityAbout({ x: 500, y: 500 }, { x: 520, y: 470 }, scale, degrees)
    const right = Array.from({ length: 40 }, () => {
      const from = place()
      const to = applySimilarity(truth, from)
      return { from, to: { x: to.x + random() - 0.5, y: to.y + random() - 0.5 } }
    })
    const wrong = Array.from({ length: 60 }, () => ({ from: place(), to: place() }))
    const fit = robustSimilarity([...right, ...wrong], 4, [0.5, 2])
    expect(fit!.inliers.length).toBeGreaterThanOrEqual(40)
    expect(Math.abs(scaleOf(fit!.similarity) - scale)).toBeLessThan(0.01)
    expect(Math.abs(rotationDegreesOf(fit!.similarity) - degrees)).toBeLessThan(0.5)
  })

  test('gives the same answer for the same pairs', () => {
    const pairs = Array.from({ length: 50 }, (_, i) => ({
      from: { x: (i * 73) % 400, y: (i * 41) % 400 },
      to: { x: (i * 73) % 400, y: ((i * 41) % 400) + (i % 3) * 50 },
    }))
    expect(robustSimilarity(pairs, 3, [0.7, 1.4])).toEqual(robustSimilarity(pairs, 3, [0.7, 1.4]))
  })

  test('gives nothing for less than two pairs', () => {
    expect(robustSimilarity([{ from: { x: 0, y: 0 }, to: { x: 1, y: 1 } }], 3, [0.5, 2])).toBeUndefined()
  })
})
