import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import {
  atFullSize,
  panBy,
  placedIn,
  type Size,
  scaleOf,
  toPicture,
  toScreen,
  turnedBy,
  type Viewport,
  wholeOf,
  wholePicture,
  zoomAt,
} from '../../../shared/domain/geometry/viewport.ts'

const numberBetween = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const size = (min: number, max: number): fc.Arbitrary<Size> =>
  fc.record({ widthPx: fc.integer({ min, max }), heightPx: fc.integer({ min, max }) })
const pane = size(100, 3000)
const picture = size(1000, 8000)
const place = fc.record({ x: numberBetween(0, 1), y: numberBetween(0, 1) })

/** A viewport that zooming and panning can lead to: its middle lies where the picture's edges allow. */
const viewport: fc.Arbitrary<Viewport> = fc
  .record({
    zoom: numberBetween(1, 8),
    x: numberBetween(-1, 1),
    y: numberBetween(-1, 1),
    quarterTurns: fc.constantFrom(0, 1, 2, 3),
  })
  .map(({ zoom, x, y, quarterTurns }) => ({
    zoom,
    quarterTurns,
    centreX: 0.5 + 0.5 * x * (1 - 1 / zoom),
    centreY: 0.5 + 0.5 * y * (1 - 1 / zoom),
  }))

/** The viewport, zoomed out as far as the pane asks: a viewport may come from a smaller pane, where more magnification is possible. */
const reachableIn = (view: Viewport, on: Size, of: Size) => zoomAt(view, on, of, { x: 0, y: 0 }, 1)

const onPicture = (at: { x: number; y: number }, { widthPx, heightPx }: Size) => ({
  x: at.x * widthPx - 0.5,
  y: at.y * heightPx - 0.5,
})

