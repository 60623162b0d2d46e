import { fc, test } from '@fast-check/vitest'
import { describe, expect, vi } from 'vitest'
import { flowAgreement } from '../../../../shared/domain/registration/flow-agreement.ts'
import { inverseSearchFlow } from '../../../../shared/domain/registration/inverse-search-flow.ts'
import { locallyNormalised } from '../../../../shared/domain/registration/local-normalisation.ts'
import { emptyPlane, type Plane, sampleBilinear } from '../../../../shared/domain/registration/plane.ts'
import { texturedPlane } from './textured-plane.ts'

vi.setConfig({ testTimeout: 120_000 })

const size = 200
type Displacement = (x: number, y: number) => [number, number]

/** The picture in which what lies at p in `source` lies at p + d(p), for slow d. */
function displaced(source: Plane, displacement: Displacement): Plane {
  const result = emptyPlane(source.widthPx, source.heightPx)
  for (let y = 0, i = 0; y < source.heightPx; y++) {
    for (let x = 0; x < source.widthPx; x++, i++) {
      let [px, py] = [x, y]
      for (let round = 0; round < 8; round++) {
        const [dx, dy] = displacement(px, py)
        px = x - dx
        py = y - dy
      }
      result.data[i] = sampleBilinear(source, px, py)
    }
  }
  return result
}

function medianError(reference: Plane, moving: Plane, displacement: Displacement): number {
  const flow = inverseSearchFlow(locallyNormalised(reference, 8, 3), locallyNormalised(moving, 8, 3))
  const errors: number[] = []
  for (let row = 6; row < flow.rows - 6; row++) {
    for (let column = 6; column < flow.columns - 6; column++) {
      const i = row * flow.columns + column
      const [dx, dy] = displacement(flow.originPx + column * flow.stridePx, flow.originPx + row * flow.stridePx)
      errors.push(Math.hypot(flow.u[i]! - dx, flow.v[i]! - dy))
    }
  }
  return errors.sort((a, b) => a - b)[errors.length >> 1]!
}

describe('dense inverse search', () => {
  test.prop([fc.integer(), fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: -9, max: 9, noNaN: true })], {
    numRuns: 10,
  })('finds any shift of up to 9 px within a tenth of a pixel', (seed, dx, dy) => {
    const reference = texturedPlane(size, size, seed)
    const shift: Displacement = () => [dx, dy]
    expect(medianError(reference, displaced(reference, shift), shift)).toBeLessThan(0.1)
  })

  test.prop(
    [fc.integer(), fc.double({ min: -0.08, max: 0.08, noNaN: true }), fc.double({ min: 0, max: 6, noNaN: true })],
    { numRuns: 6 },
  )('finds a turn with a wave on it, in other light, within a fifth of a pixel', (seed, turn, phase) => {
    const reference = texturedPlane(size, size, seed)
    const bent: Displacement = (x, y) => [
      -turn * (y - 100) + 2 * Math.sin(y / 30 + phase),
      turn * (x - 100) + 2 * Math.cos(x / 35 + phase),
    ]
    const moving = displaced(reference, bent)
    for (let i = 0; i < moving.data.length; i++)
      moving.data[i] = 30 + moving.data[i]! * (0.3 + (0.4 * (i % size)) / size)
    expect(medianError(reference, moving, bent)).toBeLessThan(0.2)
  })

  test('a picture against itself doesn’t move, and comes back to where it was', () => {
    const plane = locallyNormalised(texturedPlane(size, size, 3), 8, 3)
    const flow = inverseSearchFlow(plane, plane)
    for (let i = 0; i < flow.u.length; i++) expect(Math.hypot(flow.u[i]!, flow.v[i]!)).toBeLessThan(1e-3)
    const everywhere = emptyPlane(size, size)
    everywhere.data.fill(1)
    expect(flowAgreement(flow, flow, everywhere, 0.1).share).toBe(1)
  })

  test('pictures with nothing in common don’t come back', () => {
    const one = locallyNormalised(texturedPlane(size, size, 3), 8, 3)
    const other = locallyNormalised(texturedPlane(size, size, 4), 8, 3)
    const everywhere = emptyPlane(size, size)
    everywhere.data.fill(1)
    const { share } = flowAgreement(inverseSearchFlow(one, other), inverseSearchFlow(other, one), everywhere, 0.75)
    expect(share).toBeLessThan(0.2)
  })
})
