import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { seenIn } from '../../../../shared/domain/comparison-pictures/comparable-part.ts'
import { smoothedChange, smoothedRows } from '../../../../shared/domain/comparison-pictures/smoothed-change.ts'

const size = { widthPx: 160, heightPx: 120 }
const pixels = size.widthPx * size.heightPx
const everywhere = new Uint8Array(pixels).fill(seenIn.both)
const sigma = fc.double({ min: 1, max: 14, noNaN: true })

function atPixels(change: Int16Array, part: Uint8Array, sigmaPx: number): Float32Array {
  const rowOf = smoothedRows(smoothedChange(change, part, size, sigmaPx), size.widthPx)
  const all = new Float32Array(pixels)
  for (let y = 0; y < size.heightPx; y++) all.set(rowOf(y), y * size.widthPx)
  return all
}

describe('a smoothed change', () => {
  test.prop([fc.integer({ min: -9000, max: 9000 }), sigma], { numRuns: 20 })(
    'of one value everywhere is that value, up to the edges',
    (value, sigmaPx) => {
      const smooth = atPixels(new Int16Array(pixels).fill(value), everywhere, sigmaPx)
      const worst = smooth.reduce((most, seen) => Math.max(most, Math.abs(seen - value)), 0)
      expect(worst).toBeLessThan(2 + Math.abs(value) * 1e-4)
    },
  )

  test.prop([sigma], { numRuns: 20 })('never leaves the range of what it averages', (sigmaPx) => {
    const change = Int16Array.from({ length: pixels }, (_, at) => ((at * 7919) % 3001) - 1500)
    const smooth = atPixels(change, everywhere, sigmaPx)
    expect(smooth.reduce((most, seen) => Math.max(most, Math.abs(seen)), 0)).toBeLessThanOrEqual(1500.5)
  })

  test.each([4, 8, 12])('spreads a point like a Gaussian of %d px', (sigmaPx) => {
    const change = new Int16Array(pixels)
    const middle = 60 * size.widthPx + 80
    // as large as one cell, so that the point lies in one cell whatever their grid
    change[middle] = 30000
    const smooth = atPixels(change, everywhere, sigmaPx)
    let [sum, spread, centre] = [0, 0, 0]
    for (let x = 0; x < size.widthPx; x++) {
      for (let y = 0; y < size.heightPx; y++) {
        const value = smooth[y * size.widthPx + x]!
        sum += value
        centre += value * x
        spread += value * (x - 80) ** 2
      }
    }
    expect(sum).toBeGreaterThan(30000 * 0.97)
    expect(sum).toBeLessThan(30000 * 1.03)
    expect(Math.abs(centre / sum - 80)).toBeLessThan(sigmaPx / 4)
    expect(Math.sqrt(spread / sum) / sigmaPx).toBeGreaterThan(0.85)
    expect(Math.sqrt(spread / sum) / sigmaPx).toBeLessThan(1.2)
  })

  test('dots that are evenly spread don’t matter, a patch does', () => {
    const change = Int16Array.from({ length: pixels }, (_, at) => {
      const [x, y] = [at % size.widthPx, Math.floor(at / size.widthPx)]
      const dot = x % 4 === 0 && y % 4 === 0 ? -4000 : 0
      const isPatch = Math.hypot(x - 110, y - 60) < 25
      return dot + (isPatch ? 800 : 0)
    })
    const smooth = atPixels(change, everywhere, 8)
    const at = (x: number, y: number) => smooth[y * size.widthPx + x]!
    expect(at(40, 60)).toBeGreaterThan(-270)
    expect(at(40, 60)).toBeLessThan(-230)
    expect(at(110, 60) - at(40, 60)).toBeGreaterThan(700)
  })

  test('what only one photo shows doesn’t bleed into what both show', () => {
    const change = Int16Array.from({ length: pixels }, (_, at) => (at % size.widthPx < 80 ? 500 : -9000))
    const part = Uint8Array.from({ length: pixels }, (_, at) =>
      at % size.widthPx < 80 ? seenIn.both : seenIn.reference,
    )
    const smooth = atPixels(change, part, 3)
    for (let x = 0; x < 80; x++) expect(smooth[60 * size.widthPx + x]).toBeCloseTo(500, 0)
  })
})
