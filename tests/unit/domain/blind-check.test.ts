import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { blindRounds, chanceOfGuessing, drawBelow, shuffled, verdictOf } from '../../../shared/domain/blind-check.ts'

const isLater = (first: number, second: number) => second > first
const unforeseen = () => crypto.getRandomValues(new Uint32Array(1))[0]!

/** Words from a seed, equally likely (mulberry32). */
function wordsFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let word = Math.imul(state ^ (state >>> 15), 1 | state)
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word
    return (word ^ (word >>> 14)) >>> 0
  }
}

/** Pearson's statistic of counts that should all be the same. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

describe('chance', () => {
  test('every order of four is as likely', () => {
    const random = wordsFrom(7)
    const counts = new Map<string, number>()
    for (let draw = 0; draw < 24_000; draw++) {
      const order = shuffled([1, 2, 3, 4], random).join('')
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    expect(counts.size).toBe(24)
    // 23 degrees of freedom: 49.7 is passed by chance once in a thousand times; the words are seeded
    expect(chiSquare([...counts.values()])).toBeLessThan(49.7)
  })

  test('A is the newer one half of the time, by the words of the window', () => {
    let newerA = 0
    for (let draw = 0; draw < 4000; draw++) if (blindRounds([1, 2], isLater, unforeseen)[0]!.newer === 'a') newerA++
    // seven standard deviations
    expect(Math.abs(newerA - 2000)).toBeLessThan(7 * Math.sqrt(1000))
  })

  test('words beyond the last whole multiple are drawn again', () => {
    const words = [2 ** 32 - 1, 5]
    expect(drawBelow(3, () => words.shift()!)).toBe(2)
    expect(words).toEqual([])
    expect(() => drawBelow(0, unforeseen)).toThrow(RangeError)
  })
})

describe('rounds', () => {
  property.prop([fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { maxLength: 9 }), fc.integer()])(
    'are different pairs, at most five, and tell the newer one rightly',
    (values, seed) => {
      const photos = values.toSorted((a, b) => a - b)
      const rounds = blindRounds(photos, isLater, wordsFrom(seed))
      expect(rounds).toHaveLength(Math.min(5, (photos.length * (photos.length - 1)) / 2))
      for (const { a, b, newer } of rounds) expect(newer === 'a').toBe(a > b)
      expect(new Set(rounds.map(({ a, b }) => [a, b].toSorted().join(' '))).size).toBe(rounds.length)
    },
  )

  test('nobody is asked about a pair whose order isn’t known', () => {
    expect(blindRounds([1, 1, 1], isLater, unforeseen)).toEqual([])
  })
})

describe('the verdict', () => {
  test.each([
    [4, 5, 'seen'],
    [5, 5, 'seen'],
    [3, 5, 'unsure'],
    [2, 5, 'unseen'],
    [0, 5, 'unseen'],
    [1, 1, 'unsure'],
    [2, 2, 'unsure'],
    [3, 3, 'seen'],
    [0, 0, 'unseen'],
  ] as const)('%i of %i right: %s', (right, rounds, verdict) => {
    expect(verdictOf(right, rounds)).toBe(verdict)
  })

  property.prop([fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })])(
    'the chance of guessing falls with every right answer and begins at one',
    (right, rounds) => {
      expect(chanceOfGuessing(0, rounds)).toBeCloseTo(1)
      expect(chanceOfGuessing(right + 1, rounds)).toBeLessThanOrEqual(chanceOfGuessing(right, rounds))
    },
  )
})
