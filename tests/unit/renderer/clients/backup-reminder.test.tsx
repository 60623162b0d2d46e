// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { ClientsScreen } from '../../../../renderer/features/clients/screen.tsx'
import type { BackupStatus } from '../../../../shared/ipc/care.ts'
import { goodBackup } from '../health/health-samples.ts'
import { InMemoryBridge } from '../in-memory-bridge.ts'
import { showScreen } from '../show-screen.tsx'

async function showClients(first: BackupStatus) {
  let status = first
  const bridge = new InMemoryBridge()
  bridge.answers = {
    'backup.status': async () => status,
    'backup.make': async () => {
      status = goodBackup
      return {
        done: {
          fileName: 'B.stipple-backup',
          byteSize: 1,
          added: null,
          carriedOver: 0,
          missingCount: 0,
          damagedCount: 0,
          strangers: 0,
          isSameDisk: false,
        },
      }
    },
  }
  const onOpenHealth = vi.fn()
  await showScreen(
    bridge,
    <ClientsScreen
      notices={[]}
      onOpenClient={vi.fn()}
      onOpenModels={vi.fn()}
      onOpenHealth={onOpenHealth}
      onOpenTrash={vi.fn()}
      onOpenExports={vi.fn()}
      onOpenSettings={vi.fn()}
    />,
  )
  await screen.findByRole('button', { name: 'Library health' })
  return { bridge, onOpenHealth, user: userEvent.setup() }
}

const reminder = () => screen.findByRole('region', { name: 'Backup reminder' })

it('nothing is said while the backup is young; the page is one click away', async () => {
  const { bridge, user, onOpenHealth } = await showClients(goodBackup)
  await waitFor(() => expect(bridge.inputsOf('backup.status')).toHaveLength(1))
  expect(screen.queryByRole('region', { name: 'Backup reminder' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Library health' }))
  expect(onOpenHealth).toHaveBeenCalledOnce()
})

it('reminds of an old backup, makes a new one at its place, and is quiet again', async () => {
  const { bridge, user } = await showClients({ ...goodBackup, isDue: true, hasChangedSince: true })
  expect((await reminder()).textContent).toContain('The last backup is of 31 May 2026')
  await user.click(screen.getByRole('button', { name: 'Back up now' }))
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Backup reminder' })).toBeNull())
  expect(bridge.inputsOf('backup.make')[0]).toMatchObject({ place: 'same' })
  expect(await screen.findByText(/Backed up to B.stipple-backup/)).toBeTruthy()
})

it('asks for a place where there is none, and says when the last backup failed its test', async () => {
  await showClients({ last: null, test: null, isDue: true, hasChangedSince: true })
  expect((await reminder()).textContent).toContain('never backed up')
  expect(screen.getByRole('button', { name: 'Back up now…' })).toBeTruthy()
})

it('says when the last backup failed its test', async () => {
  const test = { at: '2026-05-31T08:10:00.000Z', problem: 'it isn’t whole' }
  await showClients({ ...goodBackup, test, isDue: true })
  expect((await reminder()).textContent).toContain('can’t be relied on: it isn’t whole')
})
