// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { ExportDialog } from '../../../../renderer/features/share/export-dialog.tsx'
import type { Engine } from '../../../../renderer/ports.ts'
import type { ShownComparison } from '../../../../renderer/viewer/shown-comparison.ts'
import type { Alignment } from '../../../../shared/domain/alignment.ts'
import { wholePicture } from '../../../../shared/domain/geometry/viewport.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { AppError } from '../../../../shared/errors.ts'
import { alignmentOf, crownLibrary, crownPhotos, showPair } from '../viewer/pair-bench.tsx'
import { recordingContext } from './recording-context.ts'

const [before, , healed] = crownPhotos as [Photo, Photo, Photo]

/** happy-dom has no canvas: what is drawn is remembered, and the file is a blob of the asked type. */
let drawn = recordingContext()
beforeEach(() => {
  drawn = recordingContext()
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation((() => drawn.context) as never)
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((done, type) =>
    done(new Blob(['picture'], { type: type ?? '' })),
  )
  vi.stubGlobal('createImageBitmap', async () => ({}))
})

async function show(alignment: Alignment | null, work: Partial<Engine> = {}, isRigid = false) {
  const renderPane = vi.fn<Engine['renderPane']>(async () => new Blob(['pane'], { type: 'image/png' }))
  const savePicture = vi.fn<Engine['savePicture']>(async () => 'comparison.png')
  const onClose = vi.fn()
  const comparison: ShownComparison = {
    reference: before,
    moving: healed,
    alignment,
    isRigid,
    mode: 'side-by-side',
    viewport: { ...wholePicture, zoom: 2 },
    opacity: 0.5,
    sliderPosition: 0.5,
  }
  await showPair(
    crownLibrary(),
    { renderPane, savePicture, ...work },
    <ExportDialog comparison={comparison} onClose={onClose} />,
  )
  return { renderPane, savePicture, onClose }
}

const saveWhenReady = async () => {
  await waitFor(() => expect(screen.getByRole('button', { name: 'Save picture…' })).toHaveProperty('disabled', false))
  await userEvent.click(screen.getByRole('button', { name: 'Save picture…' }))
}

describe('exporting a comparison', () => {
  test('draws both panes from the originals through the alignment, in the same view', async () => {
    const alignment = alignmentOf(before, healed)
    const { renderPane } = await show(alignment)
    await waitFor(() => expect(renderPane).toHaveBeenCalledTimes(2))
    const [first, second] = renderPane.mock.calls.map(([pane]) => pane)
    expect(first).toMatchObject({ photoId: before.photoId, alignmentId: null })
    expect(second).toMatchObject({ photoId: healed.photoId, alignmentId: alignment.alignmentId, isRigid: false })
    expect(second?.view).toEqual(first?.view)
    expect(first?.view).toMatchObject({ centreX: 499.5, centreY: 399.5 })
  })

  test('leaves the bending out where the screen does', async () => {
    const { renderPane } = await show(alignmentOf(before, healed), {}, true)
    await waitFor(() => expect(renderPane).toHaveBeenCalledTimes(2))
    expect(renderPane.mock.calls.map(([pane]) => pane.isRigid)).toEqual([false, true])
  })

  test('saves under a neutral name, as the chosen kind of file, and says so', async () => {
    const { savePicture, onClose } = await show(alignmentOf(before, healed))
    await userEvent.click(await screen.findByRole('radio', { name: 'PNG (exact)' }))
    expect(screen.queryByRole('alert')).toBeNull()
    await saveWhenReady()
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
    const [blob, about] = savePicture.mock.lastCall!
    expect(blob.type).toBe('image/png')
    expect(about).toEqual({
      photoIds: [before.photoId, healed.photoId],
      format: 'png',
      suggestedName: 'comparison 2026-02-16.png',
    })
    expect(await screen.findByText('Saved as comparison.png')).toBeDefined()
  })

  test('nothing happens when the user cancels where to save', async () => {
    const savePicture = vi.fn<Engine['savePicture']>(async () => null)
    const { onClose } = await show(alignmentOf(before, healed), { savePicture })
    await saveWhenReady()
    await waitFor(() => expect(savePicture).toHaveBeenCalledOnce())
    expect(onClose).not.toHaveBeenCalled()
    expect(screen.queryByText(/Saved as/)).toBeNull()
  })

  test('another shape is drawn anew at its own size', async () => {
    const { renderPane } = await show(alignmentOf(before, healed))
    await waitFor(() => expect(renderPane).toHaveBeenCalledTimes(2))
    await userEvent.click(screen.getByRole('radio', { name: /^1:1/ }))
    await waitFor(() => expect(renderPane).toHaveBeenCalledTimes(4))
    const { widthPx, heightPx } = renderPane.mock.lastCall![0].view
    expect([widthPx, heightPx]).toEqual([1080, 538])
    const canvas = screen.getByRole('img', { name: /^Preview/ })
    expect([canvas.getAttribute('width'), canvas.getAttribute('height')]).toEqual(['1080', '1080'])
  })

  test('the texts are as chosen, and never the client’s name', async () => {
    await show(alignmentOf(before, healed))
    await userEvent.type(await screen.findByRole('textbox', { name: 'Text on the picture' }), 'Studio')
    await userEvent.click(screen.getByRole('radio', { name: 'Days since' }))
    const written = () => drawn.calls.filter(({ name }) => name === 'fillText').map(({ args }) => args[0])
    await waitFor(() => expect(written().slice(-4)).toEqual(['Before', 'Healed 1', 'Day 35 since session 1', 'Studio']))
    expect(written().join(' ')).not.toContain('Ada')
  })

  test('warns when the alignment was not confirmed, and when there is none', async () => {
    const { renderPane } = await show(alignmentOf(before, healed, { outcome: 'check' }))
    expect((await screen.findByRole('alert')).textContent).toContain('This alignment was not confirmed')
    await waitFor(() => expect(renderPane).toHaveBeenCalledTimes(2))
  })

  test('a pair that isn’t aligned is drawn each in its own frame and called so', async () => {
    const { renderPane } = await show(null)
    expect((await screen.findByRole('alert')).textContent).toContain('These photos are not aligned')
    await waitFor(() => expect(renderPane).toHaveBeenCalledTimes(2))
    expect(renderPane.mock.calls.map(([{ alignmentId }]) => alignmentId)).toEqual([null, null])
  })

  test('a failure is said plainly and can be tried again', async () => {
    const pane = async () => new Blob(['pane'], { type: 'image/png' })
    const renderPane = vi.fn<Engine['renderPane']>(pane).mockRejectedValueOnce(new AppError('photo-missing'))
    await show(alignmentOf(before, healed), { renderPane })
    expect((await screen.findByRole('alert')).textContent).toContain('is missing from the library folder')
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await saveWhenReady()
  })
})
