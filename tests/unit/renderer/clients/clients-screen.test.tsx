// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { ClientsScreen } from '../../../../renderer/features/clients/screen.tsx'
import type { Client } from '../../../../shared/domain/client.ts'
import { clientIdSchema, treatmentIdSchema } from '../../../../shared/domain/ids.ts'
import { dayOf } from '../../../../shared/domain/import-grouping.ts'
import { blankSessionRecord, type SessionRecord } from '../../../../shared/domain/session-record.ts'
import { blankTreatmentRecord, type TreatmentRecord } from '../../../../shared/domain/treatment-record.ts'
import type { Notice } from '../../../../shared/ipc/contract.ts'
import { consentGiven, consentWithdrawn } from '../../domain/consent/consent-samples.ts'
import { InMemoryBridge } from '../in-memory-bridge.ts'
import { photoIdOf, photoOf } from '../photo-samples.ts'
import { showScreen } from '../show-screen.tsx'

function addClient(bridge: InMemoryBridge, name: string): Client {
  const client = {
    clientId: clientIdSchema.parse(crypto.randomUUID()),
    name,
    isSample: false,
    addedAt: '2026-01-01T00:00:00.000Z',
    isRemoved: false,
  }
  bridge.record([{ type: 'client-added', version: 1, data: client }])
  return client
}

function addRecords(
  bridge: InMemoryBridge,
  { clientId, addedAt }: Client,
  treatment: Partial<TreatmentRecord>,
  session: Partial<SessionRecord>,
) {
  const treatmentId = treatmentIdSchema.parse(crypto.randomUUID())
  const described = { ...blankTreatmentRecord(treatmentId), ...treatment }
  const recorded = { ...blankSessionRecord(treatmentId, 'session-1'), ...session }
  bridge.record([
    { type: 'treatment-added', version: 1, data: { treatmentId, clientId, name: 'T', sessionCount: 3, addedAt } },
    { type: 'treatment-described', version: 1, data: described },
    { type: 'session-recorded', version: 1, data: recorded },
  ])
}

async function showClients(bridge: InMemoryBridge, notices: readonly Notice[] = []) {
  const onOpenClient = vi.fn()
  const onOpenHealth = vi.fn()
  const onOpenTrash = vi.fn()
  await showScreen(
    bridge,
    <ClientsScreen
      notices={notices}
      onOpenClient={onOpenClient}
      onOpenModels={vi.fn()}
      onOpenHealth={onOpenHealth}
      onOpenTrash={onOpenTrash}
      onOpenExports={vi.fn()}
      onOpenSettings={vi.fn()}
    />,
  )
  await screen.findByRole('button', { name: 'Add client' })
  return { onOpenClient, onOpenHealth, onOpenTrash, user: userEvent.setup() }
}

const names = () =>
  within(screen.getByRole('list', { name: 'Clients' }))
    .queryAllByRole('button')
    .filter((button) => button.hasAttribute('data-client'))
    .map((button) => button.textContent)

