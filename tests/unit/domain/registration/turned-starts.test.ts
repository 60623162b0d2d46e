import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { bentBasis, bentTerms } from '../../../../shared/domain/registration/bent-map.ts'
import { turnedStarts } from '../../../../shared/domain/registration/turned-starts.ts'

const straight = { x: Float64Array.of(0.1, 0.9, 0.05, 0, 0, 0), y: Float64Array.of(-0.2, -0.05, 0.9, 0, 0, 0) }

function valueAt(terms: Float64Array, x: number, y: number): number {
  const basis = new Float64Array(bentTerms)
  bentBasis(x, y, basis)
  return terms.reduce((sum, term, k) => sum + term * basis[k]!, 0)
}

describe('turned starts', () => {
  test('are the map itself and eight that differ from one another', () => {
    const starts = turnedStarts(straight)
    expect(starts[0]).toEqual(straight)
    expect(new Set(starts.map(({ x, y }) => `${x.join()} ${y.join()}`)).size).toBe(9)
  })

  test.prop([fc.double({ min: -Math.PI, max: Math.PI, noNaN: true })])(
    'move the head’s middle one way and its rim the other',
    (angle) => {
      for (const { x, y } of turnedStarts(straight).slice(1)) {
        for (const [turned, before] of [
          [x, straight.x],
          [y, straight.y],
        ] as const) {
          const middle = turned[0]! - before[0]!
          const [u, v] = [Math.cos(angle), 1.3 * Math.sin(angle)]
          const rim = valueAt(turned, u, v) - valueAt(before, u, v)
          expect(middle * rim).toBeLessThanOrEqual(0)
          if (middle !== 0) expect(Math.abs(rim)).toBeGreaterThan(Math.abs(middle))
        }
      }
    },
  )
})
