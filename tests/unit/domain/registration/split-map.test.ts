import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { type FrameMap, mapPoint } from '../../../../shared/domain/registration/frame-map.ts'
import type { HeadFrame } from '../../../../shared/domain/registration/head-frame.ts'
import { emptyPlane } from '../../../../shared/domain/registration/plane.ts'
import { splitMap } from '../../../../shared/domain/registration/split-map.ts'

const frame: HeadFrame = {
  plane: emptyPlane(130, 150),
  ellipse: { centreX: 65, centreY: 75, radiusX: 50, radiusY: 60, angleDegrees: 0 },
  headWidthPx: 100,
  toPhoto: { a: 1, b: 0, tx: 0, ty: 0 },
}

/** The identity with a wave of the given height, and a shift that belongs into the similarity. */
function wavy(heightPx: number, shiftPx: number): FrameMap {
  const [columns, rows, stridePx] = [28, 32, 5]
  const u = Float32Array.from({ length: columns * rows }, (_, i) => shiftPx + heightPx * Math.sin((i % columns) / 2))
  const v = Float32Array.from({ length: columns * rows }, (_, i) => heightPx * Math.cos(i / columns / 2))
  return { similarity: { a: 1, b: 0, tx: 0, ty: 0 }, local: { columns, rows, originPx: 0, stridePx, u, v } }
}

describe('splitting a map', () => {
  test.prop([fc.double({ min: 0, max: 2, noNaN: true }), fc.double({ min: -30, max: 30, noNaN: true })])(
    'a small local part stays the same map, with a shift in the similarity',
    (heightPx, shiftPx) => {
      const map = wavy(heightPx, shiftPx)
      const split = splitMap(map, frame)
      expect(Math.abs(split.similarity.tx - shiftPx)).toBeLessThan(6)
      for (const point of [
        { x: 65, y: 75 },
        { x: 30, y: 60 },
        { x: 90, y: 110 },
      ]) {
        const [one, other] = [mapPoint(map, point), mapPoint(split, point)]
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeLessThan(0.01)
      }
    },
  )

  test.prop([fc.double({ min: 0, max: 40, noNaN: true })])('the local part never exceeds 6 %', (heightPx) => {
    const { local } = splitMap(wavy(heightPx, 0), frame)
    for (let i = 0; i < local!.u.length; i++) expect(Math.hypot(local!.u[i]!, local!.v[i]!)).toBeLessThanOrEqual(6.001)
  })

  test('a map without local part stays as it is', () => {
    const map = { similarity: { a: 1, b: 0.1, tx: 3, ty: 4 }, local: null }
    expect(splitMap(map, frame)).toBe(map)
  })
})
