// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { Trash2 } from 'lucide-react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { IconButton } from '../../../../renderer/ui/icon-button.tsx'

/** The document doesn't know which focus came by keyboard; a browser does. */
function comeByKeyboard(button: HTMLElement, isByKeyboard: boolean): void {
  const matches = button.matches.bind(button)
  vi.spyOn(button, 'matches').mockImplementation((selector) =>
    selector === ':focus-visible' ? isByKeyboard : matches(selector),
  )
  button.focus()
}

afterEach(cleanup)
beforeEach(() => {
  render(
    <MantineProvider>
      <IconButton icon={Trash2} label="Remove" keyHint="Delete" />
    </MantineProvider>,
  )
})

test('says what it is and its key while the keyboard’s focus is on it, until a key is pressed', async () => {
  const button = screen.getByRole('button', { name: 'Remove' })
  comeByKeyboard(button, true)
  const tip = await screen.findByRole('tooltip')
  expect(tip.textContent).toMatch(/^Remove.*Del/)
  fireEvent.keyDown(button, { key: 'Escape' })
  await waitFor(() => expect(screen.queryByRole('tooltip')).toBeNull())
})

test('says nothing where the focus came by pointer', async () => {
  comeByKeyboard(screen.getByRole('button', { name: 'Remove' }), false)
  await expect(screen.findByRole('tooltip', {}, { timeout: 700 })).rejects.toThrow()
})
