// @vitest-environment happy-dom
import { MantineProvider, Menu } from '@mantine/core'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { EllipsisVertical } from 'lucide-react'
import { afterEach, expect, it, vi } from 'vitest'
import { MenuButton } from '../../../../renderer/ui/menu-button.tsx'

afterEach(cleanup)

function showMenu() {
  const onTurn = vi.fn()
  const items = vi.fn(() => <Menu.Item onClick={onTurn}>Turn</Menu.Item>)
  render(
    <MantineProvider env="test">
      <MenuButton icon={EllipsisVertical} label="Actions" items={items} />
    </MantineProvider>,
  )
  return { onTurn, items, user: userEvent.setup() }
}

it('opens at the first press, by pointer or keyboard, and makes its items only then', async () => {
  const { items, onTurn, user } = showMenu()
  expect(items).not.toHaveBeenCalled()
  expect(screen.getByRole('button', { name: 'Actions' }).getAttribute('aria-haspopup')).toBe('menu')
  await user.tab()
  await user.keyboard('{Enter}')
  await user.click(await screen.findByRole('menuitem', { name: 'Turn' }))
  expect(onTurn).toHaveBeenCalledOnce()
})

it('gives the focus back when it is closed', async () => {
  const { user } = showMenu()
  await user.click(screen.getByRole('button', { name: 'Actions' }))
  await screen.findByRole('menuitem', { name: 'Turn' })
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('menuitem')).toBeNull())
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Actions' }))
})
