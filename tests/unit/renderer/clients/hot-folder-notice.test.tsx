// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { ClientsScreen } from '../../../../renderer/features/clients/screen.tsx'
import { InMemoryBridge } from '../in-memory-bridge.ts'
import { showScreen } from '../show-screen.tsx'

const notice = () => screen.queryByRole('region', { name: 'Hot folder' })

it('says on the start screen that photos wait and that their client has to be opened', async () => {
  const bridge = new InMemoryBridge()
  bridge.tellHotFolder({ condition: 'watched', folderName: 'Tether', waitingCount: 0 })
  await showScreen(
    bridge,
    <ClientsScreen
      notices={[]}
      onOpenClient={vi.fn()}
      onOpenModels={vi.fn()}
      onOpenHealth={vi.fn()}
      onOpenTrash={vi.fn()}
      onOpenExports={vi.fn()}
      onOpenSettings={vi.fn()}
    />,
  )
  await screen.findByRole('button', { name: 'Library health' })
  expect(notice()).toBeNull()
  act(() => bridge.tellHotFolder({ waitingCount: 3 }))
  expect(notice()?.textContent).toBe('3 photos came in from “Tether”. Open their client to review and file them.')
  act(() => bridge.tellHotFolder({ waitingCount: 1 }))
  expect(notice()?.textContent).toBe('1 photo came in from “Tether”. Open its client to review and file it.')
  act(() => bridge.tellHotFolder({ condition: 'lost', folderName: '', waitingCount: 0 }))
  expect(notice()?.textContent).toContain('Choose it once more. It is set on a client’s page.')
})
