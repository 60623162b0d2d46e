// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { ExportDialog } from '../../../../renderer/features/share/export-dialog.tsx'
import type { Engine } from '../../../../renderer/ports.ts'
import { paintedShape } from '../../../../renderer/viewer/drawings/painted-drawing.ts'
import type { ShownComparison } from '../../../../renderer/viewer/shown-comparison.ts'
import type { Alignment } from '../../../../shared/domain/alignment.ts'
import { wholePicture } from '../../../../shared/domain/geometry/viewport.ts'
import { gainTable } from '../../../../shared/domain/light/colour-correction.ts'
import type { MatchedLight } from '../../../../shared/domain/light/match-light.ts'
import { lightVersion } from '../../../../shared/domain/light/pair-light.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { AppError } from '../../../../shared/errors.ts'
import { consentGiven } from '../../domain/consent/consent-samples.ts'
import { zoneAt } from '../../domain/drawing/drawing-samples.ts'
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

async function show(
  alignment: Alignment | null,
  work: Partial<Engine> = {},
  isRigid = false,
  more: Pick<ShownComparison, 'light' | 'drawings'> & { sideBySideCount?: number } = {},
) {
  const renderPane = vi.fn<Engine['renderPane']>(async () => new Blob(['pane'], { type: 'image/png' }))
  const saveExport = vi.fn<Engine['saveExport']>(async () => ({ fileName: 'comparison.png', exportKey: 'key' }))
  const onClose = vi.fn()
  const onConsent = vi.fn()
  const onSettings = vi.fn()
  const bridge = crownLibrary()
  const comparison: ShownComparison = {
    reference: before,
    moving: healed,
    alignment,
    isRigid,
    mode: 'side-by-side',
    viewport: { ...wholePicture, zoom: 2 },
    opacity: 0.5,
    sliderPosition: 0.5,
    sideBySideCount: 2,
    ...more,
  }
  await showPair(
    bridge,
    { renderPane, saveExport, ...work },
    <ExportDialog
      comparison={comparison}
      isAway={false}
      onConsent={onConsent}
      onProof={vi.fn()}
      onSettings={onSettings}
      onClose={onClose}
    />,
  )
  return { renderPane, saveExport, onClose, onConsent, onSettings, bridge }
}

const saveWhenReady = async () => {
  await waitFor(() => expect(screen.getByRole('button', { name: 'Save picture…' })).toHaveProperty('disabled', false))
  await userEvent.click(screen.getByRole('button', { name: 'Save picture…' }))
}

describe('drawings in an export', () => {
  const ruler = { mmPerPixel: null, headWidthPx: null }
  const painted = paintedShape('zone', 'Whorl', zoneAt(500, 400, 100), ruler)
  const written = () => drawn.calls.filter(({ name }) => name === 'fillText').map(({ args }) => args[0])

  test('are only painted when that is wished, over both photos', async () => {
    await show(alignmentOf(before, healed), {}, false, { drawings: { reference: [painted], moving: [painted] } })
    const wish = await screen.findByText('With the drawings')
    await waitFor(() => expect(written()).toContain('Before'))
    expect(written()).not.toContain('Whorl')
    drawn.calls.length = 0
    await userEvent.click(wish)
    const count = (wanted: string) => written().filter((text) => text === wanted).length
    await waitFor(() => expect(count('Whorl')).toBeGreaterThan(0))
    expect(count('Whorl')).toBe(2 * count('Before'))
  })

  test.each([
    ['nothing is drawn', undefined],
    ['nothing of it is shown', { reference: [], moving: [] }],
  ])('aren’t spoken of where %s', async (_, drawings) => {
    await show(alignmentOf(before, healed), {}, false, drawings ? { drawings } : {})
    await screen.findByText('Fill the picture')
    expect(screen.queryByText('With the drawings')).toBeNull()
  })
})

describe('what a picture is for', () => {
  const { clientId } = before
  const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }))
  const saveButton = () => screen.getByRole('button', { name: 'Save picture…' })

  test('is the client at first; for a channel it says what is missing and leads to the consent', async () => {
    const { onConsent, saveExport } = await show(alignmentOf(before, healed))
    expect((await screen.findByRole('radio', { name: 'For the client' })).hasAttribute('checked')).toBe(true)
    await choose('Instagram')
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('This client has given no consent yet.')
    await waitFor(() => expect(screen.queryByText('Drawing from the originals…')).toBeNull())
    expect(saveButton()).toHaveProperty('disabled', true)
    await userEvent.click(screen.getByRole('button', { name: 'Record a consent…' }))
    expect(onConsent).toHaveBeenCalledWith({ channel: 'instagram', showsFace: false })
    expect(saveExport).not.toHaveBeenCalled()
  })

  test('is a channel that the client agreed to: then it is saved for it, as long as the consent isn’t withdrawn', async () => {
    const { saveExport, bridge } = await show(alignmentOf(before, healed))
    await screen.findByRole('radio', { name: 'For the client' })
    await choose('Instagram')
    await screen.findByRole('alert')
    const angles = 'crown-only'
    bridge.record([consentGiven({ clientId, angles, expiresOn: null })])
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
    expect(screen.getByText('Covered by the consent of 1 Jan 2026')).toBeDefined()
    bridge.record([consentGiven({ clientId, angles, expiresOn: null, version: 2, channels: ['print'] })])
    expect((await screen.findByRole('alert')).textContent).toContain('doesn’t cover “Instagram”')
    await choose('Print')
    await saveWhenReady()
    await waitFor(() => expect(saveExport.mock.lastCall![1]).toMatchObject({ purpose: 'print' }))
  })

  test('a consent that ended and covers too little is told in full', async () => {
    const { bridge } = await show(alignmentOf(before, healed))
    await screen.findByRole('radio', { name: 'For the client' })
    bridge.record([consentGiven({ clientId, expiresOn: '2026-01-31' })])
    await choose('TikTok')
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('ended on 31 Jan 2026'))
    expect(screen.getByRole('alert').textContent).toContain('doesn’t cover “TikTok”')
  })
})