describe('viewport', () => {
  test.prop([viewport, pane, picture, place])('finds a point back after a round trip', (view, on, of, at) => {
    const point = onPicture(at, of)
    const back = toPicture(view, on, of, toScreen(view, on, of, point))
    expect(back.x).toBeCloseTo(point.x, 5)
    expect(back.y).toBeCloseTo(point.y, 5)
  })

  test.prop([viewport, pane, picture, place, numberBetween(1, 4)])(
    'keeps the point of the picture under the cursor where it is while zooming in',
    (anyView, on, of, at, factor) => {
      const view = reachableIn(anyView, on, of)
      const point = onPicture(at, of)
      const cursor = toScreen(view, on, of, point)
      const zoomed = zoomAt(view, on, of, cursor, factor)
      const after = toScreen(zoomed, on, of, point)
      expect(after.x).toBeCloseTo(cursor.x, 4)
      expect(after.y).toBeCloseTo(cursor.y, 4)
    },
  )

  test.prop([viewport, pane, picture, place, numberBetween(1, 4)])(
    'is where it was after zooming in and out at the same point',
    (anyView, on, of, at, factor) => {
      const view = reachableIn(anyView, on, of)
      const cursor = toScreen(view, on, of, onPicture(at, of))
      const zoomed = zoomAt(view, on, of, cursor, factor)
      const back = zoomAt(zoomed, on, of, cursor, view.zoom / zoomed.zoom)
      expect(back.centreX).toBeCloseTo(view.centreX, 6)
      expect(back.centreY).toBeCloseTo(view.centreY, 6)
      expect(back.zoom).toBeCloseTo(view.zoom, 6)
    },
  )

  test.prop([viewport, pane, picture, numberBetween(-400, 400), numberBetween(-400, 400)])(
    'moves every point by the panned distance, or less where an edge stops it, never the other way',
    (view, on, of, x, y) => {
      const point = onPicture({ x: 0.3, y: 0.6 }, of)
      const before = toScreen(view, on, of, point)
      const after = toScreen(panBy(view, on, of, { x, y }), on, of, point)
      const moved = { x: after.x - before.x, y: after.y - before.y }
      expect(Math.abs(moved.x)).toBeLessThanOrEqual(Math.abs(x) + 1e-6)
      expect(Math.abs(moved.y)).toBeLessThanOrEqual(Math.abs(y) + 1e-6)
      expect(moved.x * x).toBeGreaterThanOrEqual(-1e-6)
      expect(moved.y * y).toBeGreaterThanOrEqual(-1e-6)
    },
  )

  test('pans by exactly the distance where no edge is near', () => {
    const [on, of] = [
      { widthPx: 600, heightPx: 400 },
      { widthPx: 3000, heightPx: 2000 },
    ]
    const view = { centreX: 0.5, centreY: 0.5, zoom: 4 }
    const panned = panBy(view, on, of, { x: 30, y: -20 })
    const point = { x: 1000, y: 700 }
    const [before, after] = [toScreen(view, on, of, point), toScreen(panned, on, of, point)]
    expect(after.x - before.x).toBeCloseTo(30, 9)
    expect(after.y - before.y).toBeCloseTo(-20, 9)
  })

  test.prop([viewport, pane, pane, picture])('shows the same place in panes of every size', (view, one, other, of) => {
    const middleOf = (on: Size) => toPicture(view, on, of, { x: on.widthPx / 2, y: on.heightPx / 2 })
    expect(middleOf(one).x).toBeCloseTo(middleOf(other).x, 6)
    expect(middleOf(one).y).toBeCloseTo(middleOf(other).y, 6)
  })

  test('a viewport from a smaller pane comes down to the largest zoom of this one', () => {
    const [on, of] = [
      { widthPx: 2843, heightPx: 2843 },
      { widthPx: 1000, heightPx: 1000 },
    ]
    const fromSmallerPane = { zoom: 8, centreX: 0.5, centreY: 0.5 }
    expect(scaleOf(zoomAt(fromSmallerPane, on, of, { x: 0, y: 0 }, 1), on, of)).toBeCloseTo(16, 9)
  })

  test.prop([pane, picture, place, numberBetween(0.1, 50)])(
    'never shows less than the whole picture needs, nor a pixel larger than 16',
    (on, of, at, factor) => {
      const zoomed = zoomAt(wholePicture, on, of, { x: at.x * on.widthPx, y: at.y * on.heightPx }, factor)
      const largest = Math.max(16, scaleOf(wholePicture, on, of))
      expect(zoomed.zoom).toBeGreaterThanOrEqual(1)
      expect(scaleOf(zoomed, on, of)).toBeLessThanOrEqual(largest * (1 + 1e-9))
    },
  )

  test.prop([viewport, pane, picture])('comes back to the whole picture when it is zoomed out', (view, on, of) => {
    const out = zoomAt(view, on, of, { x: 10, y: 20 }, 1e-3)
    expect(out.zoom).toBe(1)
    expect(out.centreX).toBeCloseTo(0.5, 9)
    expect(out.centreY).toBeCloseTo(0.5, 9)
  })

  test('shows one picture pixel on one pane pixel at full size, around the middle', () => {
    const [on, of] = [
      { widthPx: 600, heightPx: 400 },
      { widthPx: 3000, heightPx: 2000 },
    ]
    const view = atFullSize({ centreX: 0.55, centreY: 0.45, zoom: 2 }, on, of)
    expect(scaleOf(view, on, of)).toBeCloseTo(1, 9)
    expect(view.centreX).toBeCloseTo(0.55, 9)
    expect(view.centreY).toBeCloseTo(0.45, 9)
  })

  test('leaves a picture that is smaller than the pane whole at full size', () => {
    const view = atFullSize(wholePicture, { widthPx: 1000, heightPx: 1000 }, { widthPx: 400, heightPx: 300 })
    expect(view).toEqual(wholePicture)
  })

  test.prop([viewport, pane, picture, place])(
    'lays a layer so that each of its points is where it is seen',
    (view, on, of, at) => {
      const point = onPicture(at, of)
      const { corner, scale, degrees } = placedIn(view, on, of)
      const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
      const [x, y] = [(point.x + 0.5) * scale, (point.y + 0.5) * scale]
      const seen = toScreen(view, on, of, point)
      expect(corner.x + cos * x - sin * y).toBeCloseTo(seen.x, 5)
      expect(corner.y + sin * x + cos * y).toBeCloseTo(seen.y, 5)
    },
  )

  test.prop([viewport, pane, picture])(
    'turns about the middle; four turns, or one each way, change nothing',
    (view, on, of) => {
      const middle = { x: on.widthPx / 2, y: on.heightPx / 2 }
      const once = turnedBy(view, 1)
      const [before, after] = [toPicture(view, on, of, middle), toPicture(once, on, of, middle)]
      expect(after.x).toBeCloseTo(before.x, 6)
      expect(after.y).toBeCloseTo(before.y, 6)
      const upright = turnedBy(turnedBy(view, 1), -1)
      expect(turnedBy(turnedBy(turnedBy(once, 1), 1), 1)).toEqual(upright)
      expect(toScreen(upright, on, of, { x: 1, y: 2 })).toEqual(toScreen(view, on, of, { x: 1, y: 2 }))
    },
  )

  test('one quarter brings the top to the right', () => {
    const [on, of] = [
      { widthPx: 800, heightPx: 600 },
      { widthPx: 3000, heightPx: 2000 },
    ]
    const view = turnedBy(wholePicture, 1)
    const top = toScreen(view, on, of, { x: 1499.5, y: -0.5 })
    expect(top.x).toBeCloseTo(400 + 200, 9)
    expect(top.y).toBeCloseTo(300, 9)
    expect(scaleOf(view, on, of)).toBeCloseTo(0.2, 9)
    expect(turnedBy(view, -1)).toEqual(wholePicture)
  })

  test.prop([viewport])('the whole picture stays turned', (view) => {
    const whole = wholeOf(view)
    expect(whole).toEqual({ ...wholePicture, quarterTurns: view.quarterTurns })
  })
})
