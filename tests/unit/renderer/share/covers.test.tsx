// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { ExportDialog } from '../../../../renderer/features/share/export-dialog.tsx'
import type { Engine } from '../../../../renderer/ports.ts'
import type { ShownComparison } from '../../../../renderer/viewer/shown-comparison.ts'
import type { FacePlaces } from '../../../../shared/domain/covers/face-places.ts'
import { wholePicture } from '../../../../shared/domain/geometry/viewport.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { alignmentOf, crownLibrary, crownPhotos, showPair } from '../viewer/pair-bench.tsx'
import { recordingContext } from './recording-context.ts'

const [before, , healed] = crownPhotos as [Photo, Photo, Photo]
const places: FacePlaces = {
  eyes: { centreX: 500, centreY: 300, halfWidth: 200, halfHeight: 60, angleDegrees: 0 },
  face: { centreX: 500, centreY: 400, halfWidth: 200, halfHeight: 250, angleDegrees: 0 },
}

/** happy-dom has no canvas: covered panes are remembered by what was read of them. */
let read: { left: number; top: number; widthPx: number; heightPx: number }[] = []
beforeEach(() => {
  read = []
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation((() => recordingContext().context) as never)
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((done) => done(new Blob(['picture'])))
  vi.stubGlobal('createImageBitmap', async () => ({}))
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext() {
        return {
          canvas: this,
          drawImage: () => undefined,
          putImageData: () => undefined,
          getImageData: (left: number, top: number, widthPx: number, heightPx: number) => {
            read.push({ left, top, widthPx, heightPx })
            return { data: new Uint8ClampedArray(4 * widthPx * heightPx) }
          },
        }
      }
    },
  )
})

async function show(angle: 'front' | 'crown', findFace: Engine['findFace']) {
  const saveExport = vi.fn<Engine['saveExport']>(async () => ({ fileName: 'comparison.png', exportKey: 'c/1' }))
  const renderPane = vi.fn<Engine['renderPane']>(async () => new Blob(['pane'], { type: 'image/png' }))
  const [reference, moving] = [
    { ...before, angle },
    { ...healed, angle },
  ]
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
  const onClose = vi.fn()
  await showPair(
    crownLibrary(),
    { renderPane, saveExport, findFace },
    <ExportDialog
      comparison={comparison}
      isAway={false}
      onConsent={() => undefined}
      onProof={() => undefined}
      onSettings={() => undefined}
      onClose={onClose}
    />,
  )
  await userEvent.click(await screen.findByRole('tab', { name: /^Privacy/ }))
  return { saveExport, onClose }
}

const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }))
const saveButton = () => screen.getByRole('button', { name: 'Save picture…' })
const isSavable = (can: boolean) => waitFor(() => expect(saveButton()).toHaveProperty('disabled', !can))

