// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { useComparisonView } from '../../../../renderer/features/compare/comparison-view.ts'
import { ComparisonScreen } from '../../../../renderer/features/compare/screen.tsx'
import type { Engine } from '../../../../renderer/ports.ts'
import type { ShownComparison } from '../../../../renderer/viewer/shown-comparison.ts'
import { alignedAddress, photoAddress } from '../../../../shared/addresses.ts'
import type { Alignment } from '../../../../shared/domain/alignment.ts'
import { wholePicture } from '../../../../shared/domain/geometry/viewport.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { InMemoryBridge } from '../in-memory-bridge.ts'
import { alignmentOf, crownLibrary, crownPhotos, showPair } from '../viewer/pair-bench.tsx'

vi.hoisted(() => vi.stubGlobal('CSS', { registerProperty: () => undefined, supports: () => false, escape: String }))

const [before, fresh, healed] = crownPhotos as [Photo, Photo, Photo]
const { clientId, treatmentId } = before

beforeEach(() =>
  useComparisonView.setState({
    mode: 'side-by-side',
    viewport: wholePicture,
    opacity: 0.5,
    split: 0.5,
    subject: null,
    isRigid: false,
    isBendingShown: false,
  }),
)

/** An engine that answers with this alignment, recorded first as main does. */
function aligning(bridge: InMemoryBridge, about: Partial<Alignment> = {}) {
  return vi.fn<Engine['alignPair']>(async (referenceId) => {
    const alignment = alignmentOf(crownPhotos.find(({ photoId }) => photoId === referenceId)!, healed, about)
    bridge.record([{ type: 'alignment-made', version: 2, data: alignment }])
    return alignment
  })
}

async function show(bridge: InMemoryBridge, alignPair: Engine['alignPair'], pair: [Photo, Photo] = [before, healed]) {
  const did = { onBack: vi.fn(), onPair: vi.fn(), onAdjust: vi.fn(), onDraw: vi.fn(), onExport: vi.fn() }
  const ofPair = ([reference, moving]: [Photo, Photo]) => (
    <ComparisonScreen
      clientId={clientId}
      treatmentId={treatmentId}
      referenceId={reference.photoId}
      movingId={moving.photoId}
      {...did}
    />
  )
  const shown = await showPair(bridge, { alignPair }, ofPair(pair))
  return { ...did, ...shown, showAnother: (other: [Photo, Photo]) => shown.rerender(ofPair(other)) }
}

const state = () => screen.findByRole('status', { name: 'Alignment' })
const modeInput = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name })
const sources = (name: RegExp) =>
  [...screen.getByRole('application', { name }).querySelectorAll('img')].map(({ src }) => src)

