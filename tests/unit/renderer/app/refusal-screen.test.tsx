// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { RefusalScreen } from '../../../../renderer/app/refusal-screen.tsx'
import { createIpcCare } from '../../../../renderer/engine/ipc-care.ts'
import { createIpcKeys } from '../../../../renderer/engine/ipc-keys.ts'
import { AppError } from '../../../../shared/errors.ts'
import { offeredBackup } from '../health/health-samples.ts'
import { InMemoryBridge } from '../in-memory-bridge.ts'
import { showScreen } from '../show-screen.tsx'

async function showRefusal(error: AppError, opens = '') {
  const bridge = new InMemoryBridge()
  bridge.answers = {
    'backup.choose': async () => ({ offer: offeredBackup }),
    'library.unlock': async ({ by, text }) => {
      if (text !== opens) throw new AppError(by === 'recovery' ? 'wrong-recovery-key' : 'wrong-passphrase')
      return {}
    },
  }
  const refusal = <RefusalScreen error={error} care={createIpcCare(bridge)} keys={createIpcKeys(bridge)} />
  await showScreen(bridge, refusal)
  return bridge
}

it('a damaged library can be replaced from a backup', async () => {
  await showRefusal(new AppError('library-damaged', { reason: 'a record can’t be read after record 7' }))
  expect(screen.getByRole('alert').textContent).toContain('after record 7')
  await userEvent.click(screen.getByRole('button', { name: 'Restore from a backup…' }))
  expect(await screen.findByRole('button', { name: 'Restore this backup' })).toBeTruthy()
})

it('a library that is open elsewhere isn’t offered to be replaced', async () => {
  await showRefusal(new AppError('library-in-use'))
  expect(screen.getByRole('alert').textContent).toContain('open in another Stipple')
  expect(screen.queryByRole('button')).toBeNull()
})

it('a locked library asks for the passphrase, says when it is wrong, and offers no restore', async () => {
  const bridge = await showRefusal(new AppError('library-locked'), 'right horse')
  expect(screen.getByRole('heading', { name: 'Stipple is locked' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /Restore/ })).toBeNull()
  const field = screen.getByLabelText('Passphrase')
  await userEvent.type(field, 'wrong horse{Enter}')
  expect((await screen.findByRole('alert')).textContent).toContain('doesn’t open the library')
  await userEvent.clear(field)
  await userEvent.type(field, 'right horse{Enter}')
  expect(bridge.requests.at(-1)).toEqual({ name: 'library.unlock', input: { by: 'passphrase', text: 'right horse' } })
})

it('who forgot the passphrase types the recovery key', async () => {
  const bridge = await showRefusal(new AppError('library-locked'), 'AAAA')
  await userEvent.click(screen.getByRole('button', { name: 'I forgot the passphrase' }))
  expect(document.activeElement).toBe(screen.getByLabelText('Recovery key'))
  await userEvent.keyboard('BBBB{Enter}')
  expect((await screen.findByRole('alert')).textContent).toContain('Compare it with the paper')
  expect(bridge.requests.at(-1)).toEqual({ name: 'library.unlock', input: { by: 'recovery', text: 'BBBB' } })
})

it('on another computer the recovery key or a restore is asked for', async () => {
  await showRefusal(new AppError('library-key-missing'))
  expect(screen.getByRole('alert').textContent).toContain('not on this computer')
  expect(screen.getByLabelText('Recovery key')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Restore from a backup…' })).toBeTruthy()
})

it('a disk without room is said with how much is needed; once there is room, it is tried again', async () => {
  const bridge = await showRefusal(
    new AppError('disk-full', { reason: '12.3 GB must be free on its disk; 3.1 GB are.' }),
  )
  bridge.answers = { ...bridge.answers, 'library.open-again': async () => ({}) }
  expect(screen.getByRole('alert').textContent).toContain('12.3 GB must be free')
  expect(screen.queryByRole('button', { name: /Restore/ })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(bridge.requests.at(-1)).toEqual({ name: 'library.open-again', input: {} })
})
