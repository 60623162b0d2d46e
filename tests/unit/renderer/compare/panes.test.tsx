// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { useComparisonView } from '../../../../renderer/features/compare/comparison-view.ts'
import { ComparisonScreen } from '../../../../renderer/features/compare/screen.tsx'
import type { Engine } from '../../../../renderer/ports.ts'
import { alignedAddress, photoAddress } from '../../../../shared/addresses.ts'
import type { Alignment } from '../../../../shared/domain/alignment.ts'
import type { ComparedPhotos } from '../../../../shared/domain/compared-photos.ts'
import { wholePicture } from '../../../../shared/domain/geometry/viewport.ts'
import { alignmentIdSchema } from '../../../../shared/domain/ids.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import type { InMemoryBridge } from '../in-memory-bridge.ts'
import { photoOf } from '../photo-samples.ts'
import { alignmentOf, crownLibrary, crownPhotos, showPair } from '../viewer/pair-bench.tsx'

vi.hoisted(() => vi.stubGlobal('CSS', { registerProperty: () => undefined, supports: () => false, escape: String }))

const [before, fresh, healed] = crownPhotos as [Photo, Photo, Photo]
const { clientId, treatmentId } = before
const pair: ComparedPhotos = { referenceId: before.photoId, movingId: healed.photoId }
const three: ComparedPhotos = { ...pair, panes: [fresh.photoId, healed.photoId] }

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

/** The library with both pairs' alignments recorded; what matters of the fresh one's is given. */
function alignedLibrary(ofFresh: Partial<Alignment> = {}): InMemoryBridge {
  const bridge = crownLibrary()
  const alignmentId = alignmentIdSchema.parse('b'.repeat(64))
  bridge.record([
    { type: 'alignment-made', version: 2, data: alignmentOf(before, healed) },
    { type: 'alignment-made', version: 2, data: alignmentOf(before, fresh, { alignmentId, ...ofFresh }) },
  ])
  return bridge
}

async function show(bridge: InMemoryBridge, compared: ComparedPhotos, work: Partial<Engine> = {}) {
  const did = { onBack: vi.fn(), onPair: vi.fn(), onAdjust: vi.fn(), onDraw: vi.fn(), onExport: vi.fn() }
  const screenOf = (shown: ComparedPhotos) => (
    <ComparisonScreen clientId={clientId} treatmentId={treatmentId} {...shown} {...did} />
  )
  const alignPair = vi.fn<Engine['alignPair']>(() => new Promise(() => undefined))
  const shown = await showPair(bridge, { alignPair, ...work }, screenOf(compared))
  await within(await screen.findByRole('status', { name: 'Alignment' })).findByText(/^(Aligned|Needs landmarks)$/)
  return { ...did, showAnother: (next: ComparedPhotos) => shown.rerender(screenOf(next)), alignPair }
}

const pane = (name: RegExp) => screen.getByRole('application', { name })
const sources = (element: Element) => [...element.querySelectorAll('img')].map(({ src }) => src)

