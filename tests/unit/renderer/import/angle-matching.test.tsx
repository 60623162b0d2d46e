// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { ImportScreen } from '../../../../renderer/features/import/screen.tsx'
import type { Angle } from '../../../../shared/domain/angle.ts'
import type { AngleMatch } from '../../../../shared/domain/angle-by-matching.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { StagedPhoto } from '../../../../shared/ipc/contract.ts'
import { InMemoryBridge } from '../in-memory-bridge.ts'
import { photoIdOf, photoOf, stagedOf } from '../photo-samples.ts'
import { showScreen } from '../show-screen.tsx'

interface Given {
  readonly files: Record<string, StagedPhoto>
  /** Angles of photos that the treatment has already. */
  readonly filed: readonly Angle[]
  readonly matching: InMemoryBridge['matching']
  readonly cellAngle?: Angle
}

async function showImport({ files, filed, matching, cellAngle }: Given) {
  const bridge = new InMemoryBridge()
  const clientId = bridge.addSample()
  const { treatmentId } = [...bridge.facts.treatments.values()][0]!
  filed.forEach((angle, index) => {
    const data = photoOf(900 + index, { clientId, treatmentId, angle })
    bridge.record([{ type: 'photo-imported', version: 1, data }])
  })
  bridge.staging = async ({ fileName }) => ({ ...files[fileName]!, fileName })
  bridge.matching = matching
  const offers = Object.keys(files).map((fileName) => bridge.offer(fileName))
  const props = { clientId, treatmentId, offers, stage: null, angle: cellAngle ?? null, onDone: () => undefined }
  await showScreen(bridge, <ImportScreen {...props} />)
  await waitFor(() => expect(angleOf(Object.keys(files)[0]!)).toBeTruthy())
  return { bridge, treatmentId, user: userEvent.setup() }
}

const angleOf = (fileName: string) => screen.getByRole<HTMLSelectElement>('combobox', { name: `Angle of ${fileName}` })
const sureOf = (angle: Angle): AngleMatch => ({ angle, confidence: 0.9 })
const settled = () => new Promise((resolve) => setTimeout(resolve, 100))

describe('Angles by likeness to sorted photos', () => {
  it('proposes the angle, says why, and saves it unless it is changed', async () => {
    const { bridge, user, treatmentId } = await showImport({
      files: { 'a.jpg': stagedOf(1), 'b.jpg': stagedOf(2) },
      filed: ['top', 'crown'],
      matching: async ({ photoId }) => (photoId === photoIdOf(1) ? sureOf('top') : { angle: 'top', confidence: 0.5 }),
    })
    await screen.findByText('Looks like the other Top photos: please check')
    expect(angleOf('a.jpg').value).toBe('top')
    await waitFor(() => expect(bridge.inputsOf('import.match-angle')).toHaveLength(2))
    expect(bridge.inputsOf('import.match-angle')[0]).toEqual({
      photoId: photoIdOf(1),
      quarterTurns: 0,
      treatmentId,
      sorted: [],
    })
    await settled()
    expect(angleOf('b.jpg').value).toBe('')
    await user.click(screen.getByRole('button', { name: 'Save 2 photos' }))
    await waitFor(() => expect(bridge.inputsOf('import.accept')[0]?.photos[0]?.angle).toBe('top'))
  })

  it('never overrides what a person set, and takes back its words', async () => {
    let tell: (match: AngleMatch) => void = () => undefined
    const { user } = await showImport({
      files: { 'a.jpg': stagedOf(1) },
      filed: ['top', 'crown'],
      matching: () => new Promise((resolve) => (tell = resolve)),
    })
    await user.selectOptions(angleOf('a.jpg'), 'Back')
    tell(sureOf('top'))
    await settled()
    expect(angleOf('a.jpg').value).toBe('back')
    await user.selectOptions(angleOf('a.jpg'), 'Angle not set')
    await settled()
    expect(angleOf('a.jpg').value).toBe('')
    expect(screen.queryByText(/please check/)).toBeNull()
  })

  it('learns from what is sorted in the review itself, and leaves it be where one angle only is known', async () => {
    const { bridge, user } = await showImport({
      files: { 'a.jpg': stagedOf(1), 'b.jpg': stagedOf(2), 'c.jpg': stagedOf(3) },
      filed: [],
      matching: async () => sureOf('crown'),
    })
    await user.click(screen.getByRole('button', { name: 'Turn a.jpg clockwise' }))
    await user.selectOptions(angleOf('a.jpg'), 'Top')
    await settled()
    expect(bridge.inputsOf('import.match-angle')).toEqual([])
    await user.selectOptions(angleOf('b.jpg'), 'Crown')
    await screen.findByText('Looks like the other Crown photos: please check')
    expect(bridge.inputsOf('import.match-angle')[0]).toMatchObject({
      photoId: photoIdOf(3),
      sorted: [
        { photoId: photoIdOf(1), angle: 'top', quarterTurns: 1 },
        { photoId: photoIdOf(2), angle: 'crown', quarterTurns: 0 },
      ],
    })
  })

  it('asks anew when a photo is turned', async () => {
    const { bridge, user } = await showImport({
      files: { 'a.jpg': stagedOf(1) },
      filed: ['top', 'crown'],
      matching: async ({ quarterTurns }) => (quarterTurns === 1 ? sureOf('crown') : null),
    })
    await waitFor(() => expect(bridge.inputsOf('import.match-angle')).toHaveLength(1))
    await user.click(screen.getByRole('button', { name: 'Turn a.jpg clockwise' }))
    await screen.findByText('Looks like the other Crown photos: please check')
    expect(bridge.inputsOf('import.match-angle')).toHaveLength(2)
  })

  it('a sure face is not asked about; an unsure one is confirmed', async () => {
    const { bridge } = await showImport({
      files: {
        'sure.jpg': stagedOf(1, { angleGuess: { angle: 'front', confidence: 0.9 } }),
        'unsure.jpg': stagedOf(2, { angleGuess: { angle: 'right-45', confidence: 0.5 } }),
      },
      filed: ['front', 'right-45'],
      matching: async () => ({ angle: 'right-45', confidence: 0.6 }),
    })
    await screen.findByText('The face and the other Right 45° photos suggest this angle: please check')
    expect(screen.getByText('Angle guessed from the face: please check')).toBeTruthy()
    expect(bridge.inputsOf('import.match-angle').map(({ photoId }) => photoId)).toEqual([photoIdOf(2)])
  })

  it('isn’t asked where the photos were dropped on an angle', async () => {
    const { bridge } = await showImport({
      files: { 'a.jpg': stagedOf(1) },
      filed: ['top', 'crown'],
      matching: async () => sureOf('top'),
      cellAngle: 'crown',
    })
    await settled()
    expect(angleOf('a.jpg').value).toBe('crown')
    expect(bridge.inputsOf('import.match-angle')).toEqual([])
  })

  it('goes on with the next photo when one can’t be matched', async () => {
    await showImport({
      files: { 'a.jpg': stagedOf(1), 'b.jpg': stagedOf(2) },
      filed: ['top', 'crown'],
      matching: async ({ photoId }) => {
        if (photoId === photoIdOf(1)) throw new AppError('engine-crashed')
        return sureOf('crown')
      },
    })
    await waitFor(() => expect(angleOf('b.jpg').value).toBe('crown'))
    expect(angleOf('a.jpg').value).toBe('')
  })
})
