// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { ComparisonPicker } from '../../../../renderer/comparisons/comparison-picker.tsx'
import type { Angle } from '../../../../shared/domain/angle.ts'
import type { DomainEvent } from '../../../../shared/domain/events.ts'
import { wholePicture } from '../../../../shared/domain/geometry/viewport.ts'
import { protocolIdSchema } from '../../../../shared/domain/hanging-protocol.ts'
import type { PhotoId } from '../../../../shared/domain/ids.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { type ComparisonLook, comparisonIdSchema } from '../../../../shared/domain/saved-comparison.ts'
import type { InMemoryBridge } from '../in-memory-bridge.ts'
import { photoOf } from '../photo-samples.ts'
import { crownLibrary, crownPhotos, showPair } from '../viewer/pair-bench.tsx'

const [before, fresh, healed] = crownPhotos as [Photo, Photo, Photo]
const { treatmentId } = before!
const look: ComparisonLook = {
  mode: 'overlay',
  viewport: { ...wholePicture, zoom: 3 },
  opacity: 0.7,
  split: 0.5,
  isRigid: true,
}
const saved: DomainEvent = {
  type: 'comparison-saved',
  version: 1,
  data: {
    comparisonId: comparisonIdSchema.parse('44444444-4444-4444-8444-444444444444'),
    treatmentId,
    name: 'Review',
    photos: { referenceId: before.photoId, movingId: healed.photoId, panes: [fresh.photoId, healed.photoId] },
    look,
  },
}
const ours = (stages: ('before' | 'session-1' | 'healed-3' | 'newest')[]): DomainEvent => ({
  type: 'hanging-protocol-saved',
  version: 1,
  data: {
    protocolId: protocolIdSchema.parse('55555555-5555-4555-8555-555555555555'),
    name: 'Ours',
    stages,
    mode: 'slider',
  },
})
const removed = (photoId: PhotoId): DomainEvent => ({ type: 'photo-removed', version: 1, data: { photoId } })

async function show(events: readonly DomainEvent[] = [], angle: Angle | null = null) {
  const bridge: InMemoryBridge = crownLibrary()
  bridge.record(events)
  const did = { onPick: vi.fn(), onClose: vi.fn() }
  const photos = [...bridge.facts.photos.values()].filter((photo) => !photo.isRemoved)
  await showPair(bridge, {}, <ComparisonPicker treatmentId={treatmentId} photos={photos} angle={angle} {...did} />)
  await screen.findByRole('region', { name: 'Proposed' })
  return { bridge, ...did }
}

const list = (name: string) => screen.getByRole('region', { name })
const names = (region: string) =>
  within(list(region))
    .queryAllByRole('button')
    .filter((button) => button.hasAttribute('data-comparison'))
    .map((button) => button.querySelector('[class*=name]')?.firstChild?.textContent)

describe('what is proposed', () => {
  test('stands best first, with its reasons; one is picked by the keyboard alone', async () => {
    const { onPick } = await show()
    expect(names('Proposed')).toEqual(['Before ↔ newest', 'Same session: fresh ↔ healed', 'All stages'])
    const best = within(list('Proposed')).getByRole('button', { name: /^Before ↔ newest/ })
    expect(best.textContent).toContain('Fits best')
    expect(best.textContent).toContain('Crown · Before ↔ Healed 1Healed 1 is the newest · not aligned yet')
    await waitFor(() => expect(document.activeElement).toBe(best))
    await userEvent.keyboard('{Enter}')
    expect(onPick).toHaveBeenLastCalledWith({
      photos: { referenceId: before.photoId, movingId: healed.photoId },
      reference: before,
      look: {},
    })
  })

  test('is of one angle, or of every angle', async () => {
    const tops = [photoOf(10, { angle: 'top', stage: 'before' }), photoOf(11, { angle: 'top', stage: 'healed-1' })]
    await show(
      tops.map((data): DomainEvent => ({ type: 'photo-imported', version: 1, data })),
      'top',
    )
    expect(names('Proposed')).toEqual(['Before ↔ newest'])
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Angle' }), 'Every angle')
    expect(names('Proposed')).toHaveLength(4)
  })

  test('says when there is nothing to compare', async () => {
    await show([removed(fresh.photoId), removed(healed.photoId)])
    expect(screen.getByText('Nothing to compare yet: an angle needs photos of two stages.')).toBeDefined()
  })
})

describe('the studio’s own', () => {
  test('are proposed with their mode, renamed and removed with undo', async () => {
    const { bridge, onPick } = await show([ours(['before', 'session-1', 'newest'])])
    const own = () => within(list('Proposed')).getByRole('button', { name: /^Ours/ })
    await userEvent.click(own())
    expect(onPick).toHaveBeenLastCalledWith(
      expect.objectContaining({
        look: { mode: 'slider' },
        photos: expect.objectContaining({ panes: [fresh.photoId, healed.photoId] }),
      }),
    )
    await userEvent.click(screen.getByRole('button', { name: 'Actions: Ours' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Rename…' }))
    const field = await screen.findByRole('textbox', { name: 'Name' })
    await userEvent.clear(field)
    await userEvent.type(field, 'Three steps{Enter}')
    await within(list('Proposed')).findByRole('button', { name: /^Three steps/ })
    await userEvent.click(screen.getByRole('button', { name: 'Actions: Three steps' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Remove' }))
    await waitFor(() => expect(names('Proposed')).not.toContain('Three steps'))
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(names('Proposed')).toContain('Three steps'))
    expect([...bridge.facts.hangingProtocols.values()]).toHaveLength(1)
  })

  test('stay listed where their stages were not photographed, and can’t be opened there', async () => {
    await show([ours(['session-1', 'healed-3'])])
    const own = within(list('Proposed')).getByRole<HTMLButtonElement>('button', { name: /^Ours/ })
    expect(own.disabled).toBe(true)
    expect(own.textContent).toContain('These stages were not photographed here.')
  })
})

describe('what was saved', () => {
  test('is opened exactly as it was saved', async () => {
    const { onPick } = await show([saved])
    await userEvent.click(within(list('Saved')).getByRole('button', { name: /^Review/ }))
    expect(onPick).toHaveBeenLastCalledWith({ photos: saved.data.photos, reference: before, look })
  })

  test('says which photos were removed, and opens without them', async () => {
    const { onPick } = await show([saved, removed(fresh.photoId)])
    const item = within(list('Saved')).getByRole('button', { name: /^Review/ })
    expect(item.textContent).toContain('One of its photos was removed.')
    await userEvent.click(item)
    expect(onPick.mock.lastCall?.[0].photos).toEqual({ referenceId: before.photoId, movingId: healed.photoId })
  })

  test('can’t be opened without its baseline', async () => {
    await show([saved, removed(before.photoId)])
    expect(within(list('Saved')).getByRole<HTMLButtonElement>('button', { name: /^Review/ }).disabled).toBe(true)
  })

  test('is removed with undo', async () => {
    await show([saved])
    await userEvent.click(screen.getByRole('button', { name: 'Actions: Review' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Remove' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Saved' })).toBeNull())
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(await screen.findByRole('region', { name: 'Saved' })).toBeDefined()
  })
})