describe('several photos side by side', () => {
  test('stand in the baseline’s frame, each with the state of its alignment', async () => {
    await show(alignedLibrary(), three)
    expect(await within(pane(/^Pane 1, baseline: Crown · Before/)).findByText('Baseline')).toBeDefined()
    expect(sources(pane(/^Pane 1/))).toEqual([photoAddress(before, 'work')])
    const second = pane(/^Pane 2: Crown · Session 1/)
    expect(await within(second).findByText('Aligned')).toBeDefined()
    expect(sources(second)).toEqual([alignedAddress(alignmentIdSchema.parse('b'.repeat(64)), 'aligned')])
    expect(sources(pane(/^Pane 3, chosen: Crown · Healed 1/))).toEqual([
      alignedAddress(alignmentIdSchema.parse('a'.repeat(64)), 'aligned'),
    ])
  })

  test('one that can’t be aligned is shown in its own frame, and says so', async () => {
    await show(alignedLibrary({ outcome: 'needs-landmarks', transform: null }), three)
    const second = pane(/^Pane 2/)
    expect(await within(second).findByText('Not aligned: own frame')).toBeDefined()
    expect(sources(second)).toEqual([photoAddress(fresh, 'work')])
  })

  test('one that is being aligned says so; the one in the hand is asked for once', async () => {
    const bridge = crownLibrary()
    bridge.record([{ type: 'alignment-made', version: 2, data: alignmentOf(before, healed) }])
    const { alignPair } = await show(bridge, three)
    expect(await within(pane(/^Pane 2/)).findByText('Aligning… own frame')).toBeDefined()
    expect(alignPair.mock.calls.map(([, movingId]) => movingId)).toEqual([fresh.photoId])
  })

  test('are as many as is chosen, by a click or N; two-photo modes give way to them', async () => {
    const { onPair, showAnother } = await show(alignedLibrary(), pair)
    await userEvent.keyboard('2')
    await userEvent.keyboard('n')
    expect(onPair).toHaveBeenLastCalledWith(three)
    expect(useComparisonView.getState().mode).toBe('side-by-side')
    showAnother(three)
    await userEvent.click(screen.getByRole('img', { name: 'All stages of this angle' }))
    expect(onPair).toHaveBeenLastCalledWith({ ...pair, panes: 'all' })
    showAnother({ ...pair, panes: 'all' })
    expect(await screen.findAllByRole('application')).toHaveLength(3)
    await userEvent.keyboard('n')
    expect(onPair).toHaveBeenLastCalledWith(pair)
    const four = screen.getAllByRole<HTMLInputElement>('radio').find(({ value }) => value === '4')
    expect(four?.disabled).toBe(true)
  })

  test('a click or A takes another one in the hand, and the arrow keys still step', async () => {
    const { onPair, showAnother } = await show(alignedLibrary(), three)
    await userEvent.click(pane(/^Pane 2/))
    expect(onPair).toHaveBeenLastCalledWith({ ...three, movingId: fresh.photoId })
    showAnother({ ...pair, movingId: fresh.photoId, panes: 'all' })
    await userEvent.click(pane(/^Pane 1/))
    await userEvent.keyboard('{ArrowRight}')
    expect(onPair).toHaveBeenLastCalledWith({ ...pair, panes: 'all' })
    await userEvent.keyboard('a')
    expect(onPair).toHaveBeenLastCalledWith({ ...pair, panes: 'all' })
  })

  test('in a mode of two photos are the baseline and the one in the hand', async () => {
    await show(alignedLibrary(), { ...three, movingId: fresh.photoId })
    await userEvent.keyboard('2')
    expect(screen.getByRole('slider', { name: 'Split between Before and Session 1' })).toBeDefined()
  })
})