describe('comparing two photos', () => {
  test('an aligned pair that is stored is shown at once, without asking the engine', async () => {
    const bridge = crownLibrary()
    const stored = alignmentOf(before, healed)
    bridge.record([{ type: 'alignment-made', version: 2, data: stored }])
    const alignPair = aligning(bridge)
    await show(bridge, alignPair)
    expect(await within(await state()).findByText('Aligned')).toBeDefined()
    expect(sources(/^Reference/)).toEqual([photoAddress(before, 'work')])
    expect(sources(/^Compared/)).toEqual([alignedAddress(stored.alignmentId, 'aligned')])
    expect(alignPair).not.toHaveBeenCalled()
  })

  test('a new pair is aligned once, meanwhile each photo is shown as it is', async () => {
    const bridge = crownLibrary()
    let finish: (() => void) | undefined
    const answer = aligning(bridge)
    const alignPair = vi.fn<Engine['alignPair']>(async (referenceId, movingId, options) => {
      options?.onProgress?.(0.4, 'Finding the head…')
      await new Promise<void>((resolve) => {
        finish = resolve
      })
      return answer(referenceId, movingId)
    })
    await show(bridge, alignPair)
    expect(await screen.findByText('Aligning… Finding the head…')).toBeDefined()
    expect(screen.getByRole('progressbar', { name: 'Aligning the photos' }).getAttribute('aria-valuenow')).toBe('40')
    expect(sources(/^Compared/)).toEqual([photoAddress(healed, 'work')])
    expect(modeInput('Slider').disabled).toBe(true)
    finish?.()
    expect(await within(await state()).findByText('Aligned')).toBeDefined()
    expect(modeInput('Slider').disabled).toBe(false)
    expect(alignPair).toHaveBeenCalledOnce()
  })

  test('aligning can be cancelled and started again', async () => {
    const bridge = crownLibrary()
    const answer = aligning(bridge)
    const alignPair = vi.fn<Engine['alignPair']>(answer).mockImplementationOnce(
      (_reference, _moving, options) =>
        new Promise((_, reject) => {
          options?.signal?.addEventListener('abort', () => reject(new AppError('cancelled')))
        }),
    )
    await show(bridge, alignPair)
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
    expect(await within(await state()).findByText('Not aligned')).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Align now' }))
    expect(await within(await state()).findByText('Aligned')).toBeDefined()
  })

  test('a failure is said plainly and can be tried again', async () => {
    const bridge = crownLibrary()
    const alignPair = vi.fn<Engine['alignPair']>(aligning(bridge)).mockRejectedValueOnce(new AppError('photo-missing'))
    await show(bridge, alignPair)
    expect((await screen.findByRole('alert')).textContent).toContain('is missing from the library folder')
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await within(await state()).findByText('Aligned')).toBeDefined()
  })

  test('a pair with too little in common is never shown as aligned', async () => {
    const bridge = crownLibrary()
    useComparisonView.setState({ mode: 'overlay' })
    const { onAdjust } = await show(bridge, aligning(bridge, { outcome: 'needs-landmarks' }))
    expect(await within(await state()).findByText('Needs landmarks')).toBeDefined()
    expect(sources(/^Compared/)).toEqual([photoAddress(healed, 'work')])
    expect(modeInput('Slider').disabled).toBe(true)
    expect(modeInput('Overlay').disabled).toBe(true)
    await userEvent.keyboard('2')
    expect(screen.queryByRole('slider')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Place landmarks' }))
    expect(onAdjust).toHaveBeenCalledOnce()
  })

  test('an alignment that must be checked says why', async () => {
    const bridge = crownLibrary()
    const quality = { ...alignmentOf(before, healed).quality, reasons: ['The head is turned by 9°.'] }
    await show(bridge, aligning(bridge, { outcome: 'check', quality }))
    await userEvent.click(await screen.findByRole('button', { name: 'Check the alignment: show why' }))
    expect(await screen.findByText('The head is turned by 9°.')).toBeDefined()
  })

  test('landmarks placed since make it align again, and "By hand" is shown', async () => {
    const bridge = crownLibrary()
    const stored = alignmentOf(before, healed)
    const mark = { reference: { x: 1, y: 1 }, moving: { x: 2, y: 2 } }
    const { pairKey } = stored
    const landmarks = { pairKey, referenceId: before.photoId, movingId: healed.photoId, landmarks: [mark, mark] }
    bridge.record([
      { type: 'alignment-made', version: 2, data: stored },
      { type: 'landmarks-placed', version: 1, data: landmarks },
    ])
    const alignPair = aligning(bridge, { method: 'by-hand' })
    await show(bridge, alignPair)
    expect(await within(await state()).findByText('By hand')).toBeDefined()
    expect(alignPair).toHaveBeenCalledOnce()
  })

  test('an alignment of an older algorithm is made anew', async () => {
    const bridge = crownLibrary()
    bridge.record([
      { type: 'alignment-made', version: 2, data: alignmentOf(before, healed, { algorithmVersion: 999 }) },
    ])
    const alignPair = aligning(bridge)
    await show(bridge, alignPair)
    expect(await within(await state()).findByText('Aligned')).toBeDefined()
    expect(alignPair).toHaveBeenCalledOnce()
  })

  test('a head outline that is taken back makes it ask again', async () => {
    const bridge = crownLibrary()
    bridge.record([{ type: 'alignment-made', version: 2, data: alignmentOf(before, healed) }])
    const alignPair = aligning(bridge)
    await show(bridge, alignPair)
    await within(await state()).findByText('Aligned')
    expect(alignPair).not.toHaveBeenCalled()
    const ellipse = { centreX: 500, centreY: 400, radiusX: 200, radiusY: 300, angleDegrees: 0 }
    const head = { ellipse, by: 'hand' as const, quarterTurns: 0 }
    bridge.record([{ type: 'head-marked', version: 1, data: { photoId: before.photoId, head } }])
    await waitFor(() => expect(alignPair).toHaveBeenCalledTimes(1))
    bridge.record([{ type: 'head-marked', version: 1, data: { photoId: before.photoId, head: null } }])
    await waitFor(async () => expect(await within(await state()).findByText('Aligned')).toBeDefined())
  })

  test('the keys 1, 2, 3 change the mode; the place stays', async () => {
    const bridge = crownLibrary()
    await show(bridge, aligning(bridge))
    await within(await state()).findByText('Aligned')
    await userEvent.keyboard('++')
    const zoomed = useComparisonView.getState().viewport
    expect(zoomed.zoom).toBeGreaterThan(1.5)
    await userEvent.keyboard('2')
    expect(screen.getByRole('slider', { name: 'Split between Before and Healed 1' })).toBeDefined()
    await userEvent.keyboard('3')
    expect(screen.getByRole('slider', { name: 'Opacity of Healed 1' })).toBeDefined()
    await userEvent.keyboard(']]')
    expect(useComparisonView.getState().opacity).toBeCloseTo(0.6, 9)
    await userEvent.keyboard('1')
    expect(screen.getAllByRole('application')).toHaveLength(2)
    expect(useComparisonView.getState().viewport).toEqual(zoomed)
  })

  test('the arrow keys step the moving photo, and the place stays for the next pair', async () => {
    const bridge = crownLibrary()
    const { onPair, showAnother } = await show(bridge, aligning(bridge))
    await within(await state()).findByText('Aligned')
    await userEvent.keyboard('+{ArrowLeft}')
    expect(onPair).toHaveBeenCalledExactlyOnceWith({ referenceId: before.photoId, movingId: fresh.photoId })
    const { viewport } = useComparisonView.getState()
    showAnother([before, fresh])
    await screen.findByRole('heading', { name: 'Before and Session 1' })
    expect(useComparisonView.getState().viewport).toEqual(viewport)
  })

  test('arrow keys on a focused pane pan and don’t step', async () => {
    const bridge = crownLibrary()
    const { onPair } = await show(bridge, aligning(bridge))
    await within(await state()).findByText('Aligned')
    const pane = screen.getByRole('application', { name: /^Reference/ })
    pane.focus()
    fireEvent.keyDown(pane, { key: 'ArrowLeft' })
    expect(onPair).not.toHaveBeenCalled()
  })

  test('the strip names the baseline, compares by a click and changes the baseline by its pin', async () => {
    const bridge = crownLibrary()
    const { onPair } = await show(bridge, aligning(bridge))
    const strip = await screen.findByRole('navigation', { name: 'Stages of this angle' })
    expect(within(strip).getByRole('button', { name: /^Baseline: Crown · Before/ })).toHaveProperty('disabled', true)
    expect(
      within(strip)
        .getByRole('button', { name: /^Compare with Crown · Healed 1/ })
        .getAttribute('aria-current'),
    ).toBe('true')
    await userEvent.click(within(strip).getByRole('button', { name: /^Compare with Crown · Session 1/ }))
    expect(onPair).toHaveBeenLastCalledWith({ referenceId: before.photoId, movingId: fresh.photoId })
    await userEvent.click(within(strip).getByRole('button', { name: 'Make Healed 1 the baseline' }))
    // the pin is recorded first
    await waitFor(() =>
      expect(onPair).toHaveBeenLastCalledWith({ referenceId: healed.photoId, movingId: before.photoId }),
    )
  })

  test('each picture says stage, date and days, never the client’s name', async () => {
    const bridge = crownLibrary()
    await show(bridge, aligning(bridge))
    await within(await state()).findByText('Aligned')
    const pane = screen.getByRole('application', { name: /^Compared/ })
    for (const image of pane.querySelectorAll('img')) fireEvent.load(image)
    expect(pane.textContent).toBe('Healed 1 · Crown16 Feb 2026 · day 35 since session 1')
    expect(screen.getByRole('main').textContent).not.toContain('Ada')
  })

  test('an export gets what is seen: mode, viewport and the split’s place on the picture', async () => {
    const bridge = crownLibrary()
    const { onExport } = await show(bridge, aligning(bridge))
    await within(await state()).findByText('Aligned')
    await userEvent.keyboard('2')
    useComparisonView.setState({ split: 0.75 })
    await userEvent.click(screen.getByRole('button', { name: 'Export…' }))
    await waitFor(() => expect(onExport).toHaveBeenCalledOnce())
    const shown = onExport.mock.lastCall?.[0] as ShownComparison
    expect(shown).toMatchObject({ mode: 'slider', viewport: wholePicture, reference: before, moving: healed })
    expect(shown.alignment?.outcome).toBe('aligned')
    expect(shown.sliderPosition).toBeCloseTo(0.75, 9)
  })
})
