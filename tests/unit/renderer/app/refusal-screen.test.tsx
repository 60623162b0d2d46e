// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { RefusalScreen } from '../../../../renderer/app/refusal-screen.tsx'
import { createIpcCare } from '../../../../renderer/engine/ipc-care.ts'
import { AppError } from '../../../../shared/errors.ts'
import { offeredBackup } from '../health/health-samples.ts'
import { InMemoryBridge } from '../in-memory-bridge.ts'
import { showScreen } from '../show-screen.tsx'

async function showRefusal(error: AppError) {
  const bridge = new InMemoryBridge()
  bridge.answers = { 'backup.choose': async () => ({ offer: offeredBackup }) }
  await showScreen(bridge, <RefusalScreen error={error} care={createIpcCare(bridge)} />)
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
