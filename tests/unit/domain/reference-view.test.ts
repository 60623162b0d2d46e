import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { type QuarterTurns, turned } from '../../../shared/domain/geometry/quarter-turns.ts'
import { referenceViewOf } from '../../../shared/domain/geometry/reference-view.ts'
import { splitInView, splitOnPicture } from '../../../shared/domain/geometry/split.ts'
import { scaleOf, toScreen, turnedSizeOf, wholePicture } from '../../../shared/domain/geometry/viewport.ts'

const fraction = fc.double({ min: 0, max: 1, noNaN: true })
const size = fc.record({ widthPx: fc.integer({ min: 200, max: 4000 }), heightPx: fc.integer({ min: 200, max: 4000 }) })
const quarterTurns = fc.constantFrom<QuarterTurns>(0, 1, 2, 3)
const viewport = fc.record({
  centreX: fraction,
  centreY: fraction,
  zoom: fc.double({ min: 1, max: 8, noNaN: true }),
  quarterTurns,
})

describe('the view of an export', () => {
  test.prop([viewport, size, size, fraction, fraction])(
    'draws every point of the picture, turned, where the screen shows it in a pane of the same size',
    (view, pane, picture, x, y) => {
      const point = { x: x * picture.widthPx, y: y * picture.heightPx }
      const drawn = referenceViewOf(view, pane, picture)
      const away = turned({ x: point.x - drawn.centreX, y: point.y - drawn.centreY }, view.quarterTurns)
      const onScreen = toScreen(view, pane, picture, point)
      expect(turnedSizeOf(drawn, view.quarterTurns)).toEqual(pane)
      expect(away.x * drawn.scale + pane.widthPx / 2).toBeCloseTo(onScreen.x, 5)
      expect(away.y * drawn.scale + pane.heightPx / 2).toBeCloseTo(onScreen.y, 5)
    },
  )

  test.prop([viewport, size, size])('filling covers the pane, at the screen’s zoom or more', (view, pane, picture) => {
    const drawn = referenceViewOf(view, pane, picture, 'fill')
    expect(drawn.scale).toBeGreaterThanOrEqual(scaleOf(view, pane, picture) - 1e-9)
    const left = (-0.5 - drawn.centreX) * drawn.scale + drawn.widthPx / 2
    const right = (picture.widthPx - 0.5 - drawn.centreX) * drawn.scale + drawn.widthPx / 2
    const top = (-0.5 - drawn.centreY) * drawn.scale + drawn.heightPx / 2
    const bottom = (picture.heightPx - 0.5 - drawn.centreY) * drawn.scale + drawn.heightPx / 2
    expect(left).toBeLessThanOrEqual(1e-6)
    expect(top).toBeLessThanOrEqual(1e-6)
    expect(right).toBeGreaterThanOrEqual(drawn.widthPx - 1e-6)
    expect(bottom).toBeGreaterThanOrEqual(drawn.heightPx - 1e-6)
  })

  test('puts a slider’s split where it lies across the view', () => {
    const [pane, picture] = [
      { widthPx: 1000, heightPx: 500 },
      { widthPx: 2000, heightPx: 2000 },
    ]
    const view = referenceViewOf(wholePicture, pane, picture)
    const across = (at: number) => splitInView(view, picture, at, 'beside', 0)
    expect([0.5, 0, 1, -3].map(across)).toEqual([0.5, 0.25, 0.75, 0].map((share) => expect.closeTo(share, 9)))
    expect(splitInView(view, picture, 0.25, 'above', 0)).toBeCloseTo(0.25, 9)
  })

  test.prop([viewport, size, size, fraction, fc.constantFrom<'beside' | 'above'>('beside', 'above')])(
    'a split comes back to its share of the pane, however the view is turned',
    (view, pane, picture, split, direction) => {
      const onPicture = splitOnPicture(view, pane, picture, split, direction)
      const drawn = referenceViewOf(view, pane, picture)
      expect(splitInView(drawn, picture, onPicture, direction, view.quarterTurns)).toBeCloseTo(split, 6)
    },
  )
})
