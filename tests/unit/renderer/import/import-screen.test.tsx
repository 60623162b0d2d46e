// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { ImportScreen } from '../../../../renderer/features/import/screen.tsx'
import { clientIdSchema } from '../../../../shared/domain/ids.ts'
import type { Stage } from '../../../../shared/domain/stage.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { StagedPhoto } from '../../../../shared/ipc/contract.ts'
import { InMemoryBridge } from '../in-memory-bridge.ts'
import { photoIdOf, photoOf, stagedOf } from '../photo-samples.ts'
import { showScreen } from '../show-screen.tsx'

const at = (day: string, time = '10:00:00') => ({ local: `${day}T${time}`, offset: null, source: 'exif' as const })

interface Given {
  /** What reading each file leads to, by file name; `held` goes on until it is cancelled. */
  readonly files: Record<string, StagedPhoto | AppError | 'held'>
  readonly present?: { stage: Stage; day: string }[]
  readonly stage?: Stage
  readonly freeBytes?: number
}

async function showImport({ files, present = [], stage, freeBytes = 10 ** 12 }: Given) {
  const bridge = new InMemoryBridge()
  bridge.freeBytes = freeBytes
  const clientId = bridge.addSample()
  const { treatmentId } = [...bridge.facts.treatments.values()][0]!
  present.forEach((photo, index) => {
    const data = photoOf(900 + index, { clientId, treatmentId, stage: photo.stage, capture: at(photo.day) })
    bridge.record([{ type: 'photo-imported', version: 1, data }])
  })
  bridge.staging = async ({ fileName }, signal) => {
    const outcome = files[fileName]!
    if (outcome === 'held')
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new AppError('cancelled'))))
    if (outcome instanceof AppError) throw outcome
    return { ...outcome, fileName, alreadyOf: outcome.alreadyOf === sampleId ? clientId : outcome.alreadyOf }
  }
  const offers = Object.keys(files).map((fileName) => bridge.offer(fileName))
  const onDone = vi.fn()
  const props = {
    clientId,
    treatmentId,
    offers,
    stage: stage ?? null,
    angle: stage ? ('crown' as const) : null,
    onDone,
  }
  await showScreen(bridge, <ImportScreen {...props} />)
  return { bridge, clientId, treatmentId, onDone, user: userEvent.setup() }
}

/** Stands for the client of the import, whose id isn't known before. */
const sampleId = clientIdSchema.parse('33333333-3333-4333-8333-333333333333')
const settledNames = (bridge: InMemoryBridge) =>
  bridge.inputsOf('hot-folder.settle').flatMap(({ offerIds }) => offerIds.map((id) => bridge.offers.get(id)?.fileName))
const saveButton = (count: string) => screen.findByRole<HTMLButtonElement>('button', { name: `Save ${count}` })
const enabled = async (count: string) => {
  const button = await saveButton(count)
  await waitFor(() => expect(button.disabled).toBe(false))
  return button
}

