// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { TrashScreen } from '../../../../renderer/features/trash/screen.tsx'
import { type ClientId, clientIdSchema, treatmentIdSchema } from '../../../../shared/domain/ids.ts'
import { goodBackup } from '../health/health-samples.ts'
import { InMemoryBridge } from '../in-memory-bridge.ts'
import { photoIdOf, photoOf } from '../photo-samples.ts'
import { showScreen } from '../show-screen.tsx'

/** A client with photos of these numbers. */
function addClient(bridge: InMemoryBridge, name: string, photos: number[]) {
  const clientId = clientIdSchema.parse(crypto.randomUUID())
  const treatmentId = treatmentIdSchema.parse(crypto.randomUUID())
  const addedAt = '2026-01-01T00:00:00.000Z'
  bridge.record([
    { type: 'client-added', version: 1, data: { clientId, name, isSample: false, addedAt, isRemoved: false } },
    { type: 'treatment-added', version: 1, data: { treatmentId, clientId, name: 'First', sessionCount: 3, addedAt } },
    ...photos.map((n) => ({
      type: 'photo-imported' as const,
      version: 1 as const,
      data: photoOf(n, { clientId, treatmentId }),
    })),
  ])
  return { clientId, treatmentId }
}

const remove = (bridge: InMemoryBridge, clientId: ClientId) =>
  bridge.record([{ type: 'client-removed', version: 1, data: { clientId, withPhotos: true } }])

async function showTrash(bridge: InMemoryBridge) {
  const ports = await showScreen(bridge, <TrashScreen onBack={vi.fn()} />)
  await screen.findByRole('button', { name: 'Back to the clients' })
  return { ...ports, user: userEvent.setup() }
}

