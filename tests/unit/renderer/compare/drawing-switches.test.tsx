// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { useComparisonView } from '../../../../renderer/features/compare/comparison-view.ts'
import { ComparisonScreen } from '../../../../renderer/features/compare/screen.tsx'
import type { Engine } from '../../../../renderer/ports.ts'
import { alignedAddress } from '../../../../shared/addresses.ts'
import type { Alignment } from '../../../../shared/domain/alignment.ts'
import { sampleField } from '../../../../shared/domain/geometry/displacement-field.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { AppError } from '../../../../shared/errors.ts'
import { alignmentOf, crownLibrary, crownPhotos, showPair } from '../viewer/pair-bench.tsx'

vi.hoisted(() => vi.stubGlobal('CSS', { registerProperty: () => undefined, supports: () => false, escape: String }))

const [before, , healed] = crownPhotos as [Photo, Photo, Photo]
const similarity = { a: 0.8, b: 0, tx: 10, ty: 20 }
/** 6.4 pixels of the moving photo: 8 of the reference, 2 % of a head 400 px wide. */
const field = sampleField({ widthPx: 1000, heightPx: 800 }, 40, () => ({ x: 6.4, y: 0 }))
const ellipse = { centreX: 500, centreY: 400, radiusX: 200, radiusY: 260, angleDegrees: 0 }
const usual = {
  skinLuminance: 0.4,
  skinRedToBlue: 2,
  edgeWidthPercent: 0.9,
  headRoomPercent: { above: 20, left: 20, right: 20 },
}

beforeEach(() =>
  useComparisonView.setState({ mode: 'side-by-side', subject: null, isRigid: false, isBendingShown: false }),
)

async function show(about: Partial<Alignment>, measurePhoto: Engine['measurePhoto'] = async () => usual) {
  const bridge = crownLibrary()
  const stored = alignmentOf(before, healed, about)
  const head = { ellipse, by: 'automatic' as const, quarterTurns: 0 }
  bridge.record([
    { type: 'alignment-made', version: 2, data: stored },
    { type: 'head-marked', version: 1, data: { photoId: before.photoId, head } },
  ])
  const did = { onBack: vi.fn(), onPair: vi.fn(), onAdjust: vi.fn(), onDraw: vi.fn(), onExport: vi.fn() }
  const pair = { referenceId: before.photoId, movingId: healed.photoId }
  const { clientId, treatmentId } = before
  const alignPair = async () => stored
  await showPair(
    bridge,
    { measurePhoto, alignPair },
    <ComparisonScreen clientId={clientId} treatmentId={treatmentId} {...pair} {...did} />,
  )
  await within(await screen.findByRole('status', { name: 'Alignment' })).findByText(/^(Aligned|Needs landmarks)$/)
  return { ...did, stored }
}

const movingSource = () => screen.getByRole('application', { name: /^Compared/ }).querySelector('img')?.src
const said = () => screen.getByRole('status', { name: 'How alike the photos were taken' }).textContent

