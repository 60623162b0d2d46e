// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { alignedAddress, photoAddress } from '../../../../shared/addresses.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { photoIdOf, photoOf } from '../photo-samples.ts'
import { alignmentOf } from '../viewer/pair-bench.tsx'
import { showBoard } from './show-board.tsx'

const at = (day: string) => ({ local: `${day}T10:00:00`, offset: null, source: 'exif' as const })

const showPhotos = (photos: readonly Partial<Photo>[]) =>
  showBoard((bridge, ids) =>
    photos.forEach((about, index) => {
      bridge.record([{ type: 'photo-imported', version: 1, data: photoOf(index + 1, { ...ids, ...about }) }])
    }),
  )

const crownSeries: Partial<Photo>[] = [
  { stage: 'before', capture: at('2026-01-12') },
  { stage: 'post-cut', capture: at('2026-01-12') },
  { stage: 'session-1', capture: at('2026-01-13') },
  { stage: 'healed-1', capture: at('2026-02-16') },
]

describe('SeriesScreen', () => {
  it('gets a comparison ready when the hand comes to its button: the reference, and the newest as it is aligned', async () => {
    const { user, bridge } = await showPhotos(crownSeries)
    const [reference, newest] = [2, 4].map((number) => bridge.facts.photos.get(photoIdOf(number))!) as [Photo, Photo]
    const alignment = alignmentOf(reference, newest)
    bridge.record([{ type: 'alignment-made', version: 2, data: alignment }])
    const fetched: string[] = []
    class FetchedImage {
      set src(address: string) {
        if (address) fetched.push(address)
      }
      async decode() {}
    }
    vi.stubGlobal('Image', FetchedImage)
    onTestFinished(() => void vi.unstubAllGlobals())
    const button = screen.getByRole('button', { name: 'Compare newest with baseline: Crown' })
    await user.hover(button)
    const wanted = [photoAddress(reference, 'work'), alignedAddress(alignment.alignmentId, 'aligned')]
    await waitFor(() => expect(fetched).toEqual(wanted))
    // and once only
    await user.unhover(button)
    await user.hover(button)
    expect(fetched).toEqual(wanted)
  })

  it('compares the newest with the baseline in one click', async () => {
    const { user, onCompare, treatmentId } = await showPhotos(crownSeries)
    await user.click(screen.getByRole('button', { name: 'Compare newest with baseline: Crown' }))
    expect(onCompare).toHaveBeenCalledWith({ treatmentId, referenceId: photoIdOf(2), movingId: photoIdOf(4) })
    expect(screen.queryByRole('button', { name: 'Compare newest with baseline: Top' })).toBeNull()
  })

  it('shows a row per usual angle, a column per stage with its day, and what belongs into a gap', async () => {
    await showPhotos(crownSeries)
    const heads = screen.getAllByRole('columnheader').map((head) => head.textContent)
    expect(heads.slice(0, 4)).toEqual([
      'Before12 Jan 2026',
      'Post-cut12 Jan 2026',
      'Session 113 Jan 2026',
      'Healed 116 Feb 2026',
    ])
    expect(heads).toHaveLength(8)
    expect(screen.getAllByRole('rowheader').map((head) => head.textContent)).toEqual([
      'Front',
      'Left',
      'Right',
      'Top',
      'CrownCompare',
      'Back',
    ])
    expect(screen.getByRole('img', { name: 'Crown, session 1, 13 Jan 2026' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Crown, healed 2: drop a photo here or choose one' })).toBeTruthy()
  })

  it('compares two chosen photos, the earlier one as reference; refuses two angles and says so', async () => {
    const { user, onCompare, treatmentId } = await showPhotos([...crownSeries, { stage: 'healed-1', angle: 'top' }])
    const compare = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Compare these two' })
    await user.click(screen.getByRole('checkbox', { name: 'Crown, healed 1, 16 Feb 2026' }))
    expect(compare().disabled).toBe(true)
    await user.click(screen.getByRole('checkbox', { name: 'Top, healed 1, 12 Jan 2026' }))
    expect(screen.getByText('These photos show different angles: Crown and Top.', { exact: false })).toBeTruthy()
    expect(compare().disabled).toBe(true)
    await user.click(screen.getByRole('checkbox', { name: 'Top, healed 1, 12 Jan 2026' }))
    screen.getByRole('checkbox', { name: 'Crown, session 1, 13 Jan 2026' }).focus()
    await user.keyboard(' ')
    await user.click(compare())
    expect(onCompare).toHaveBeenCalledWith({ treatmentId, referenceId: photoIdOf(3), movingId: photoIdOf(4) })
  })

  it('compares several chosen photos side by side, the earliest as reference', async () => {
    const { user, onCompare, treatmentId } = await showPhotos(crownSeries)
    for (const name of ['Crown, healed 1, 16 Feb 2026', 'Crown, before, 12 Jan 2026', 'Crown, session 1, 13 Jan 2026'])
      await user.click(screen.getByRole('checkbox', { name }))
    await user.click(screen.getByRole('button', { name: 'Compare these 3' }))
    const [referenceId, fresh, movingId] = [photoIdOf(1), photoIdOf(3), photoIdOf(4)]
    expect(onCompare).toHaveBeenCalledWith({ treatmentId, referenceId, movingId, panes: [fresh, movingId] })
  })

  it('offers the right comparisons by a key or a click', async () => {
    const { user, onPick, treatmentId } = await showPhotos(crownSeries)
    await user.keyboard('c')
    const proposed = await screen.findByRole('region', { name: 'Proposed' })
    await user.click(within(proposed).getByRole('button', { name: /^Before ↔ newest/ }))
    const photos = { referenceId: photoIdOf(1), movingId: photoIdOf(4) }
    expect(onPick).toHaveBeenCalledWith(treatmentId, expect.objectContaining({ photos, look: {} }))
    expect(screen.getByRole('button', { name: 'Proposed and saved comparisons', hidden: true })).toBeTruthy()
  })

  it('turns, dates and removes a photo from its menu; the removal can be taken back', async () => {
    const { user, bridge } = await showPhotos(crownSeries)
    const choose = async (name: string, item: string) => {
      await user.click(screen.getByRole('button', { name: `Actions: ${name}` }))
      await user.click(await screen.findByRole('menuitem', { name: item }))
    }
    await choose('Crown, before, 12 Jan 2026', 'Turn clockwise')
    await waitFor(() => expect(bridge.facts.photos.get(photoIdOf(1))?.quarterTurns).toBe(1))

    await choose('Crown, before, 12 Jan 2026', 'Set date…')
    fireEvent.change(await screen.findByLabelText('Day the photo was taken'), { target: { value: '2026-01-10' } })
    await user.click(screen.getByRole('button', { name: 'Set date' }))
    await screen.findByRole('img', { name: 'Crown, before, 10 Jan 2026' })
    expect(bridge.facts.photos.get(photoIdOf(1))?.capture).toMatchObject({ source: 'user' })

    await choose('Crown, before, 10 Jan 2026', 'Remove photo')
    await waitFor(() => expect(screen.queryByRole('img', { name: 'Crown, before, 10 Jan 2026' })).toBeNull())
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await screen.findByRole('img', { name: 'Crown, before, 10 Jan 2026' })
  })

  it('files several unfiled photos at once', async () => {
    const unfiled = { stage: null, angle: null, capture: null }
    const { user, bridge } = await showPhotos([unfiled, unfiled, ...crownSeries])
    const tray = screen.getByRole('region', { name: 'Not filed yet (2)' })
    await user.click(within(tray).getByRole('button', { name: 'Select all' }))
    await user.click(screen.getByRole('button', { name: 'Move to…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Move 2 photos' })
    await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Stage' }), 'Session 2')
    await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Angle' }), 'Front')
    await user.click(within(dialog).getByRole('button', { name: 'Move' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: /Not filed yet/ })).toBeNull())
    for (const number of [1, 2])
      expect(bridge.facts.photos.get(photoIdOf(number))).toMatchObject({ stage: 'session-2', angle: 'front' })
    expect(screen.getByRole('button', { name: 'Show all 2 photos: Front, session 2' })).toBeTruthy()
  })

  it('takes files dropped into a cell with its stage and angle, and files dropped beside it without', async () => {
    const { onImport, treatmentId } = await showPhotos(crownSeries)
    const transfer = { types: ['Files'], files: [new File(['x'], 'IMG_1.jpg')], dropEffect: 'none' }
    const cell = screen.getByRole('button', { name: 'Crown, healed 2: drop a photo here or choose one' })
    fireEvent.drop(cell, { dataTransfer: transfer })
    await waitFor(() => expect(onImport).toHaveBeenCalledOnce())
    expect(onImport).toHaveBeenLastCalledWith({
      treatmentId,
      offers: [expect.objectContaining({ fileName: 'IMG_1.jpg' })],
      stage: 'healed-2',
      angle: 'crown',
    })
    fireEvent.drop(screen.getByRole('rowheader', { name: /Crown/ }), { dataTransfer: transfer })
    await waitFor(() => expect(onImport).toHaveBeenCalledTimes(2))
    expect(onImport).toHaveBeenLastCalledWith(expect.objectContaining({ stage: null, angle: null }))
  })

  it('moves a photo that is dragged into another cell', async () => {
    const { bridge } = await showPhotos(crownSeries)
    const cell = screen.getByRole('button', { name: 'Top, healed 2: drop a photo here or choose one' })
    const transfer = { types: ['application/x-stipple-photo'], files: [], getData: () => photoIdOf(1) }
    fireEvent.drop(cell, { dataTransfer: transfer })
    await screen.findByRole('img', { name: 'Top, healed 2, 12 Jan 2026' })
    expect(bridge.records.at(-1)?.event).toMatchObject({
      type: 'photo-filed',
      data: { photoId: photoIdOf(1), stage: 'healed-2', angle: 'top' },
    })
  })

  it('imports through the dialog; nothing happens when it is cancelled', async () => {
    const { user, bridge, onImport, treatmentId } = await showPhotos(crownSeries)
    await user.click(screen.getByRole('button', { name: 'Import photos…' }))
    bridge.chosen = [bridge.offer('IMG_7.jpg')]
    await user.click(screen.getByRole('button', { name: 'Import folder…' }))
    await waitFor(() => expect(onImport).toHaveBeenCalledOnce())
    expect(onImport).toHaveBeenCalledWith({ treatmentId, offers: bridge.chosen, stage: null, angle: null })
    expect(bridge.inputsOf('import.choose')).toEqual([{ kind: 'files' }, { kind: 'folder' }])
  })

  it('adds an angle’s row and a further treatment', async () => {
    const { user, bridge } = await showPhotos(crownSeries)
    await user.click(screen.getByRole('button', { name: 'Add angle' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Hairline' }))
    await screen.findByRole('rowheader', { name: 'Hairline' })
    await user.click(screen.getByRole('button', { name: 'Treatment actions' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Add treatment…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Add treatment' })
    await user.click(within(dialog).getByRole('button', { name: 'Add treatment' }))
    const select = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Treatment' })
    await waitFor(() => expect(select.selectedOptions[0]?.textContent).toBe('Treatment 2'))
    expect(bridge.facts.treatments.size).toBe(2)
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(screen.queryByRole('combobox', { name: 'Treatment' })).toBeNull())
  })

  it('renames a treatment, removes one without photos and takes that back; one with photos stays', async () => {
    const { user, bridge, treatmentId } = await showPhotos(crownSeries)
    const choose = async (item: string | RegExp) => {
      await user.click(screen.getByRole('button', { name: 'Treatment actions' }))
      return screen.findByRole('menuitem', { name: item })
    }
    expect((await choose(/^Remove Treatment 1/)).hasAttribute('data-disabled')).toBe(true)
    await user.keyboard('{Escape}')
    await user.click(await choose('Rename Treatment 1…'))
    const field = await screen.findByRole('textbox', { name: /Name/ })
    await user.clear(field)
    await user.type(field, 'Crown 2026{Enter}')
    await waitFor(() => expect(bridge.facts.treatments.get(treatmentId)?.name).toBe('Crown 2026'))
    expect(await choose('Rename Crown 2026…')).toBeTruthy()
    await user.keyboard('{Escape}')
    for (const number of [1, 2, 3, 4])
      bridge.record([{ type: 'photo-removed', version: 1, data: { photoId: photoIdOf(number) } }])
    await waitFor(() => expect(screen.queryByRole('img', { name: /^Crown/ })).toBeNull())
    await user.click(await choose('Remove Crown 2026'))
    await screen.findByRole('region', { name: 'No treatment yet' })
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await screen.findByRole('table', { name: 'Photos by angle and stage' })
    expect(bridge.records.at(-1)?.event.type).toBe('treatment-restored')
  })

  it('leads to the records of the treatment and to the client’s history', async () => {
    const { user, onRecords, onHistory, treatmentId } = await showPhotos(crownSeries)
    await user.click(screen.getByRole('button', { name: 'Records' }))
    expect(onRecords).toHaveBeenCalledWith(treatmentId)
    await user.click(screen.getByRole('button', { name: 'History' }))
    expect(onHistory).toHaveBeenCalledOnce()
  })

  it('goes back when the client’s addition is taken back', async () => {
    const { bridge, onBack } = await showPhotos([])
    const [clientId] = [...bridge.facts.clients.keys()]
    bridge.record([
      { type: 'client-removed', version: 1, data: { clientId: bridge.facts.clients.get(clientId!)!.clientId } },
    ])
    await waitFor(() => expect(onBack).toHaveBeenCalled())
  })

  it('shows a video with its duration, opens it, and refuses to compare it', async () => {
    const { user, onVideo } = await showPhotos([
      ...crownSeries.slice(0, 1),
      { stage: 'session-1', capture: at('2026-01-13'), format: 'mov', video: { durationSeconds: 72.4 } },
    ])
    expect(screen.queryByRole('button', { name: 'Compare newest with baseline: Crown' })).toBeNull()
    const open = screen.getByRole('button', { name: 'Open Video: Crown, session 1, 13 Jan 2026' })
    expect(open.textContent).toBe('1:12')
    await user.click(open)
    expect(onVideo).toHaveBeenCalledWith(photoIdOf(2))
    for (const box of screen.getAllByRole('checkbox')) await user.click(box)
    expect(screen.getByText(/A video can’t be compared/)).toBeDefined()
    expect(screen.getByRole('button', { name: 'Compare these two' })).toHaveProperty('disabled', true)
  })

  it('a cell shows its newest photo, even where a video is newer', async () => {
    await showPhotos([
      { stage: 'session-1', capture: at('2026-01-13') },
      { stage: 'session-1', capture: at('2026-01-14'), format: 'mov', video: { durationSeconds: 3 } },
    ])
    expect(screen.getByRole('img', { name: 'Crown, session 1, 13 Jan 2026' })).toBeDefined()
    expect(screen.getByRole('button', { name: 'Show all 2 photos: Crown, session 1' })).toBeDefined()
  })
})