describe('covering the face in an export', () => {
  test('isn’t offered where no face is seen; the brush is', async () => {
    const findFace = vi.fn<Engine['findFace']>()
    await show('crown', findFace)
    expect(screen.queryByRole('group', { name: 'Face' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Cover with a brush' })).toBeDefined()
    expect(findFace).not.toHaveBeenCalled()
  })

  test('looks for it in each photo, covers what was found, and is recorded', async () => {
    const findFace = vi.fn<Engine['findFace']>(async () => places)
    const { saveExport } = await show('front', findFace)
    await isSavable(true)
    expect(findFace).not.toHaveBeenCalled()
    await choose('Eyes behind a bar')
    await waitFor(() => expect(screen.getAllByText('found')).toHaveLength(2))
    expect(findFace.mock.calls.map(([photoId]) => photoId)).toEqual([before.photoId, healed.photoId])
    expect(screen.getByRole('button', { name: 'Cover: Before' })).toBeDefined()
    expect(screen.getByRole('button', { name: 'Cover: Healed 1' })).toBeDefined()
    await isSavable(true)
    expect(read).toHaveLength(2)
    await userEvent.click(saveButton())
    await waitFor(() =>
      expect(saveExport.mock.lastCall![1].covers).toEqual({
        face: { cover: 'eyes-bar', coveredPhotos: 2 },
        hasBrush: false,
      }),
    )
  })

  test('while it is searched, nothing is shown and nothing can be saved; taking the wish back saves without it', async () => {
    const { saveExport } = await show('front', () => new Promise(() => undefined))
    await isSavable(true)
    await choose('Face blurred')
    expect(await screen.findAllByText('is being searched…')).toHaveLength(2)
    await isSavable(false)
    expect(document.querySelector('canvas')!.dataset.ready).toBe('false')
    await choose('As it is')
    await isSavable(true)
    await userEvent.click(saveButton())
    await waitFor(() => expect(saveExport).toHaveBeenCalled())
    expect(saveExport.mock.lastCall![1]).not.toHaveProperty('covers')
  })

  test('where none is found, it has to be placed and moved there, or somebody says that none is seen', async () => {
    const { saveExport } = await show('front', async () => null)
    await choose('Eyes blurred')
    await screen.findByText('In 2 photos no face was found. Place the cover there, or say that no face is seen.')
    await isSavable(false)
    await userEvent.click(screen.getByRole('button', { name: 'Place the cover: Before' }))
    await userEvent.click(screen.getByRole('button', { name: 'No face is seen: Healed 1' }))
    await screen.findByText('Move the cover onto the face.')
    await isSavable(false)
    fireEvent.keyDown(screen.getByRole('button', { name: 'Cover: Before' }), { key: 'ArrowUp' })
    await screen.findByText('placed by hand')
    await isSavable(true)
    await userEvent.click(saveButton())
    await waitFor(() =>
      expect(saveExport.mock.lastCall![1].covers).toEqual({
        face: { cover: 'eyes-blurred', coveredPhotos: 1 },
        hasBrush: false,
      }),
    )
  })

  test('says why it couldn’t be looked for, and can be placed all the same', async () => {
    await show('front', async () => Promise.reject(new Error('no models')))
    await choose('Eyes blurred')
    await screen.findByRole('button', { name: 'Place the cover: Before' })
    await isSavable(false)
    expect(screen.queryByText('no face found')).toBeNull()
  })

  test('is moved, made larger and turned by keys, and set back to what was found', async () => {
    await show('front', async () => places)
    await choose('Eyes behind a bar')
    const box = await screen.findByRole('button', { name: 'Cover: Before' })
    const first = box.getAttribute('style')
    const press = (key: string) => {
      const previous = box.getAttribute('style')
      fireEvent.keyDown(box, { key })
      expect(box.getAttribute('style')).not.toBe(previous)
    }
    for (const key of ['ArrowLeft', 'ArrowDown', '+', '.']) press(key)
    await userEvent.click(screen.getByRole('button', { name: 'Adjust the cover: Before' }))
    fireEvent.keyDown(screen.getByRole('button', { name: 'Size of the cover: Before' }), { key: 'ArrowRight' })
    fireEvent.keyDown(screen.getByRole('button', { name: 'Turn of the cover: Before' }), { key: 'ArrowRight' })
    await userEvent.click(screen.getByRole('button', { name: 'As it was found: Before' }))
    expect(box.getAttribute('style')).toBe(first)
  })
})

describe('the brush in an export', () => {
  test('covers, takes a stroke back by Ctrl+Z, ends by Escape without closing the dialog, and is recorded', async () => {
    const { saveExport, onClose } = await show('crown', async () => null)
    await isSavable(true)
    await userEvent.click(screen.getByRole('button', { name: 'Cover with a brush' }))
    const field = screen.getByRole('application', { name: /^Paint over the photos/ })
    expect(
      within(screen.getByRole('group', { name: 'Tattoos, jewellery, background' })).getByRole('slider'),
    ).toBeDefined()
    fireEvent.keyDown(field, { key: ' ' })
    fireEvent.keyDown(field, { key: 'ArrowRight', shiftKey: true })
    fireEvent.keyDown(field, { key: ' ' })
    // one frame: both photos are covered at the same place
    await waitFor(() => expect(read.length).toBeGreaterThanOrEqual(2))
    fireEvent.keyDown(field, { key: 'z', ctrlKey: true })
    fireEvent.keyDown(field, { key: 'z', ctrlKey: true })
    expect(screen.queryByRole('button', { name: 'Undo the stroke' })).toBeNull()
    fireEvent.keyDown(field, { key: ' ' })
    await screen.findByRole('button', { name: 'Undo the stroke' })
    fireEvent.keyDown(field, { key: 'Escape' })
    expect(screen.queryByRole('application')).toBeNull()
    expect(onClose).not.toHaveBeenCalled()
    await userEvent.click(saveButton())
    await waitFor(() => expect(saveExport.mock.lastCall![1].covers).toEqual({ face: null, hasBrush: true }))
  })
})
