// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { App } from '../../../../renderer/app/app.tsx'
import { useNavigation } from '../../../../renderer/app/navigation.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { LibraryDamage } from '../../../../shared/ipc/contract.ts'
import { errorReplyOf } from '../../../../shared/ipc/result.ts'
import { InMemoryBridge } from '../in-memory-bridge.ts'
import { showScreen } from '../show-screen.tsx'

const damage: LibraryDamage = {
  reason: 'a record can’t be read after record 7',
  afterSeq: 7,
  shownUpTo: '2026-03-14T09:00:00.000Z',
  missingCount: 3,
}

afterEach(() => useNavigation.getState().goTo({ screen: 'clients' }))

async function showApp(present: LibraryDamage | null = null) {
  const bridge = new InMemoryBridge()
  const clientId = bridge.addSample()
  await showScreen(bridge, <App />, { damage: present })
  await screen.findByRole('heading', { name: 'Clients' })
  return { bridge, clientId, user: userEvent.setup() }
}

it('says on every screen of a damaged library that it is only looked at, and how to go on', async () => {
  const { user } = await showApp(damage)
  const banner = () => screen.getByRole('region', { name: 'The library is damaged' })
  expect(banner().textContent).toContain('everything up to 14 Mar 2026')
  expect(banner().textContent).toContain('at least 3 later changes can’t be read')
  await user.click(screen.getByRole('button', { name: 'Sample client' }))
  await screen.findByRole('heading', { name: 'Sample client' })
  expect(banner().querySelector('button')?.textContent).toBe('Restore from a backup…')
  expect(banner().textContent).not.toMatch(/afterSeq|record 7/)
})

it('tells in plain words why a change is refused', async () => {
  const { bridge, user } = await showApp(damage)
  const { request } = bridge
  bridge.request = async (name, input) =>
    name === 'library.record'
      ? { ok: false, error: errorReplyOf(new AppError('library-read-only')) }
      : request(name, input)
  await user.click(screen.getByRole('button', { name: 'Remove sample' }))
  expect(await screen.findByText(/it can only be looked at\. Restore it/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Sample client' })).toBeTruthy()
})

it('a sound library has no such banner', async () => {
  await showApp()
  expect(screen.queryByRole('region', { name: 'The library is damaged' })).toBeNull()
})

it('shows the screen before until a client’s records are there, and never an empty board', async () => {
  const { bridge, user } = await showApp()
  let answer: () => void = () => undefined
  const { request } = bridge
  const added = bridge.record([
    {
      type: 'client-added',
      version: 1,
      data: {
        clientId: '11111111-1111-4111-8111-111111111111' as never,
        name: 'Anna Beispiel',
        isSample: false,
        addedAt: '2026-01-01T00:00:00.000Z',
        isRemoved: false,
      },
    },
  ])
  expect(added).toBeGreaterThan(0)
  bridge.request = async (name, input) => {
    if (name === 'library.client') await new Promise<void>((resolve) => (answer = resolve))
    return request(name, input)
  }
  await user.click(await screen.findByRole('button', { name: 'Anna Beispiel' }))
  expect(screen.getByRole('heading', { name: 'Clients' })).toBeTruthy()
  answer()
  await screen.findByRole('heading', { name: 'Anna Beispiel' })
})