describe('ClientsScreen', () => {
  it('says on each tile how the consent stands, and nothing where there is none', async () => {
    const bridge = new InMemoryBridge()
    const inDays = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000))
    for (const [name, expiresOn] of [
      ['Holds', null],
      ['Soon', inDays(5)],
      ['Long', inDays(200)],
      ['Ended', inDays(-1)],
      ['Withdrawn', null],
    ] as const) {
      const { clientId } = addClient(bridge, name)
      bridge.record([consentGiven({ clientId, givenOn: inDays(-300), expiresOn })])
      if (name === 'Withdrawn') bridge.record([consentWithdrawn({ clientId })])
    }
    addClient(bridge, 'Without')
    const { user } = await showClients(bridge)
    const tiles = within(screen.getByRole('list', { name: 'Clients' })).getAllByRole('listitem')
    const said = tiles.map((tile) => [
      within(tile).getAllByRole('button')[0]!.textContent,
      within(tile).queryByText(/^Consent/)?.textContent,
    ])
    expect(Object.fromEntries(said)).toEqual({
      Holds: 'Consent holds',
      Soon: 'Consent ends in 5 days',
      Long: 'Consent holds',
      Ended: 'Consent ended',
      Withdrawn: 'Consent withdrawn',
      Without: undefined,
    })
    await user.type(screen.getByRole('searchbox', { name: 'Search clients' }), 'consent ends')
    await waitFor(() => expect(names()).toEqual(['Soon']))
  })

  it('adds a client with a first treatment and opens the client', async () => {
    const bridge = new InMemoryBridge()
    const { user, onOpenClient } = await showClients(bridge)
    await user.click(screen.getByRole('button', { name: 'Add client' }))
    const dialog = await screen.findByRole('dialog', { name: 'Add client' })
    expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Add client' }).disabled).toBe(true)
    await user.type(within(dialog).getByRole('textbox', { name: /Name/ }), '  Marcus Webb ')
    await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Planned sessions' }), '4')
    await user.click(within(dialog).getByRole('button', { name: 'Add client' }))
    await waitFor(() => expect(onOpenClient).toHaveBeenCalledOnce())
    const [client] = [...bridge.facts.clients.values()]
    expect(client).toMatchObject({ name: 'Marcus Webb', isSample: false })
    expect(onOpenClient).toHaveBeenCalledWith(client!.clientId)
    expect([...bridge.facts.treatments.values()]).toEqual([
      expect.objectContaining({ clientId: client!.clientId, name: 'Treatment 1', sessionCount: 4 }),
    ])
  })

  it('removes the sample in one click, offers Undo, and takes it back', async () => {
    const bridge = new InMemoryBridge()
    bridge.addSample()
    const { user } = await showClients(bridge)
    await screen.findByRole('button', { name: 'Sample client' })
    await user.click(screen.getByRole('button', { name: 'Remove sample' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Sample client' })).toBeNull())
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await screen.findByRole('button', { name: 'Sample client' })
    expect(bridge.records.map(({ event }) => event.type).slice(-2)).toEqual(['client-removed', 'client-restored'])
  })

  it('says what to do where there is no client, and offers the sample', async () => {
    const bridge = new InMemoryBridge()
    const { user } = await showClients(bridge)
    expect(screen.getByRole('region', { name: 'No clients yet' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Add sample client' }))
    await screen.findByRole('button', { name: 'Sample client' })
    expect(screen.queryByRole('button', { name: 'Add sample client' })).toBeNull()
  })

  it('finds by every word, opens the first by Enter, and starts from the slash key', async () => {
    const bridge = new InMemoryBridge()
    const wanted = addClient(bridge, 'Tomás Herrera')
    addClient(bridge, 'Dan Fischer')
    bridge.addSample()
    const { user, onOpenClient } = await showClients(bridge)
    await waitFor(() => expect(names()).toEqual(['Dan Fischer', 'Tomás Herrera', 'Sample client']))
    await user.keyboard('/')
    const search = screen.getByRole('searchbox', { name: 'Search clients' })
    expect(document.activeElement).toBe(search)
    await user.keyboard('herr tom')
    expect(names()).toEqual(['Tomás Herrera'])
    await user.keyboard('{Enter}')
    expect(onOpenClient).toHaveBeenCalledWith(wanted.clientId)
    await user.clear(search)
    await user.type(search, 'nobody')
    expect(screen.getByRole('region', { name: 'No client found' })).toBeTruthy()
  })

  it('finds by what the records say and shows it on the tile', async () => {
    const bridge = new InMemoryBridge()
    const [marcus, dan] = [addClient(bridge, 'Marcus Webb'), addClient(bridge, 'Dan Fischer')]
    addClient(bridge, 'Ann Norwood')
    addRecords(bridge, marcus, { skinType: 'III', norwoodStage: 3 }, { pigment: 'Nordic 02', needle: '3RL' })
    addRecords(bridge, dan, { skinType: 'II', norwoodStage: 5 }, { notes: 'Bled behind the crown' })
    const { user } = await showClients(bridge)
    const search = screen.getByRole('searchbox', { name: 'Search clients' })
    const look = async (words: string) => {
      await user.clear(search)
      await user.type(search, words)
      return names()
    }
    await screen.findByRole('button', { name: 'Marcus Webb' })
    expect(await look('fitzpatrick II')).toEqual(['Dan Fischer'])
    expect(await look('norwood 3')).toEqual(['Marcus Webb'])
    expect(await look('norwood 5 bled')).toEqual(['Dan Fischer'])
    expect(await look('nord')).toEqual(['Marcus Webb'])
    const tile = screen.getByRole('button', { name: 'Marcus Webb' }).closest('li')!
    expect(within(tile).getByText('Nord').tagName).toBe('MARK')
    expect(tile.textContent).toContain('Pigment: Nordic 02')
    expect(await look('norwood')).toEqual(['Ann Norwood', 'Dan Fischer', 'Marcus Webb'])
    expect(await look('marcus 3rl')).toEqual(['Marcus Webb'])
    expect(await look('marcus bled')).toEqual([])
  })

  it('walks the list by arrow keys', async () => {
    const bridge = new InMemoryBridge()
    for (const name of ['Ann', 'Ben']) addClient(bridge, name)
    const { user, onOpenClient } = await showClients(bridge)
    await user.click(screen.getByRole('searchbox', { name: 'Search clients' }))
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement?.textContent).toBe('Ann')
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement?.textContent).toBe('Ben')
    await user.keyboard('{Enter}')
    expect(onOpenClient).toHaveBeenCalledOnce()
  })

  it('renames a client, and takes it back', async () => {
    const bridge = new InMemoryBridge()
    addClient(bridge, 'Dan Fisher')
    const { user } = await showClients(bridge)
    await user.click(await screen.findByRole('button', { name: 'Actions: Dan Fisher' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Rename…' }))
    const field = await screen.findByRole('textbox', { name: /Name/ })
    await user.clear(field)
    await user.type(field, 'Dan Fischer{Enter}')
    await screen.findByRole('button', { name: 'Dan Fischer' })
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await screen.findByRole('button', { name: 'Dan Fisher' })
  })

  it('moves a client with photos to the trash, and takes it back; the trash is told when somebody waits there', async () => {
    const bridge = new InMemoryBridge()
    const { clientId, addedAt } = addClient(bridge, 'Dan Fischer')
    const treatmentId = treatmentIdSchema.parse(crypto.randomUUID())
    bridge.record([
      { type: 'treatment-added', version: 1, data: { treatmentId, clientId, name: 'T', sessionCount: 3, addedAt } },
      { type: 'photo-imported', version: 1, data: photoOf(1, { clientId, treatmentId }) },
    ])
    // long before today: the 30 days are over
    bridge.clock = new Date('2020-01-01T00:00:00.000Z')
    const { user, onOpenTrash } = await showClients(bridge)
    const remove = async () => {
      await user.click(await screen.findByRole('button', { name: 'Actions: Dan Fischer' }))
      await user.click(await screen.findByRole('menuitem', { name: 'Move to the trash' }))
      await waitFor(() => expect(screen.queryByRole('button', { name: 'Dan Fischer' })).toBeNull())
    }
    await remove()
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await screen.findByRole('button', { name: 'Dan Fischer' })
    expect(screen.getByRole('button', { name: 'Trash' })).toBeTruthy()
    await remove()
    await user.click(await screen.findByRole('button', { name: 'Trash: 1 client waits to be erased' }))
    expect(onOpenTrash).toHaveBeenCalledOnce()
  })

  it('notes until when a client’s record is to be kept, and takes it back', async () => {
    const bridge = new InMemoryBridge()
    const { clientId } = addClient(bridge, 'Dan Fischer')
    const { user } = await showClients(bridge)
    await user.click(await screen.findByRole('button', { name: 'Actions: Dan Fischer' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Retention note…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Retention note: Dan Fischer' }))
    await user.type(dialog.getByLabelText('Keep the record until'), '2033-01-01')
    await user.type(dialog.getByRole('textbox', { name: 'Why' }), 'Insurance')
    await user.click(dialog.getByRole('button', { name: 'Save note' }))
    await screen.findByText('Retention note of Dan Fischer changed')
    expect(bridge.facts.clients.get(clientId)?.retention).toEqual({ keepUntil: '2033-01-01', why: 'Insurance' })
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(bridge.facts.clients.get(clientId)?.retention).toEqual({ keepUntil: null, why: '' }))
  })

  it('shows photos and last day of a client, and what was found at the start', async () => {
    const bridge = new InMemoryBridge()
    const clientId = bridge.addSample()
    const [treatment] = [...bridge.facts.treatments.values()]
    const data = photoOf(1, { clientId, treatmentId: treatment!.treatmentId })
    bridge.record([{ type: 'photo-imported', version: 1, data }])
    await showClients(bridge, [{ kind: 'originals-missing', photoIds: [photoIdOf(1), photoIdOf(2)] }])
    const opener = await screen.findByRole('button', { name: 'Sample client' })
    const line = document.getElementById(opener.getAttribute('aria-describedby')!)
    expect(line?.textContent).toBe('1 photo · last 12 Jan 2026')
    expect(screen.getByRole('alert').textContent).toContain(
      'The files of 2 photos are missing from the library folder.',
    )
    expect(screen.getByRole('alert').textContent).toContain('Nothing was deleted')
  })

  it('draws a long list little by little, finds everybody in it, and goes on by the keyboard', async () => {
    const bridge = new InMemoryBridge()
    for (let n = 10; n < 70; n++) addClient(bridge, `Client ${n}`)
    const { user } = await showClients(bridge)
    const drawn = names().length
    expect(drawn).toBeLessThan(60)
    const more = screen.getByRole('button', { name: 'Show more of 60 clients' })
    more.focus()
    await user.keyboard('{Enter}')
    expect(names().length).toBeGreaterThan(drawn)
    expect(document.activeElement?.textContent).toBe(`Client ${10 + drawn}`)
    await user.type(screen.getByRole('searchbox', { name: 'Search clients' }), '69')
    expect(names()).toEqual(['Client 69'])
    expect(screen.queryByRole('button', { name: /Show more/ })).toBeNull()
    await user.clear(screen.getByRole('searchbox', { name: 'Search clients' }))
    expect(names().length).toBeGreaterThanOrEqual(drawn)
  })
})
