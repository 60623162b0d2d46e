// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { AppError } from '../../../../shared/errors.ts'
import type { HotFolderState } from '../../../../shared/ipc/contract.ts'
import type { InMemoryBridge } from '../in-memory-bridge.ts'
import { showBoard } from './show-board.tsx'

const showFolder = (state: Partial<HotFolderState>) => showBoard((bridge) => bridge.tellHotFolder(state))

const tell = (bridge: InMemoryBridge, change: Partial<HotFolderState>) => act(() => bridge.tellHotFolder(change))
const watched = { condition: 'watched', folderName: 'Tether', waitingCount: 0 } as const
const bar = () => screen.queryByRole('region', { name: 'Hot folder' })

it('counts what comes in, aloud and without taking the focus, and reviews it for the client that is open', async () => {
  const { bridge, user, treatmentId, onImport } = await showFolder(watched)
  expect(bar()).toBeNull()
  const focused = screen.getByRole('button', { name: 'Import photos…' })
  focused.focus()
  tell(bridge, { waitingCount: 1 })
  const said = await within(bar()!).findByRole('status')
  expect(said.textContent).toBe('1 photo came in from “Tether”.')
  tell(bridge, { waitingCount: 3 })
  expect(said.isConnected && said.textContent).toBe('3 photos came in from “Tether”.')
  expect(document.activeElement).toBe(focused)
  const offers = ['a.jpg', 'b.jpg', 'c.jpg'].map((name) => bridge.offer(name))
  bridge.answers['hot-folder.review'] = async () => ({ offers })
  await user.click(screen.getByRole('button', { name: 'Review…' }))
  await waitFor(() => expect(onImport).toHaveBeenCalledWith({ treatmentId, offers, stage: null, angle: null }))
})

it('says so when the files that waited are gone, and when they can’t be listed', async () => {
  const { bridge, user, onImport } = await showFolder({ ...watched, waitingCount: 1 })
  bridge.answers['hot-folder.review'] = async () => ({ offers: [] })
  await user.click(await screen.findByRole('button', { name: 'Review…' }))
  expect(await screen.findByText('The files are not in the folder any more.')).toBeTruthy()
  bridge.answers['hot-folder.review'] = async () => {
    throw new AppError('folder-unavailable')
  }
  await user.click(screen.getByRole('button', { name: 'Review…' }))
  expect(await screen.findByText(/The folder can’t be written/)).toBeTruthy()
  expect(onImport).not.toHaveBeenCalled()
})

it('leaves what came in, and takes that back even when more has come since', async () => {
  const { bridge, user } = await showFolder({ ...watched, waitingCount: 2 })
  bridge.answers['hot-folder.leave'] = async () => {
    bridge.tellHotFolder({ waitingCount: 0 })
    return { count: 2 }
  }
  bridge.answers['hot-folder.bring-back'] = async () => {
    bridge.tellHotFolder({ waitingCount: 3 })
    return {}
  }
  await user.click(await screen.findByRole('button', { name: 'Leave them' }))
  expect(await screen.findByText('2 photos left in “Tether”')).toBeTruthy()
  expect(bar()).toBeNull()
  tell(bridge, { waitingCount: 1 })
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(await screen.findByText('3 photos came in from “Tether”.')).toBeTruthy()
})

it('says that the folder is gone until that is put away, and again the next time', async () => {
  const { bridge, user } = await showFolder(watched)
  const gone = { condition: 'gone' } as const
  tell(bridge, gone)
  expect((await within(bar()!).findByRole('status')).textContent).toContain('“Tether” can’t be reached')
  await user.click(screen.getByRole('button', { name: 'Put this message away' }))
  expect(bar()).toBeNull()
  tell(bridge, { condition: 'watched' })
  tell(bridge, gone)
  expect(bar()).toBeTruthy()
})

it('chooses the folder once, says what becomes of the files in it, and stops watching', async () => {
  const { bridge, user } = await showFolder({})
  bridge.answers['hot-folder.choose'] = async () => {
    bridge.tellHotFolder(watched)
    return { chosen: { folderName: 'Tether', presentCount: 238 } }
  }
  bridge.answers['hot-folder.stop'] = async () => {
    bridge.tellHotFolder({ condition: 'none', folderName: '' })
    return {}
  }
  await user.click(screen.getByRole('button', { name: 'Hot folder…' }))
  const dialog = await screen.findByRole('dialog', { name: 'Hot folder' })
  expect(within(dialog).getByText('No folder is watched')).toBeTruthy()
  expect(within(dialog).queryByRole('button', { name: 'Stop watching' })).toBeNull()
  await user.click(within(dialog).getByRole('button', { name: 'Choose folder…' }))
  expect((await within(dialog).findByText('Tether')).parentElement?.textContent).toContain(
    'The 238 files that are in it already are left alone; what comes from now on is offered.',
  )
  await user.click(within(dialog).getByRole('button', { name: 'Stop watching' }))
  expect(await within(dialog).findByText('No folder is watched')).toBeTruthy()
})

it('tells in the dialog why a folder can’t be taken, and changes nothing when the choosing is cancelled', async () => {
  const { bridge, user } = await showFolder(watched)
  await user.click(screen.getByRole('button', { name: 'Hot folder…' }))
  const dialog = await screen.findByRole('dialog', { name: 'Hot folder' })
  bridge.answers['hot-folder.choose'] = async () => {
    throw new AppError('refused', { reason: 'This folder holds too much.' })
  }
  await user.click(within(dialog).getByRole('button', { name: 'Choose another folder…' }))
  expect(await within(dialog).findByText('This folder holds too much.')).toBeTruthy()
  bridge.answers['hot-folder.choose'] = async () => ({ chosen: null })
  await user.click(within(dialog).getByRole('button', { name: 'Choose another folder…' }))
  await waitFor(() => expect(within(dialog).queryByText('This folder holds too much.')).toBeNull())
  expect(within(dialog).getByText('Tether')).toBeTruthy()
})

it('a lost setting is said, with the way to choose the folder once more', async () => {
  const { user } = await showFolder({ condition: 'lost' })
  await user.click(await screen.findByRole('button', { name: 'Choose the hot folder…' }))
  expect(await screen.findByRole('dialog', { name: 'Hot folder' })).toBeTruthy()
})
