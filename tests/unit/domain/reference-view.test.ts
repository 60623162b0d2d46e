import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { referenceViewOf, shareOfWidth } from '../../../shared/domain/geometry/reference-view.ts'
import { scaleOf, toScreen, wholePicture } from '../../../shared/domain/geometry/viewport.ts'

const fraction = fc.double({ min: 0, max: 1, noNaN: true })
const size = fc.record({ widthPx: fc.integer({ min: 200, max: 4000 }), heightPx: fc.integer({ min: 200, max: 4000 }) })
const viewport = fc.record({ centreX: fraction, centreY: fraction, zoom: fc.double({ min: 1, max: 8, noNaN: true }) })

describe('the view of an export', () => {
  test.prop([viewport, size, size, fraction, fraction])(
    'draws every point of the picture where the screen shows it in a pane of the same size',
    (view, pane, picture, x, y) => {
      const point = { x: x * picture.widthPx, y: y * picture.heightPx }
      const drawn = referenceViewOf(view, pane, picture)
      const onScreen = toScreen(view, pane, picture, point)
      expect((point.x - drawn.centreX) * drawn.scale + drawn.widthPx / 2).toBeCloseTo(onScreen.x, 6)
      expect((point.y - drawn.centreY) * drawn.scale + drawn.heightPx / 2).toBeCloseTo(onScreen.y, 6)
    },
  )

  test.prop([viewport, size, size])('filling covers the pane, at the screen’s zoom or more', (view, pane, picture) => {
    const drawn = referenceViewOf(view, pane, picture, 'fill')
    expect(drawn.scale).toBeGreaterThanOrEqual(scaleOf(view, pane, picture) - 1e-9)
    const left = (-0.5 - drawn.centreX) * drawn.scale + pane.widthPx / 2
    const right = (picture.widthPx - 0.5 - drawn.centreX) * drawn.scale + pane.widthPx / 2
    const top = (-0.5 - drawn.centreY) * drawn.scale + pane.heightPx / 2
    const bottom = (picture.heightPx - 0.5 - drawn.centreY) * drawn.scale + pane.heightPx / 2
    expect(left).toBeLessThanOrEqual(1e-6)
    expect(top).toBeLessThanOrEqual(1e-6)
    expect(right).toBeGreaterThanOrEqual(pane.widthPx - 1e-6)
    expect(bottom).toBeGreaterThanOrEqual(pane.heightPx - 1e-6)
  })

  test('puts a column of the picture where it lies across the view', () => {
    const [pane, picture] = [
      { widthPx: 1000, heightPx: 500 },
      { widthPx: 2000, heightPx: 2000 },
    ]
    const view = referenceViewOf(wholePicture, pane, picture)
    expect(shareOfWidth(view, picture, 0.5)).toBeCloseTo(0.5, 9)
    expect(shareOfWidth(view, picture, 0)).toBeCloseTo(0.25, 9)
    expect(shareOfWidth(view, picture, 1)).toBeCloseTo(0.75, 9)
    expect(shareOfWidth(view, picture, -3)).toBe(0)
  })
})
