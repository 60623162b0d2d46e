// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { KeysCard } from '../../../../renderer/features/health/keys-card.tsx'
import { AppError } from '../../../../shared/errors.ts'
import type { KeyStatus } from '../../../../shared/ipc/keys.ts'
import { InMemoryBridge } from '../in-memory-bridge.ts'
import { showScreen } from '../show-screen.tsx'
import { goodBackup, goodKeys } from './health-samples.ts'

const noKeys: KeyStatus = { hasPassphrase: false, recoveryKeyMadeAt: null, device: 'file', isRecoveryKeyDue: true }

async function showKeys(status: KeyStatus, answers: InMemoryBridge['answers'] = {}) {
  const bridge = new InMemoryBridge()
  bridge.answers = answers
  const onChanged = vi.fn(async () => undefined)
  await showScreen(bridge, <KeysCard status={status} backup={goodBackup} isLookedAt={false} onChanged={onChanged} />)
  return { bridge, onChanged, user: userEvent.setup() }
}

describe('KeysCard', () => {
  it('says plainly that the key lies in a plain file, and that there is no recovery key', async () => {
    await showKeys(noKeys)
    expect(screen.getAllByRole('img', { name: 'Needs attention' })).toHaveLength(2)
    expect(screen.getByText(/lies in a plain file/)).toBeTruthy()
    expect(screen.getByText(/neither the library nor its backups can be opened/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Set a passphrase…' })).toHaveProperty('disabled', true)
  })

  it('finds nothing to do with a passphrase and a recovery key older than the last backup', async () => {
    await showKeys(goodKeys)
    expect(screen.queryAllByRole('img', { name: 'Needs attention' })).toEqual([])
  })

  it('asks for a new backup when the last one is older than the recovery key', async () => {
    await showKeys({ ...goodKeys, recoveryKeyMadeAt: '2026-06-01T08:00:00.000Z' })
    expect(screen.getByText(/The last backup is older than the recovery key/)).toBeTruthy()
  })

  it('keeps a recovery key only once its last group was typed', async () => {
    const kept: string[] = []
    const { user, onChanged } = await showKeys(noKeys, {
      'keys.new-recovery-key': async () => ({ written: 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG' }),
      'keys.keep-recovery-key': async ({ lastGroup }) => {
        if (lastGroup !== 'GGGG') throw new AppError('refused', { reason: 'That isn’t the last group of the key.' })
        kept.push(lastGroup)
        return {}
      },
    })
    await user.click(screen.getByRole('button', { name: 'Make a recovery key…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Your recovery key' }))
    for (const group of ['AAAA', 'DDDD', 'GGGG']) expect(dialog.getByText(group)).toBeTruthy()
    const keep = dialog.getByRole('button', { name: 'Keep this key' })
    expect(keep).toHaveProperty('disabled', true)
    const field = dialog.getByLabelText('The last group, from your paper')
    await user.type(field, 'GGGC{Enter}')
    expect(await dialog.findByText('That isn’t the last group of the key.')).toBeTruthy()
    expect(onChanged).not.toHaveBeenCalled()
    await user.clear(field)
    await user.type(field, 'GGGG{Enter}')
    await waitFor(() => expect(onChanged).toHaveBeenCalledOnce())
    expect(kept).toEqual(['GGGG'])
  })

  it('sets a passphrase that was typed twice, and changes one only with the present one', async () => {
    const { user, bridge } = await showKeys(
      { ...goodKeys, hasPassphrase: false, device: 'keychain' },
      { 'keys.set-passphrase': async () => ({}) },
    )
    await user.click(screen.getByRole('button', { name: 'Set a passphrase…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Set a passphrase' }))
    const set = dialog.getByRole('button', { name: 'Set passphrase' })
    await user.type(dialog.getByLabelText('New passphrase'), 'correct horse')
    await user.type(dialog.getByLabelText('New passphrase again'), 'correct hors')
    expect(set).toHaveProperty('disabled', true)
    expect(dialog.getByText('Not the same')).toBeTruthy()
    await user.type(dialog.getByLabelText('New passphrase again'), 'e')
    await user.click(set)
    expect(bridge.requests.at(-1)).toEqual({
      name: 'keys.set-passphrase',
      input: { present: null, next: 'correct horse' },
    })
  })

  it('removes the passphrase only with the present one', async () => {
    const { user } = await showKeys(goodKeys, {
      'keys.set-passphrase': async ({ present, next }) => {
        if (present !== 'right' || next !== null) throw new AppError('wrong-passphrase')
        return {}
      },
    })
    await user.click(screen.getByRole('button', { name: 'Remove passphrase…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Remove the passphrase' }))
    await user.type(dialog.getByLabelText('Present passphrase'), 'wrong{Enter}')
    expect((await dialog.findByRole('alert')).textContent).toContain('doesn’t open the library')
  })
})