describe('ImportScreen', () => {
  it('takes a missing date from a plain file name, says so, and asks where the name is ambiguous', async () => {
    const { user, bridge } = await showImport({
      files: {
        'IMG-20240315-WA0001.jpg': stagedOf(1, { capture: null }),
        '2024-03-15 10.22.33.jpg': stagedOf(2, { capture: null }),
        '03-04-2024.jpg': stagedOf(3, { capture: null }),
        'PXL_20250101_090000.jpg': stagedOf(4, { capture: at('2026-01-12') }),
      },
    })
    const row = (fileName: string) => within(screen.getByText(fileName).closest('li')!)
    const save = await enabled('4 photos')
    expect(
      row('IMG-20240315-WA0001.jpg').getByText('Date from the file name, when it was sent: please check'),
    ).toBeTruthy()
    expect(row('2024-03-15 10.22.33.jpg').getByText('Date from the file name: please check')).toBeTruthy()
    expect(row('03-04-2024.jpg').getByText('No date in the file – when was it taken?')).toBeTruthy()
    expect(row('PXL_20250101_090000.jpg').getByText('12 Jan 2026, 10:00')).toBeTruthy()
    expect(screen.getByText(/2 with a date to check/)).toBeTruthy()
    await user.click(save)
    await waitFor(() => expect(bridge.facts.photos.size).toBe(4))
    const captures = [1, 2, 3, 4].map((number) => bridge.facts.photos.get(photoIdOf(number))?.capture ?? null)
    expect(captures).toEqual([
      { local: '2024-03-15T00:00:00', offset: null, source: 'file-name' },
      { local: '2024-03-15T10:22:33', offset: null, source: 'file-name' },
      null,
      at('2026-01-12'),
    ])
  })

  it('questions a day to come and a day before digital photos, wherever it is from', async () => {
    await showImport({
      files: {
        'IMG_20990315_100000.jpg': stagedOf(1, { capture: null }),
        '1961-05-01.jpg': stagedOf(2, { capture: null }),
      },
    })
    await enabled('2 photos')
    expect(screen.getByText('This day is still to come: please check')).toBeTruthy()
    expect(screen.getByText('Before digital photos: please check')).toBeTruthy()
    fireEvent.change(screen.getByLabelText('Date of 1961-05-01.jpg'), { target: { value: '2026-03-01' } })
    fireEvent.blur(screen.getByLabelText('Date of 1961-05-01.jpg'))
    await screen.findByText('Date given by you')
    expect(screen.queryByText('Before digital photos: please check')).toBeNull()
  })

  it('begins only when there is room for all of it, and asks again', async () => {
    const { bridge, user, onDone } = await showImport({
      files: { 'a.jpg': stagedOf(1), 'b.jpg': stagedOf(2) },
      freeBytes: 1999,
    })
    const region = await screen.findByRole('region', { name: 'The import can’t begin' })
    expect(region.textContent).toContain('Too little room for these photos.')
    expect(bridge.inputsOf('import.begin')).toEqual([{ batchBytes: 2000 }])
    expect(bridge.inputsOf('import.stage')).toEqual([])
    await user.click(within(region).getByRole('button', { name: 'Back to the client' }))
    expect(onDone).toHaveBeenCalledOnce()
    bridge.freeBytes = 2000
    await user.click(within(region).getByRole('button', { name: 'Try again' }))
    expect(await saveButton('2 photos')).toBeTruthy()
  })

  it('names each bad file with its reason while the good ones go on', async () => {
    await showImport({
      files: {
        'a.jpg': stagedOf(1),
        'torn.jpg': new AppError('picture-damaged'),
        'notes.txt': new AppError('unsupported-format'),
        'b.jpg': stagedOf(2),
      },
    })
    await enabled('2 photos')
    const problems = within(screen.getByRole('region', { name: '2 files can’t be imported' })).getAllByRole('listitem')
    expect(problems.map((item) => item.textContent)).toEqual([
      'torn.jpgThe picture is damaged and can’t be opened. Export it again from the phone or camera.',
      'notes.txtThis is not a photo that Stipple reads. Use JPEG, PNG, WebP, TIFF, AVIF, HEIC or camera RAW, and MP4, MOV or WebM for videos.',
    ])
  })

  it('saves exactly the filing that stands on the screen', async () => {
    const { user, bridge, clientId, treatmentId, onDone } = await showImport({
      files: {
        'a.jpg': stagedOf(1),
        'b.jpg': stagedOf(2, { capture: at('2026-02-16') }),
        'c.jpg': stagedOf(3, { capture: null }),
      },
    })
    await enabled('3 photos')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Stage of a.jpg' }), 'Post-cut')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Angle of a.jpg' }), 'Crown')
    await user.click(screen.getByRole('button', { name: 'Turn a.jpg clockwise' }))
    const date = screen.getByLabelText('Date of c.jpg')
    fireEvent.change(date, { target: { value: '2026-03-01' } })
    fireEvent.blur(date)
    await screen.findByRole('region', { name: '1 Mar 2026' })
    await user.click(await enabled('3 photos'))
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce())
    expect(bridge.inputsOf('import.accept')).toEqual([
      {
        clientId,
        treatmentId,
        photos: [
          { photoId: photoIdOf(1), stage: 'post-cut', angle: 'crown', capture: at('2026-01-12'), quarterTurns: 1 },
          { photoId: photoIdOf(2), stage: null, angle: null, capture: at('2026-02-16'), quarterTurns: 0 },
          {
            photoId: photoIdOf(3),
            stage: null,
            angle: null,
            capture: { local: '2026-03-01T00:00:00', offset: null, source: 'user' },
            quarterTurns: 0,
          },
        ],
      },
    ])
    expect(bridge.facts.photos.size).toBe(3)
  })

  it('sets stage and angle of many at once: by group, by Ctrl+A and by a Shift-click range', async () => {
    const files = Object.fromEntries(
      [1, 2, 3, 4].map((n) => [`${n}.jpg`, stagedOf(n, { capture: at('2026-01-12', `1${n}:00:00`) })]),
    )
    const { user } = await showImport({ files })
    await enabled('4 photos')
    const angles = () =>
      screen.getAllByRole<HTMLSelectElement>('combobox', { name: /^Angle of \d.jpg/ }).map(({ value }) => value)
    await user.click(screen.getByRole('checkbox', { name: 'Select 2.jpg' }))
    await user.keyboard('{Shift>}')
    await user.click(screen.getByRole('checkbox', { name: 'Select 4.jpg' }))
    await user.keyboard('{/Shift}')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Angle of the selected photos' }), 'Crown')
    expect(angles()).toEqual(['', 'crown', 'crown', 'crown'])
    await user.keyboard('{Control>}a{/Control}')
    expect(screen.getByText('4 photos selected')).toBeTruthy()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Angle of the selected photos' }), 'Top')
    expect(angles()).toEqual(['top', 'top', 'top', 'top'])
    await user.selectOptions(screen.getByRole('combobox', { name: 'Stage of all of 12 Jan 2026' }), 'Session 1')
    const stages = screen.getAllByRole<HTMLSelectElement>('combobox', { name: /^Stage of \d.jpg/ })
    expect(stages.map(({ value }) => value)).toEqual(Array(4).fill('session-1'))
  })

  it('proposes a stage only where the day plainly has one, and asks for it elsewhere', async () => {
    await showImport({
      files: {
        'known.jpg': stagedOf(1, { capture: at('2026-02-16') }),
        'new.jpg': stagedOf(2, { capture: at('2026-03-20') }),
      },
      present: [{ stage: 'healed-1', day: '2026-02-16' }],
    })
    await enabled('2 photos')
    const known = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Stage of known.jpg' })
    await waitFor(() => expect(known.value).toBe('healed-1'))
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Stage of new.jpg' }).value).toBe('')
    expect(screen.getByText('1 photo · which stage is this?')).toBeTruthy()
  })

  it('takes stage and angle from the cell of the drop', async () => {
    await showImport({ files: { 'a.jpg': stagedOf(1) }, stage: 'healed-2' })
    await enabled('1 photo')
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Stage of a.jpg' }).value).toBe('healed-2')
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Angle of a.jpg' }).value).toBe('crown')
  })

  it('leaves out what the library has already, says whose it is, and marks damaged pictures', async () => {
    const other = clientIdSchema.parse('44444444-4444-4444-8444-444444444444')
    await showImport({
      files: {
        'mine.jpg': stagedOf(1, { alreadyOf: sampleId }),
        'theirs.jpg': stagedOf(2, { alreadyOf: other }),
        'half.jpg': stagedOf(3, { isDamaged: true }),
        'again.jpg': stagedOf(3, { isDamaged: true }),
      },
    })
    await enabled('1 photo')
    const items = within(screen.getByRole('region', { name: '3 duplicates, left out' })).getAllByRole('listitem')
    expect(items.map((item) => item.textContent)).toEqual([
      'mine.jpgAlready in the library (this client)',
      'theirs.jpgAlready in the library (another client)',
      'again.jpgThe same picture as half.jpg',
    ])
    expect(screen.getByText('Part of this picture is damaged; kept as it is')).toBeTruthy()
  })

  it('settles what the hot folder needn’t offer again: all that was read, once it is saved; not what could not be reached', async () => {
    const { bridge, user, onDone } = await showImport({
      files: {
        'new.jpg': stagedOf(1),
        'left out.jpg': stagedOf(2),
        'sidecar.xmp': new AppError('unsupported-format'),
        'unplugged.jpg': new AppError('file-unreadable'),
      },
    })
    await enabled('2 photos')
    await user.click(screen.getByRole('button', { name: 'Leave left out.jpg out' }))
    await user.click(await enabled('1 photo'))
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce())
    expect(settledNames(bridge)).toEqual(['new.jpg', 'left out.jpg', 'sidecar.xmp'])
  })

  it('settles only what needs no decision when the review is left unsaved', async () => {
    const { bridge, user, onDone } = await showImport({
      files: {
        'new.jpg': stagedOf(1),
        'known.jpg': stagedOf(2, { alreadyOf: sampleId }),
        'damaged.jpg': new AppError('picture-damaged'),
      },
    })
    await enabled('1 photo')
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    await user.click(screen.getByRole('button', { name: 'Leave without saving' }))
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce())
    expect(settledNames(bridge)).toEqual(['known.jpg', 'damaged.jpg'])
  })

  it('leaves out what the user leaves out, and forgets its staged copy after saving', async () => {
    const { user, bridge, onDone } = await showImport({ files: { 'a.jpg': stagedOf(1), 'lunch.jpg': stagedOf(2) } })
    await enabled('2 photos')
    await user.click(screen.getByRole('button', { name: 'Leave lunch.jpg out' }))
    await user.click(await enabled('1 photo'))
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce())
    expect(bridge.inputsOf('import.accept')[0]!.photos.map(({ photoId }) => photoId)).toEqual([photoIdOf(1)])
    expect(bridge.inputsOf('import.discard')).toEqual([{ photoIds: [photoIdOf(2)] }])
  })

  it('loses nothing when saving fails, and saves at the next try', async () => {
    const { user, bridge, onDone } = await showImport({ files: { 'a.jpg': stagedOf(1) } })
    await enabled('1 photo')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Stage of a.jpg' }), 'Before')
    const record = bridge.record.bind(bridge)
    bridge.record = () => {
      throw new AppError('disk-full')
    }
    await user.click(await enabled('1 photo'))
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.')
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Stage of a.jpg' }).value).toBe('before')
    expect(onDone).not.toHaveBeenCalled()
    bridge.record = record
    await user.click(await enabled('1 photo'))
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce())
  })

  it('asks before it throws staged photos away, then discards them', async () => {
    const { user, bridge, onDone } = await showImport({ files: { 'a.jpg': stagedOf(1) } })
    await enabled('1 photo')
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    const dialog = await screen.findByRole('dialog', { name: 'Leave without saving?' })
    expect(onDone).not.toHaveBeenCalled()
    await user.click(within(dialog).getByRole('button', { name: 'Leave without saving' }))
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce())
    expect(bridge.inputsOf('import.discard')).toEqual([{ photoIds: [photoIdOf(1)] }])
  })

  it('stops reading, keeps what was read, and reads the rest later', async () => {
    const { user, bridge } = await showImport({
      files: { 'a.jpg': stagedOf(1), 'b.jpg': 'held', 'c.jpg': stagedOf(3), 'd.jpg': 'held', 'e.jpg': stagedOf(5) },
    })
    await screen.findByText('Reading photos: 2 of 5')
    expect(screen.getByText('b.jpg: copying and checking…')).toBeTruthy()
    expect((await saveButton('2 photos')).disabled).toBe(true)
    await user.click(screen.getByRole('button', { name: 'Stop reading' }))
    await screen.findByText('Stopped: 2 of 5 files read')
    expect(bridge.inputsOf('work.cancel')).toHaveLength(2)
    await enabled('2 photos')
    bridge.staging = async ({ fileName }) => stagedOf({ 'b.jpg': 2, 'd.jpg': 4, 'e.jpg': 5 }[fileName]!, { fileName })
    await user.click(screen.getByRole('button', { name: 'Read the rest' }))
    await enabled('5 photos')
    expect(screen.queryByRole('region', { name: 'Reading the files' })).toBeNull()
  })
})