describe('how an alignment is drawn', () => {
  test('"Rigid only" draws the moving photo without bending, on the screen and in an export, by a click or R', async () => {
    const { stored, onExport } = await show({ transform: { similarity, field } })
    const rigidOnly = await screen.findByRole('button', { name: 'Rigid only', pressed: false })
    expect(rigidOnly.getAttribute('aria-description')).toBe('Moves, turns and scales the photo only; nothing is bent')
    await userEvent.click(rigidOnly)
    expect(rigidOnly.getAttribute('aria-pressed')).toBe('true')
    expect(movingSource()).toBe(alignedAddress(stored.alignmentId, 'aligned-rigid'))
    await userEvent.click(screen.getByRole('button', { name: 'Export…' }))
    expect(onExport.mock.lastCall?.[0]).toMatchObject({ isRigid: true })
    await userEvent.keyboard('r')
    expect(rigidOnly.getAttribute('aria-pressed')).toBe('false')
    expect(movingSource()).toBe(alignedAddress(stored.alignmentId, 'aligned'))
    await userEvent.click(screen.getByRole('button', { name: 'Export…' }))
    expect(onExport.mock.lastCall?.[0]).toMatchObject({ isRigid: false })
  })

  test('"Show bending" lays a grid over the head and says how far it bends, in every mode', async () => {
    await show({ transform: { similarity, field } })
    expect(screen.queryByRole('img', { name: /^Grid/ })).toBeNull()
    await userEvent.click(await screen.findByRole('button', { name: 'Show bending', pressed: false }))
    const legend = 'Bending, 5× exaggerated; longest 2.0 % of the head’s width'
    expect(screen.getAllByRole('img', { name: `Grid: ${legend}` })).toHaveLength(2)
    expect(screen.getAllByText(legend)).toHaveLength(1)
    await userEvent.keyboard('3')
    expect(screen.getAllByRole('img', { name: `Grid: ${legend}` })).toHaveLength(1)
    await userEvent.keyboard('R')
    expect(screen.getByText(/^Bending left out by “Rigid only”, 5× exaggerated/)).toBeDefined()
    await userEvent.keyboard('b')
    expect(screen.queryByRole('img', { name: /^Grid/ })).toBeNull()
  })

  test.each<[string, Partial<Alignment>, string]>([
    ['nothing is bent', { transform: { similarity, field: null } }, 'moving, turning and scaling were enough'],
    ['nothing is aligned', { outcome: 'needs-landmarks' }, 'aren’t aligned'],
  ])('where %s both switches stay off and say why', async (_, about, reason) => {
    await show(about)
    for (const name of ['Rigid only', 'Show bending']) {
      const button = await screen.findByRole('button', { name })
      await waitFor(() => expect(button.getAttribute('aria-description')).toContain(reason))
      expect(button.getAttribute('aria-disabled')).toBe('true')
      await userEvent.click(button)
      expect(button.getAttribute('aria-pressed')).toBe('false')
    }
    await userEvent.keyboard('rb')
    expect(useComparisonView.getState()).toMatchObject({ isRigid: false, isBendingShown: false })
  })
})

describe('how alike the photos were taken', () => {
  test('is said in one sentence with what to do next time', async () => {
    const measurePhoto = vi.fn<Engine['measurePhoto']>(async (photoId) =>
      photoId === healed.photoId ? { ...usual, skinLuminance: 0.2 } : usual,
    )
    await show({ transform: { similarity: { ...similarity, a: 1.25 }, field: null } }, measurePhoto)
    await waitFor(() =>
      expect(said()).toBe(
        'Healed 1 is 1.0 stop darker and 20 % closer: next time use more light or +1.0 stop and step back a little.',
      ),
    )
    expect(measurePhoto.mock.calls.map(([photoId]) => photoId).toSorted()).toEqual(
      [before.photoId, healed.photoId].toSorted(),
    )
  })

  test('stands below the photos, not over them', async () => {
    await show({})
    await waitFor(() => expect(said()).toBe('Taken alike: distance, light and sharpness match.'))
    for (const pane of screen.getAllByRole('application'))
      expect(within(pane).queryByRole('status', { name: 'How alike the photos were taken' })).toBeNull()
  })

  test('without an alignment only the photos themselves are compared', async () => {
    await show({ outcome: 'needs-landmarks' })
    await waitFor(() =>
      expect(said()).toBe('Light and sharpness match; distance can’t be told without a confirmed alignment.'),
    )
  })

  test('a photo that can’t be measured is said so, and everything else goes on', async () => {
    await show({}, async () => {
      throw new AppError('photo-missing')
    })
    await waitFor(() => expect(said()).toBe('How alike the photos were taken couldn’t be measured.'))
    expect(screen.getByText('Aligned')).toBeDefined()
  })
})
