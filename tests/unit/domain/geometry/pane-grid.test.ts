import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { paneGridOf } from '../../../../shared/domain/geometry/pane-grid.ts'
import { fitScaleOf, type Size } from '../../../../shared/domain/geometry/viewport.ts'

const upright: Size = { widthPx: 3000, heightPx: 4000 }
const lying: Size = { widthPx: 4000, heightPx: 3000 }
const wide: Size = { widthPx: 1440, heightPx: 720 }
const shape = (count: number, area: Size, picture: Size) => {
  const { columns, rows } = paneGridOf(count, area, picture, 2)
  return `${columns}×${rows}`
}

describe('panes side by side', () => {
  it('stand in one row while that shows them largest, then in two', () => {
    expect([2, 3, 4].map((count) => shape(count, wide, upright))).toEqual(['2×1', '3×1', '4×1'])
    expect(shape(4, wide, lying)).toBe('2×2')
    expect(shape(8, wide, upright)).toBe('4×2')
    expect(shape(8, wide, lying)).toBe('4×2')
  })

  it('stand above one another in a tall room', () => {
    expect(shape(2, { widthPx: 600, heightPx: 1200 }, lying)).toBe('1×2')
  })

  const size = fc.record({
    widthPx: fc.integer({ min: 200, max: 4000 }),
    heightPx: fc.integer({ min: 200, max: 4000 }),
  })
  test.prop([fc.integer({ min: 1, max: 20 }), size, size])(
    'have a place each, fill the room, and show the picture as large as any grid would',
    (count, area, picture) => {
      const { columns, rows, pane } = paneGridOf(count, area, picture, 0)
      expect(columns * rows).toBeGreaterThanOrEqual(count)
      expect((rows - 1) * columns).toBeLessThan(count)
      expect(pane.widthPx * columns).toBeCloseTo(area.widthPx, 6)
      expect(pane.heightPx * rows).toBeCloseTo(area.heightPx, 6)
      for (let other = 1; other <= count; other++) {
        const room = { widthPx: area.widthPx / other, heightPx: area.heightPx / Math.ceil(count / other) }
        expect(fitScaleOf(pane, picture) * 1.05).toBeGreaterThanOrEqual(fitScaleOf(room, picture))
      }
    },
  )
})
