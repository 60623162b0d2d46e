import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { safeAreaOf, sizeOfShape } from '../../../../renderer/features/share/export-shapes.ts'
import { exportShapes } from '../../../../shared/domain/export-look.ts'

const photo = fc.record({
  widthPx: fc.integer({ min: 40, max: 30_000 }),
  heightPx: fc.integer({ min: 40, max: 30_000 }),
})

describe('the shape of an export', () => {
  test.prop([fc.constantFrom(...exportShapes), photo])('has even sides that a canvas and a video take', (shape, of) => {
    const { widthPx, heightPx } = sizeOfShape(shape, of)
    expect([widthPx % 2, heightPx % 2]).toEqual([0, 0])
    expect(Math.max(widthPx, heightPx)).toBeLessThanOrEqual(4096)
    expect(Math.min(widthPx, heightPx)).toBeGreaterThanOrEqual(2)
  })

  it('is the photos’ own where it is the original, up to what can be drawn', () => {
    expect(sizeOfShape('original', { widthPx: 3001, heightPx: 2000 })).toEqual({ widthPx: 3000, heightPx: 2000 })
    expect(sizeOfShape('original', { widthPx: 8192, heightPx: 3000 })).toEqual({ widthPx: 4096, heightPx: 1500 })
  })

  it('leaves texts visible in a profile’s grid and under a reel’s buttons', () => {
    const safe = (shape: (typeof exportShapes)[number]) =>
      safeAreaOf(shape, sizeOfShape(shape, { widthPx: 3000, heightPx: 2000 }))
    expect(safe('9:16')).toEqual({ left: 0, top: 250, widthPx: 1080, heightPx: 1420 })
    expect(safe('1:1')).toEqual({ left: 135, top: 0, widthPx: 810, heightPx: 1080 })
    expect(safe('4:5')).toMatchObject({ left: 33.75, widthPx: 1012.5, heightPx: 1350 })
    expect(safe('3:4')).toEqual({ left: 0, top: 0, widthPx: 1080, heightPx: 1440 })
    expect(safe('16:9')).toEqual({ left: 0, top: 0, widthPx: 1920, heightPx: 1080 })
  })
})
