import { describe, expect, test } from 'vitest'
import { type PaintedComparison, paintComparison } from '../../../../renderer/features/share/comparison-painter.ts'
import { layoutOf } from '../../../../renderer/features/share/export-layout.ts'
import { sourcesOfPair } from '../../../../renderer/features/share/pane-sources.ts'
import { sceneOf, standBeside } from '../../../../renderer/features/share/scene.ts'
import type { ComparisonMode, ShownComparison } from '../../../../renderer/viewer/shown-comparison.ts'
import { type Viewport, wholePicture } from '../../../../shared/domain/geometry/viewport.ts'
import { crownPhotos } from '../viewer/pair-bench.tsx'
import { recordingContext } from './recording-context.ts'

const pictures = { panes: [{ of: 'reference' }, { of: 'moving' }] as unknown as CanvasImageSource[] }

function painted(
  mode: ComparisonMode,
  about: Partial<PaintedComparison> = {},
  sliderPosition = 0.25,
  shown: Partial<ShownComparison> = {},
) {
  const comparison: ShownComparison = {
    reference: crownPhotos[0]!,
    moving: crownPhotos[2]!,
    alignment: null,
    isRigid: false,
    mode,
    viewport: wholePicture,
    opacity: 0.3,
    sliderPosition,
    sideBySideCount: 2,
    ...shown,
  }
  const layout = layoutOf({
    sources: sourcesOfPair(comparison),
    areBeside: standBeside('pair', mode),
    viewport: comparison.viewport,
    shape: '1:1',
    arrangement: 'beside',
    framing: 'fill',
  })
  const scene = about.scene ?? sceneOf(comparison, layout)
  const texts = [
    { title: 'Before', detail: '10 Jan 2026' },
    { title: 'Healed 1', detail: 'Day 35 since session 1' },
  ]
  const { context, calls, sizeOf } = recordingContext()
  paintComparison(context, { layout, scene, pictures, texts, ownText: '', sign: null, drawings: null, ...about })
  const of = (name: string) => calls.filter((call) => call.name === name)
  return { layout, split: scene.kind === 'split' ? scene.at : Number.NaN, calls, of, sizeOf }
}

describe('painting an export', () => {
  test('side by side: each picture exactly in its pane, not resampled', () => {
    const { of } = painted('side-by-side')
    expect(of('drawImage').map(({ args }) => args)).toEqual([
      [pictures.panes[0], 0, 0, 538, 1080],
      [pictures.panes[1], 542, 0, 538, 1080],
    ])
  })

  test('overlay: the moving picture with its opacity over the reference', () => {
    const { of } = painted('overlay')
    expect(of('drawImage').map(({ alpha }) => alpha)).toEqual([1, 0.3])
    expect(of('fillText').every(({ alpha }) => alpha === 1)).toBe(true)
  })

  test('slider: the moving picture only right of the split, with a line on it', () => {
    const { of, split: at } = painted('slider')
    const split = Math.round(at * 1080)
    expect(of('rect')[0]?.args).toEqual([split, 0, 1080 - split, 1080])
    expect(of('fillRect').at(-1)?.args).toEqual([split - 2, 0, 4, 1080])
  })

  test('a split that lies across: the moving picture only below it', () => {
    const { of, split: at } = painted('slider', {}, 0.25, { sliderDirection: 'above' })
    const split = Math.round(at * 1080)
    expect(split).toBeCloseTo(270, -1)
    expect(of('rect')[0]?.args).toEqual([0, split, 1080, 1080 - split])
    expect(of('fillRect').at(-1)?.args).toEqual([0, split - 2, 1080, 4])
    const [ofReference, ofMoving] = of('roundRect').map(({ args }) => (args as number[])[1]! + (args as number[])[3]!)
    expect(ofReference).toBeLessThan(split)
    expect(ofMoving).toBeGreaterThan(split)
  })

  test('a turned view: the upright pane is turned about the middle of its place', () => {
    const viewport: Viewport = { ...wholePicture, quarterTurns: 1 }
    const { calls, layout } = painted('overlay', {}, 0.25, { viewport })
    const names = ['translate', 'rotate', 'drawImage']
    const steps = calls.filter(({ name }) => names.includes(name)).slice(0, 3)
    const { widthPx, heightPx } = layout.panes[0]!.view
    expect(steps.map(({ args }) => args)).toEqual([
      [540, 540],
      [Math.PI / 2],
      [pictures.panes[0], -widthPx / 2, -heightPx / 2, widthPx, heightPx],
    ])
  })

  test('photos that blink stand beside each other', () => {
    expect(painted('blink').of('drawImage')).toEqual(painted('side-by-side').of('drawImage'))
  })

  test.each(['difference', 'heat-map'] as const)('%s: the change, with what its colours mean', (kind) => {
    const change = {} as CanvasImageSource
    const look = kind === 'difference' ? { kind, tolerance: 4 } : { kind, tolerance: 2, opacity: 0.8 }
    const legend = { look, ends: ['Darker than Before', 'Lighter'] as const, notes: ['The light isn’t matched.'] }
    const { of } = painted(kind, { pictures: { ...pictures, change }, legend, ownText: 'Studio' })
    expect(of('drawImage').map(({ args }) => args[0])).toEqual([change])
    const texts = of('fillText').map(({ args }) => args[0])
    expect(texts.slice(-5)).toEqual([
      'Studio',
      'Darker than Before',
      'Lighter',
      'In one photo only',
      'The light isn’t matched.',
    ])
    expect(texts.slice(0, 4)).toEqual(['Before', '10 Jan 2026', 'Healed 1', 'Day 35 since session 1'])
    const [studio, plate] = of('roundRect')
      .slice(-2)
      .map(({ args }) => args as number[])
    expect(plate![1]).toBeGreaterThan(studio![1]! + studio![3]!)
    expect(of('fillRect').filter(({ args }) => args[2] === 1).length).toBeGreaterThan(200)
  })

  test.each([
    [-5, ['Healed 1', 'Day 35 since session 1']],
    [5, ['Before', '10 Jan 2026']],
  ])('slider at %d: only the photo that is seen is named', (sliderPosition, texts) => {
    expect(
      painted('slider', {}, sliderPosition)
        .of('fillText')
        .map(({ args }) => args[0]),
    ).toEqual(texts)
  })

  test.each(['side-by-side', 'slider', 'overlay'] as const)(
    '%s: text is large and stays inside the margins',
    (mode) => {
      const { of, sizeOf } = painted(mode, { ownText: 'A very long name of a studio that has to fit on the picture' })
      const texts = of('fillText')
      expect(texts.map(({ args }) => args[0])).toEqual([
        'Before',
        '10 Jan 2026',
        'Healed 1',
        'Day 35 since session 1',
        'A very long name of a studio that has to fit on the picture',
      ])
      for (const { font, scale } of texts) expect(sizeOf(font) * scale).toBeGreaterThanOrEqual(28)
      for (const { args, scale } of of('roundRect')) {
        const [left, top, width, height] = (args as number[]).map((length) => length * scale)
        expect(left).toBeGreaterThanOrEqual(36)
        expect(top).toBeGreaterThanOrEqual(36)
        expect(left! + width!).toBeLessThanOrEqual(1080 - 36)
        expect(top! + height!).toBeLessThanOrEqual(1080 - 36)
      }
    },
  )

  test('writes no second line where there is none', () => {
    const texts = [
      { title: 'Before', detail: null },
      { title: 'Healed 1', detail: null },
    ]
    expect(painted('overlay', { texts }).of('fillText')).toHaveLength(2)
  })
})
