// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { useComparisonView } from '../../../../renderer/features/compare/comparison-view.ts'
import { ComparisonScreen } from '../../../../renderer/features/compare/screen.tsx'
import { useDrawingDisplay } from '../../../../renderer/viewer/drawings/drawing-display.ts'
import type { ShownComparison } from '../../../../renderer/viewer/shown-comparison.ts'
import type { Alignment } from '../../../../shared/domain/alignment.ts'
import { distance } from '../../../../shared/domain/geometry/points.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { drawingOn, zoneAt } from '../../domain/drawing/drawing-samples.ts'
import { stubCanvas } from '../draw/draw-bench.tsx'
import type { InMemoryBridge } from '../in-memory-bridge.ts'
import { alignmentOf, crownLibrary, crownPhotos, showPair } from '../viewer/pair-bench.tsx'

vi.hoisted(() => vi.stubGlobal('CSS', { registerProperty: () => undefined, supports: () => false, escape: String }))

const [before, fresh, healed] = crownPhotos as [Photo, Photo, Photo]
const moved = (tx: number) => ({ similarity: { a: 1, b: 0, tx, ty: 0 }, field: null })

beforeEach(() => {
  useComparisonView.setState({ mode: 'side-by-side', subject: null, isRigid: false, isBendingShown: false })
  useDrawingDisplay.setState({ areShown: true, hiddenKinds: new Set(), hiddenIds: new Set() })
})

async function show(bridge: InMemoryBridge, stored: Alignment, drawnOn: readonly (readonly [Photo, number])[]) {
  stubCanvas()
  bridge.record([
    { type: 'alignment-made', version: 2, data: stored },
    ...drawnOn.map(([photo, number]) => ({
      type: 'drawing-added' as const,
      version: 1 as const,
      data: drawingOn(photo, number, zoneAt(500, 400, 100, number % 2 === 0 ? 'avoid' : 'treated')),
    })),
  ])
  const did = { onBack: vi.fn(), onPair: vi.fn(), onAdjust: vi.fn(), onDraw: vi.fn(), onExport: vi.fn() }
  const measurePhoto = async () => ({
    ...{ skinLuminance: 0.4, skinRedToBlue: 2, edgeWidthPercent: 0.9 },
    headRoomPercent: { above: 20, left: 20, right: 20 },
  })
  const { clientId, treatmentId } = before
  const pair = { referenceId: stored.referenceId, movingId: stored.movingId }
  await showPair(
    bridge,
    { alignPair: async () => stored, measurePhoto },
    <ComparisonScreen clientId={clientId} treatmentId={treatmentId} {...pair} {...did} />,
  )
  await within(await screen.findByRole('status', { name: 'Alignment' })).findByText(/^(Aligned|Needs landmarks)$/)
  return did
}

const over = (name: RegExp) => within(screen.getByRole('application', { name }))
const exported = async (onExport: ReturnType<typeof vi.fn>): Promise<ShownComparison> => {
  await userEvent.click(screen.getByRole('button', { name: 'Export…' }))
  return onExport.mock.lastCall?.[0]
}

test('what is drawn on the reference is seen over both aligned photos, and leads to the drawing table', async () => {
  const { onDraw } = await show(crownLibrary(), alignmentOf(before, healed), [
    [before, 1],
    [before, 2],
  ])
  for (const pane of [/^Reference/, /^Compared/])
    expect(await over(pane).findByRole('img', { name: '2 drawings: Treated, Avoid' })).toBeDefined()
  await userEvent.keyboard('3')
  expect(screen.getAllByRole('img', { name: /drawings/ })).toHaveLength(1)
  await userEvent.click(screen.getByRole('button', { name: 'Draw…' }))
  expect(onDraw).toHaveBeenCalledOnce()
})

test('what was drawn on another stage is carried into the frame of this baseline', async () => {
  const bridge = crownLibrary()
  bridge.record([{ type: 'alignment-made', version: 2, data: alignmentOf(fresh, healed, { transform: moved(30) }) }])
  const { onExport } = await show(bridge, alignmentOf(before, healed, { transform: moved(-50) }), [[fresh, 1]])
  await over(/^Compared/).findByRole('img', { name: '1 drawing: Treated' })
  const { drawings } = await exported(onExport)
  // from the fresh photo 30 px to the right into the healed one, from there 50 px to the right into the first
  const [top] = [drawings!.reference[0]!.drawn.labelAt]
  expect(distance(top, { x: 580, y: 300 })).toBeLessThan(1)
  expect(drawings!.moving).toEqual(drawings!.reference)
})

test('d opens a menu that hides by kind; what is hidden isn’t exported', async () => {
  const { onExport } = await show(crownLibrary(), alignmentOf(before, healed), [
    [before, 1],
    [before, 2],
  ])
  await over(/^Reference/).findByRole('img', { name: '2 drawings: Treated, Avoid' })
  await userEvent.keyboard('d')
  const avoid = await screen.findByRole('menuitemcheckbox', { name: 'Zone to avoid', checked: true })
  await userEvent.click(avoid)
  expect(over(/^Reference/).getByRole('img', { name: '1 drawing: Treated' })).toBeDefined()
  expect(avoid.getAttribute('aria-checked')).toBe('false')
  await userEvent.click(screen.getByRole('menuitemcheckbox', { name: 'All drawings', checked: true }))
  await waitFor(() => expect(over(/^Compared/).queryByRole('img', { name: /drawing/ })).toBeNull())
  await userEvent.keyboard('{Escape}')
  expect((await exported(onExport)).drawings).toEqual({ reference: [], moving: [] })
  await userEvent.keyboard('d')
  await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: 'All drawings', checked: false }))
  expect(over(/^Compared/).getByRole('img', { name: '1 drawing: Treated' })).toBeDefined()
})

test('over photos that aren’t aligned each shows only what was drawn on it', async () => {
  await show(crownLibrary(), alignmentOf(before, healed, { outcome: 'needs-landmarks' }), [
    [before, 1],
    [healed, 2],
  ])
  expect(await over(/^Reference/).findByRole('img', { name: '1 drawing: Treated' })).toBeDefined()
  expect(await over(/^Compared/).findByRole('img', { name: '1 drawing: Avoid' })).toBeDefined()
})

test('without drawings there is nothing to hide', async () => {
  await show(crownLibrary(), alignmentOf(before, healed), [])
  expect(screen.queryByRole('button', { name: 'Drawings' })).toBeNull()
  await userEvent.keyboard('d')
  expect(screen.queryByRole('menu')).toBeNull()
})