describe('TrashScreen', () => {
  it('says what it is for when it is empty', async () => {
    await showTrash(new InMemoryBridge())
    expect((await screen.findByRole('region', { name: 'The trash is empty' })).textContent).toContain('30 days')
  })

  it('restores a client with everything, and takes that back', async () => {
    const bridge = new InMemoryBridge()
    bridge.clock = new Date(Date.now() - 60_000)
    const { clientId } = addClient(bridge, 'Anna Beispiel', [1, 2])
    remove(bridge, clientId)
    const { user } = await showTrash(bridge)
    const clients = await screen.findByRole('region', { name: 'Clients' })
    expect(clients.textContent).toContain('2 photos, removed')
    expect(clients.textContent).toMatch(/You decide on .*30 days left/)
    await user.click(screen.getByRole('button', { name: 'Restore Anna Beispiel' }))
    await screen.findByRole('region', { name: 'The trash is empty' })
    expect(bridge.facts.clients.get(clientId)?.isRemoved).toBe(false)
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await screen.findByRole('button', { name: 'Restore Anna Beispiel' })
  })

  it('restores a photo together with its treatment, one or all', async () => {
    const bridge = new InMemoryBridge()
    const { treatmentId } = addClient(bridge, 'Anna Beispiel', [1, 2])
    bridge.record([1, 2].map((n) => ({ type: 'photo-removed', version: 1, data: { photoId: photoIdOf(n) } })))
    bridge.record([{ type: 'treatment-removed', version: 1, data: { treatmentId } }])
    const { user } = await showTrash(bridge)
    await screen.findByRole('button', { name: 'Restore the treatment: Anna Beispiel, First' })
    const names = { name: 'Restore the photo: Anna Beispiel, Crown, before, 12 Jan 2026' }
    await user.click(screen.getAllByRole('button', names)[0]!)
    await waitFor(() => expect(screen.getAllByRole('button', names)).toHaveLength(1))
    expect(bridge.facts.treatments.get(treatmentId)?.isRemoved).toBe(false)
    expect(screen.queryByRole('region', { name: 'Treatments' })).toBeNull()
  })

  it('erases only once the name is typed, says what goes and what remains, and forgets what could be undone', async () => {
    const bridge = new InMemoryBridge()
    bridge.answers = { 'backup.status': async () => ({ ...goodBackup, hasChangedSince: true }) }
    const { clientId } = addClient(bridge, 'Zoë Unverwechselbar', [1, 2])
    const { user, library } = await showTrash(bridge)
    await library.record([{ type: 'client-removed', version: 1, data: { clientId, withPhotos: true } }], {
      label: 'Zoë Unverwechselbar moved to the trash',
      events: [{ type: 'client-restored', version: 1, data: { clientId } }],
    })
    await user.click(await screen.findByRole('button', { name: 'Erase Zoë Unverwechselbar for good…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Erase Zoë Unverwechselbar for good?' }))
    expect(dialog.getByText(/all 2 photos/)).toBeTruthy()
    expect(await dialog.findByText(/The last backup, “Stipple backup 2026-05-31.stipple-backup”/)).toBeTruthy()
    const button = dialog.getByRole<HTMLButtonElement>('button', { name: 'Erase for good' })
    const field = dialog.getByRole('textbox', { name: 'Type “Zoë Unverwechselbar” to confirm' })
    expect(button.disabled).toBe(true)
    await user.type(field, 'Zoe{Enter}')
    expect(bridge.facts.clients.size).toBe(1)
    await user.clear(field)
    await user.type(field, 'zoë  unverwechselbar')
    expect(button.disabled).toBe(false)
    await user.keyboard('{Enter}')
    await screen.findByRole('region', { name: 'The trash is empty' })
    expect([bridge.facts.clients.size, bridge.facts.photos.size]).toEqual([0, 0])
    expect(await library.undo()).toBeUndefined()
    const note = await screen.findByRole('region', { name: 'Erased for good' })
    await waitFor(() => expect(note.textContent).toMatch(/1 client was erased.*still holds what was erased/))
    expect(within(note).getByRole('button', { name: 'Replace it now' })).toBeTruthy()
  })

  it('asks twice where a note holds the record, and keeps the studio’s rule', async () => {
    const bridge = new InMemoryBridge()
    bridge.clock = new Date(Date.now() - 60_000)
    const { clientId } = addClient(bridge, 'Anna Beispiel', [1])
    bridge.record([
      { type: 'client-retention-noted', version: 1, data: { clientId, keepUntil: '9998-01-01', why: 'A dispute' } },
    ])
    remove(bridge, clientId)
    const { user } = await showTrash(bridge)
    await screen.findByText('To be kept until 1 Jan 9998: A dispute')
    await user.click(screen.getByRole('button', { name: 'Erase Anna Beispiel for good…' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.type(dialog.getByRole('textbox'), 'Anna Beispiel')
    expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Erase for good' }).disabled).toBe(true)
    await user.click(dialog.getByRole('checkbox', { name: 'Erase it although it is to be kept' }))
    expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Erase for good' }).disabled).toBe(false)
    await user.click(dialog.getByRole('button', { name: 'Cancel' }))

    await user.click(screen.getByRole('button', { name: 'How long records are kept…' }))
    const rule = within(await screen.findByRole('dialog', { name: 'How long records are kept' }))
    const years = rule.getByRole('textbox', { name: 'Years after a client’s last photo' })
    await user.type(years, '0')
    expect(rule.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true)
    await user.clear(years)
    await user.type(years, '7')
    await user.click(rule.getByRole('radio', { name: 'Stipple erases it, unless it is to be kept' }))
    await user.click(rule.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(bridge.facts.studioRetention.get('studio')).toMatchObject({ keepYears: 7, erasesDueClients: true }),
    )
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() =>
      expect(bridge.facts.studioRetention.get('studio')).toMatchObject({ keepYears: null, erasesDueClients: false }),
    )
  })

  it('changes a client’s note', async () => {
    const bridge = new InMemoryBridge()
    const { clientId } = addClient(bridge, 'Anna Beispiel', [1])
    remove(bridge, clientId)
    const { user } = await showTrash(bridge)
    await user.click(await screen.findByRole('button', { name: 'Retention note: Anna Beispiel' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Retention note: Anna Beispiel' }))
    await user.type(dialog.getByLabelText('Keep the record until'), '9998-01-01')
    await user.type(dialog.getByRole('textbox', { name: 'Why' }), 'Insurance')
    await user.click(dialog.getByRole('button', { name: 'Save note' }))
    await screen.findByText('To be kept until 1 Jan 9998: Insurance')
  })

  it('deletes photos for good after asking', async () => {
    const bridge = new InMemoryBridge()
    bridge.clock = new Date(Date.now() - 60_000)
    addClient(bridge, 'Anna Beispiel', [1, 2, 3])
    bridge.record([1, 2].map((n) => ({ type: 'photo-removed', version: 1, data: { photoId: photoIdOf(n) } })))
    const { user } = await showTrash(bridge)
    await user.click(await screen.findByRole('button', { name: 'Delete all for good…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete 2 photos for good?' }))
    await user.click(dialog.getByRole('button', { name: 'Delete for good' }))
    await screen.findByRole('region', { name: 'The trash is empty' })
    expect([...bridge.facts.photos.keys()]).toEqual([photoIdOf(3)])
  })
})
