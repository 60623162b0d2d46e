import { describe, expect, test } from 'vitest'
import { type PaintedComparison, paintComparison } from '../../../../renderer/features/share/comparison-painter.ts'
import { layoutOf } from '../../../../renderer/features/share/export-layout.ts'
import type { ComparisonMode, ShownComparison } from '../../../../renderer/viewer/shown-comparison.ts'
import { wholePicture } from '../../../../shared/domain/geometry/viewport.ts'
import { crownPhotos } from '../viewer/pair-bench.tsx'
import { recordingContext } from './recording-context.ts'

const pictures = { reference: {} as CanvasImageSource, moving: {} as CanvasImageSource }

function painted(mode: ComparisonMode, about: Partial<PaintedComparison> = {}, sliderPosition = 0.25) {
  const comparison: ShownComparison = {
    reference: crownPhotos[0]!,
    moving: crownPhotos[2]!,
    alignment: null,
    isRigid: false,
    mode,
    viewport: wholePicture,
    opacity: 0.3,
    sliderPosition,
  }
  const layout = layoutOf(comparison, '1:1', 'beside', 'fill')
  const texts = {
    reference: { title: 'Before', detail: '10 Jan 2026' },
    moving: { title: 'Healed 1', detail: 'Day 35 since session 1' },
  }
  const { context, calls, sizeOf } = recordingContext()
  paintComparison(context, { layout, mode, opacity: 0.3, pictures, texts, ownText: '', ...about })
  const of = (name: string) => calls.filter((call) => call.name === name)
  return { layout, calls, of, sizeOf }
}

describe('painting an export', () => {
  test('side by side: each picture exactly in its pane, not resampled', () => {
    const { of } = painted('side-by-side')
    expect(of('drawImage').map(({ args }) => args)).toEqual([
      [pictures.reference, 0, 0, 538, 1080],
      [pictures.moving, 542, 0, 538, 1080],
    ])
  })

  test('overlay: the moving picture with its opacity over the reference', () => {
    const { of } = painted('overlay')
    expect(of('drawImage').map(({ alpha }) => alpha)).toEqual([1, 0.3])
    expect(of('fillText').every(({ alpha }) => alpha === 1)).toBe(true)
  })

  test('slider: the moving picture only right of the split, with a line on it', () => {
    const { of, layout } = painted('slider')
    const split = Math.round(layout.split * 1080)
    expect(of('rect')[0]?.args).toEqual([split, 0, 1080 - split, 1080])
    expect(of('fillRect').at(-1)?.args).toEqual([split - 2, 0, 4, 1080])
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
      for (const { font } of texts) expect(sizeOf(font)).toBeGreaterThanOrEqual(28)
      for (const { args } of of('roundRect')) {
        const [left, top, width, height] = args as number[]
        expect(left).toBeGreaterThanOrEqual(36)
        expect(top).toBeGreaterThanOrEqual(36)
        expect(left! + width!).toBeLessThanOrEqual(1080 - 36)
        expect(top! + height!).toBeLessThanOrEqual(1080 - 36)
      }
    },
  )

  test('writes no second line where there is none', () => {
    const texts = { reference: { title: 'Before', detail: null }, moving: { title: 'Healed 1', detail: null } }
    expect(painted('overlay', { texts }).of('fillText')).toHaveLength(2)
  })
})