describe('exporting a comparison', () => {
  test('of more than two photos side by side says which two the picture shows', async () => {
    await show(alignmentOf(before, healed), {}, false, { sideBySideCount: 4 })
    expect(await screen.findByText(/^Of the 4 photos side by side, the picture shows the baseline/)).toBeDefined()
  })

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
    const { saveExport, onClose } = await show(alignmentOf(before, healed))
    await userEvent.click(await screen.findByRole('radio', { name: 'PNG (exact)' }))
    expect(screen.queryByRole('alert')).toBeNull()
    await saveWhenReady()
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
    const [blob, about] = saveExport.mock.lastCall!
    expect(blob.type).toBe('image/png')
    const { making, ...rest } = about ?? {}
    expect(making).toMatchObject({
      scene: 'beside',
      photos: [
        { isReference: true, alignmentId: null },
        { isReference: false, alignmentId: 'a'.repeat(64), isRigid: false },
      ],
      texts: ['Before · 10 Jan 2026', 'Healed 1 · 16 Feb 2026'],
      hasDrawings: false,
    })
    expect(rest).toEqual({
      photoIds: [before.photoId, healed.photoId],
      purpose: 'for-the-client',
      kind: 'picture',
      format: 'png',
      suggestedName: 'comparison 2026-02-16.png',
    })
    expect(await screen.findByText('Saved as comparison.png')).toBeDefined()
  })

  test('nothing happens when the user cancels where to save', async () => {
    const saveExport = vi.fn<Engine['saveExport']>(async () => null)
    const { onClose } = await show(alignmentOf(before, healed), { saveExport })
    await saveWhenReady()
    await waitFor(() => expect(saveExport).toHaveBeenCalledOnce())
    expect(onClose).not.toHaveBeenCalled()
    expect(screen.queryByText(/Saved as/)).toBeNull()
  })

  test('another shape is drawn anew at its own size', async () => {
    const { renderPane } = await show(alignmentOf(before, healed))
    await waitFor(() => expect(renderPane).toHaveBeenCalledTimes(2))
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Shape' }), '1:1')
    await waitFor(() => expect(renderPane).toHaveBeenCalledTimes(4))
    const { widthPx, heightPx } = renderPane.mock.lastCall![0].view
    expect([widthPx, heightPx]).toEqual([1080, 538])
    const canvas = screen.getByRole('img', { name: /^Preview/ })
    expect([canvas.getAttribute('width'), canvas.getAttribute('height')]).toEqual(['1080', '1080'])
  })

  test('the texts are as chosen, and never the client’s name', async () => {
    await show(alignmentOf(before, healed))
    await userEvent.click(await screen.findByRole('tab', { name: 'Captions' }))
    await userEvent.type(screen.getByRole('textbox', { name: 'Text on the picture' }), 'Studio')
    await userEvent.click(screen.getByRole('radio', { name: 'Days' }))
    const written = () => drawn.calls.filter(({ name }) => name === 'fillText').map(({ args }) => args[0])
    await waitFor(() => expect(written().slice(-4)).toEqual(['Before', 'Healed 1', 'Day 35 since session 1', 'Studio']))
    expect(written().join(' ')).not.toContain('Ada')
  })

  test('matched light is drawn into both panes, written on them and handed over for the record', async () => {
    const light: MatchedLight = {
      kind: 'matched',
      lightVersion,
      source: 'face',
      reference: { red: 1.2, green: 1.1, blue: 1.1 },
      moving: { red: 1 / 1.2, green: 1 / 1.1, blue: 1 / 1.1 },
      isColourMatched: true,
      isUneven: false,
    }
    const made: number[][] = []
    vi.stubGlobal('createImageBitmap', async (source: Blob | { data: Uint8ClampedArray }) => {
      if (!(source instanceof Blob)) made.push([...source.data])
      return { width: 1, height: 1, close: () => undefined }
    })
    vi.stubGlobal(
      'OffscreenCanvas',
      class {
        readonly width = 1
        readonly height = 1
        getContext = () => ({
          canvas: this,
          drawImage: () => undefined,
          getImageData: () => ({ data: Uint8ClampedArray.of(100, 100, 100, 255) }),
        })
      },
    )
    const { saveExport } = await show(alignmentOf(before, healed), {}, false, { light })
    await saveWhenReady()
    const expected = ({ red, green, blue }: MatchedLight['reference']) => [
      ...[red, green, blue].map((gain) => gainTable(gain)[100]),
      255,
    ]
    expect(made).toEqual([expected(light.reference), expected(light.moving)])
    const written = drawn.calls.filter(({ name }) => name === 'fillText').map(({ args }) => args[0])
    expect(written.filter((text) => text === 'Light matched').length).toBeGreaterThanOrEqual(2)
    expect(saveExport.mock.lastCall![1].light).toEqual(light)
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
