import { describe, expect, test } from 'vitest'
import {
  arrangementOf,
  type ExportLayout,
  type LaidOut,
  layoutOf,
} from '../../../../renderer/features/share/export-layout.ts'
import { suggestedNameOf } from '../../../../renderer/features/share/export-options.ts'
import { sourcesOfPair } from '../../../../renderer/features/share/pane-sources.ts'
import { sceneOf, standBeside } from '../../../../renderer/features/share/scene.ts'
import type { ShownComparison } from '../../../../renderer/viewer/shown-comparison.ts'
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
  sideBySideCount: 2,
}

const laidOut = (shown: ShownComparison, about: Partial<LaidOut>): LaidOut => ({
  sources: sourcesOfPair(shown),
  areBeside: standBeside('pair', shown.mode),
  viewport: shown.viewport,
  shape: '4:5',
  arrangement: null,
  framing: 'whole',
  ...about,
})
const panesOf = (
  shown: ShownComparison,
  shape: LaidOut['shape'],
  arrangement: LaidOut['arrangement'],
  framing: LaidOut['framing'],
) => {
  const layout = layoutOf(laidOut(shown, { shape, arrangement, framing }))
  const [reference, moving] = layout.panes as [ExportLayout['panes'][number], ExportLayout['panes'][number]]
  return { ...layout, reference, moving }
}
const splitOf = (shown: ShownComparison, layout: ExportLayout) => {
  const scene = sceneOf(shown, layout)
  return scene.kind === 'split' ? scene.at : Number.NaN
}

describe('the layout of an export', () => {
  test.each(['4:5', '1:1'] as const)('%s: two panes and the line between them fill the picture', (shape) => {
    const beside = panesOf(comparison, shape, 'beside', 'whole')
    const [left, right] = [beside.reference.place, beside.moving.place]
    expect(left.widthPx + 4 + right.widthPx).toBe(1080)
    expect(right.left).toBe(left.widthPx + 4)
    expect([left.heightPx, right.heightPx]).toEqual([beside.size.heightPx, beside.size.heightPx])
    const stacked = panesOf(comparison, shape, 'above', 'whole')
    expect(stacked.reference.place.heightPx + 4 + stacked.moving.place.heightPx).toBe(stacked.size.heightPx)
    for (const { place } of [beside.reference, beside.moving, stacked.reference, stacked.moving]) {
      expect(Number.isInteger(place.widthPx) && Number.isInteger(place.heightPx)).toBe(true)
    }
  })

  test('an aligned pair looks through one and the same view; its pixels are exactly the pane’s', () => {
    const { reference: first, moving: second } = panesOf(comparison, '4:5', 'beside', 'whole')
    expect(second.view).toEqual(first.view)
    expect(first.view).toMatchObject({ widthPx: 538, heightPx: 1350, centreX: 899.5, centreY: 899.5 })
    expect(first.view.scale).toBeCloseTo(538 / 1800, 9)
  })

  test('a pair that isn’t aligned is seen each in its own frame, turned as it is shown', () => {
    const { moving: second } = panesOf({ ...comparison, alignment: null }, '1:1', 'beside', 'whole')
    expect(second.view).toMatchObject({ centreX: 999.5, centreY: 1499.5 })
    expect(second.view.scale).toBeCloseTo(538 / 2000, 9)
  })

  test('slider and overlay take the whole picture; the split keeps its place on the head', () => {
    const shown: ShownComparison = { ...comparison, mode: 'slider', sliderPosition: 0.25 }
    const slider = panesOf(shown, '4:5', 'beside', 'whole')
    expect(slider.reference.place).toEqual({ left: 0, top: 0, widthPx: 1080, heightPx: 1350 })
    expect(splitOf(shown, slider)).toBeCloseTo(0.25, 9)
    const filled = panesOf(shown, '4:5', 'beside', 'fill')
    expect(splitOf(shown, filled)).toBeCloseTo(0.5 - (0.25 * 1350) / 1080, 9)
  })

  test('a turned view asks for panes with their sides the other way round, and knows what they cover', () => {
    const viewport = { ...wholePicture, quarterTurns: 1 as const }
    const frame = photoOf(1, { widthPx: 2000, heightPx: 1000 })
    const turned = panesOf({ ...comparison, reference: frame, mode: 'overlay', viewport }, '4:5', 'beside', 'whole')
    expect(turned.reference.view).toMatchObject({ widthPx: 1350, heightPx: 1080, centreX: 999.5, centreY: 499.5 })
    expect(turned.reference.view.scale).toBeCloseTo(1350 / 2000, 9)
    expect(turned.reference.covered).toEqual({
      left: expect.closeTo((1080 - 675) / 2, 6),
      top: expect.closeTo(0, 6),
      widthPx: expect.closeTo(675, 6),
      heightPx: expect.closeTo(1350, 6),
    })
    expect(turned.quarterTurns).toBe(1)
  })

  test('knows what a photo covers of its pane, where text may stand', () => {
    const whole = panesOf({ ...comparison, mode: 'overlay' }, '4:5', 'beside', 'whole').reference.covered
    expect(whole).toEqual({ left: 0, top: expect.closeTo(135, 6), widthPx: 1080, heightPx: expect.closeTo(1080, 6) })
    const filled = panesOf({ ...comparison, mode: 'overlay' }, '4:5', 'beside', 'fill').reference.covered
    expect(filled).toMatchObject({ left: 0, top: 0, widthPx: 1080, heightPx: 1350 })
  })

  test('stacks the photos where they are larger that way, unless the user chose', () => {
    const of = (size: { widthPx: number; heightPx: number }, about: Partial<LaidOut>) => {
      const first = photoOf(1, size)
      return arrangementOf(laidOut({ ...comparison, reference: first, alignment: alignmentOf(first, moving) }, about))
    }
    expect(of({ widthPx: 1800, heightPx: 1800 }, { shape: '4:5' })).toBe('above')
    expect(of({ widthPx: 1800, heightPx: 1800 }, { shape: '1:1' })).toBe('beside')
    expect(of({ widthPx: 3000, heightPx: 4000 }, { shape: '4:5' })).toBe('beside')
    expect(of({ widthPx: 1800, heightPx: 1800 }, { shape: '4:5', arrangement: 'beside' })).toBe('beside')
  })
})

describe('the file of an export', () => {
  const healed = photoOf(4, {
    stage: 'healed-1',
    capture: { local: '2026-02-16T10:00:00', offset: null, source: 'exif' },
  })

  test('the file’s name is neutral', () => {
    expect(suggestedNameOf(healed, 'png')).toBe('comparison 2026-02-16.png')
    expect(suggestedNameOf({ ...healed, capture: null }, 'jpeg')).toBe('comparison.jpg')
  })
})
