import { describe, expect, test } from 'vitest'
import { largerArrangement, layoutOf } from '../../../../renderer/features/share/export-layout.ts'
import {
  arrangementOf,
  firstOptions,
  photoTextOf,
  suggestedNameOf,
} from '../../../../renderer/features/share/export-options.ts'
import type { ShownComparison } from '../../../../renderer/viewer/shown-comparison.ts'
import { captionOf } from '../../../../shared/domain/comparison-caption.ts'
import { wholePicture } from '../../../../shared/domain/geometry/viewport.ts'
import { photoOf } from '../photo-samples.ts'
import { alignmentOf } from '../viewer/pair-bench.tsx'

const reference = photoOf(1, { widthPx: 1800, heightPx: 1800 })
const moving = photoOf(2, { widthPx: 3000, heightPx: 2000, quarterTurns: 1 })
const comparison: ShownComparison = {
  reference,
  moving,
  alignment: alignmentOf(reference, moving),
  isRigid: false,
  mode: 'side-by-side',
  viewport: wholePicture,
  opacity: 0.5,
  sliderPosition: 0.5,
}

describe('the layout of an export', () => {
  test.each(['4:5', '1:1'] as const)('%s: two panes and the line between them fill the picture', (shape) => {
    const beside = layoutOf(comparison, shape, 'beside', 'whole')
    const [left, right] = [beside.reference.place, beside.moving.place]
    expect(left.widthPx + 4 + right.widthPx).toBe(1080)
    expect(right.left).toBe(left.widthPx + 4)
    expect([left.heightPx, right.heightPx]).toEqual([beside.size.heightPx, beside.size.heightPx])
    const stacked = layoutOf(comparison, shape, 'above', 'whole')
    expect(stacked.reference.place.heightPx + 4 + stacked.moving.place.heightPx).toBe(stacked.size.heightPx)
    for (const { place } of [beside.reference, beside.moving, stacked.reference, stacked.moving]) {
      expect(Number.isInteger(place.widthPx) && Number.isInteger(place.heightPx)).toBe(true)
    }
  })

  test('an aligned pair looks through one and the same view; its pixels are exactly the pane’s', () => {
    const { reference: first, moving: second } = layoutOf(comparison, '4:5', 'beside', 'whole')
    expect(second.view).toEqual(first.view)
    expect(first.view).toMatchObject({ widthPx: 538, heightPx: 1350, centreX: 899.5, centreY: 899.5 })
    expect(first.view.scale).toBeCloseTo(538 / 1800, 9)
  })

  test('a pair that isn’t aligned is seen each in its own frame, turned as it is shown', () => {
    const { moving: second } = layoutOf({ ...comparison, alignment: null }, '1:1', 'beside', 'whole')
    expect(second.view).toMatchObject({ centreX: 999.5, centreY: 1499.5 })
    expect(second.view.scale).toBeCloseTo(538 / 2000, 9)
  })

  test('slider and overlay take the whole picture; the split keeps its place on the head', () => {
    const slider = layoutOf({ ...comparison, mode: 'slider', sliderPosition: 0.25 }, '4:5', 'beside', 'whole')
    expect(slider.reference.place).toEqual({ left: 0, top: 0, widthPx: 1080, heightPx: 1350 })
    expect(slider.split).toBeCloseTo(0.25, 9)
    const filled = layoutOf({ ...comparison, mode: 'slider', sliderPosition: 0.25 }, '4:5', 'beside', 'fill')
    expect(filled.split).toBeCloseTo(0.5 - (0.25 * 1350) / 1080, 9)
  })

  test('knows what a photo covers of its pane, where text may stand', () => {
    const whole = layoutOf({ ...comparison, mode: 'overlay' }, '4:5', 'beside', 'whole').reference.covered
    expect(whole).toEqual({ left: 0, top: expect.closeTo(135, 6), widthPx: 1080, heightPx: expect.closeTo(1080, 6) })
    const filled = layoutOf({ ...comparison, mode: 'overlay' }, '4:5', 'beside', 'fill').reference.covered
    expect(filled).toMatchObject({ left: 0, top: 0, widthPx: 1080, heightPx: 1350 })
  })

  test('stacks the photos where they are larger that way, unless the user chose', () => {
    expect(largerArrangement({ widthPx: 1800, heightPx: 1800 }, '4:5')).toBe('above')
    expect(largerArrangement({ widthPx: 1800, heightPx: 1800 }, '1:1')).toBe('beside')
    expect(largerArrangement({ widthPx: 3000, heightPx: 4000 }, '4:5')).toBe('beside')
    expect(arrangementOf({ ...firstOptions, arrangement: 'beside' }, reference)).toBe('beside')
  })
})

describe('what is written on an export', () => {
  const session = photoOf(3, {
    stage: 'session-1',
    capture: { local: '2026-01-12T10:00:00', offset: null, source: 'exif' },
  })
  const healed = photoOf(4, {
    stage: 'healed-1',
    capture: { local: '2026-02-16T10:00:00', offset: null, source: 'exif' },
  })
  const caption = captionOf(healed, [session, healed])

  test('the stage, and the date or the days or nothing', () => {
    expect(photoTextOf(caption, 'date')).toEqual({ title: 'Healed 1', detail: '16 Feb 2026' })
    expect(photoTextOf(caption, 'day')).toEqual({ title: 'Healed 1', detail: 'Day 35 since session 1' })
    expect(photoTextOf(caption, 'nothing')).toEqual({ title: 'Healed 1', detail: null })
  })

  test('no date is invented', () => {
    expect(photoTextOf(captionOf({ ...healed, capture: null }, [session]), 'date').detail).toBeNull()
  })

  test('the file’s name is neutral', () => {
    expect(suggestedNameOf(healed, 'png')).toBe('comparison 2026-02-16.png')
    expect(suggestedNameOf({ ...healed, capture: null }, 'jpeg')).toBe('comparison.jpg')
  })
})