describe('a step', () => {
  test('never shows a photo that isn’t aligned while its alignment is being read', async () => {
    const { showAnother } = await show(alignedLibrary(), pair)
    const seen = new Set<string>()
    const observer = new MutationObserver(() => {
      for (const source of sources(document.body)) seen.add(source)
    })
    observer.observe(document.body, { subtree: true, childList: true, attributes: true })
    showAnother({ ...pair, movingId: fresh.photoId })
    const next = alignedAddress(alignmentIdSchema.parse('b'.repeat(64)), 'aligned')
    await waitFor(() => expect(sources(pane(/^Compared/))).toEqual([next]))
    observer.disconnect()
    expect(seen).toContain(next)
    expect(seen).not.toContain(photoAddress(fresh, 'work'))
  })

  test('finds its picture fetched ahead: the neighbours’, and no others', async () => {
    const fetched: string[] = []
    class FetchedImage {
      set src(address: string) {
        if (address) fetched.push(address)
      }
      async decode() {}
    }
    vi.stubGlobal('Image', FetchedImage)
    const measurePairLight = vi.fn<Engine['measurePairLight']>(() => new Promise(() => undefined))
    await show(alignedLibrary(), pair, { measurePairLight })
    const alignmentId = alignmentIdSchema.parse('b'.repeat(64))
    await waitFor(() => expect(fetched).toEqual([alignedAddress(alignmentId, 'aligned')]))
    // and its light is measured, after that of the pair on the screen
    await waitFor(() => expect(measurePairLight).toHaveBeenCalledTimes(2))
    expect(measurePairLight.mock.lastCall?.[2]).toBe(alignmentId)
    vi.unstubAllGlobals()
    vi.stubGlobal('CSS', { registerProperty: () => undefined, supports: () => false, escape: String })
  })

  test('goes to the same stages of the next angle, at a place of its own, and says what is lacking', async () => {
    const bridge = alignedLibrary()
    const top = [
      photoOf(10, { angle: 'top', stage: 'before' }),
      photoOf(11, { angle: 'top', stage: 'session-1' }),
    ] as const
    bridge.record(top.map((data) => ({ type: 'photo-imported', version: 1, data })))
    const { onPair, showAnother } = await show(bridge, pair)
    await userEvent.keyboard('++')
    const zoomed = useComparisonView.getState().viewport
    await screen.findByRole('button', { name: 'Previous angle: Top' })
    await userEvent.keyboard('{ArrowDown}')
    expect(onPair).not.toHaveBeenCalled()
    await userEvent.keyboard('{ArrowUp}')
    const ofTop = { referenceId: top[0].photoId, movingId: top[1].photoId }
    expect(onPair).toHaveBeenLastCalledWith(ofTop)
    expect(await screen.findByText('Top has no Healed 1: Session 1 is shown instead.')).toBeDefined()
    showAnother(ofTop)
    await waitFor(() => expect(useComparisonView.getState().viewport).toEqual(wholePicture))
    showAnother(pair)
    await waitFor(() => expect(useComparisonView.getState().viewport).toEqual(zoomed))
  })

  test('O pins the photo in the hand as the baseline', async () => {
    const bridge = alignedLibrary()
    const { onPair } = await show(bridge, three)
    await userEvent.keyboard('o')
    await waitFor(() =>
      expect(onPair).toHaveBeenLastCalledWith({
        referenceId: healed.photoId,
        movingId: before.photoId,
        panes: [fresh.photoId, before.photoId],
      }),
    )
    expect([...bridge.facts.references.values()]).toMatchObject([{ photoId: healed.photoId }])
  })
})

describe('saving', () => {
  test('keeps the photos, their panes and how they are looked at with the client; undo takes it back', async () => {
    const bridge = alignedLibrary()
    await show(bridge, three)
    await userEvent.keyboard('++')
    const { viewport } = useComparisonView.getState()
    await userEvent.keyboard('{Control>}s{/Control}')
    const name = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Name' })
    expect(name.value).toBe('Before ↔ Session 1 ↔ Healed 1')
    await userEvent.clear(name)
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true)
    await userEvent.type(name, ' Review {Enter}')
    await screen.findByText('Comparison saved: Review')
    expect([...bridge.facts.comparisons.values()]).toMatchObject([
      { name: 'Review', treatmentId, photos: three, look: { mode: 'side-by-side', viewport, isRigid: false } },
    ])
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect([...bridge.facts.comparisons.values()]).toMatchObject([{ isRemoved: true }]))
  })

  test('keeps the stages and the mode as the studio’s own, with the newest stage as such if that is meant', async () => {
    const bridge = alignedLibrary()
    await show(bridge, three)
    await userEvent.keyboard('2')
    await userEvent.click(screen.getByRole('button', { name: 'Save this comparison' }))
    await userEvent.click(await screen.findByRole('radio', { name: 'Every client' }))
    const newest = screen.getByRole<HTMLInputElement>('checkbox', { name: /^The newest stage/ })
    expect(newest.checked).toBe(true)
    expect(screen.getByText(/Before ↔ Session 1 ↔ newest, Slider\.$/)).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('Saved as the studio’s own: Before ↔ Session 1 ↔ newest')
    expect([...bridge.facts.hangingProtocols.values()]).toMatchObject([
      { stages: ['before', 'session-1', 'newest'], mode: 'slider', isRemoved: false },
    ])
  })
})
