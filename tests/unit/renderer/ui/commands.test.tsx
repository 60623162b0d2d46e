// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Command, keyOf, useCommands, useKnownCommands } from '../../../../renderer/ui/commands.ts'
import { keyNames } from '../../../../renderer/ui/key-names.ts'
import { KeySheet } from '../../../../renderer/ui/key-sheet.tsx'

afterEach(() => {
  cleanup()
  useKnownCommands.setState({ isSheetOpen: false })
})

function Bench({ commands }: { commands: Command[] }) {
  useCommands(commands)
  return (
    <>
      <input aria-label="Name" />
      <button type="button">Press</button>
      <input type="radio" aria-label="Chosen" defaultChecked />
      <div role="slider" aria-label="Sliding" aria-valuenow={1} tabIndex={0} />
    </>
  )
}

function show(...commands: Partial<Command>[]) {
  const whole = commands.map((command) => ({ name: 'Do it', group: 'Doing', keys: ['k'], run: vi.fn(), ...command }))
  render(
    <MantineProvider>
      <Bench commands={whole} />
      <KeySheet />
    </MantineProvider>,
  )
  return whole
}

describe('a command', () => {
  test('runs by its key, whatever case it is typed in', () => {
    const [command] = show({})
    fireEvent.keyDown(document.body, { key: 'K' })
    expect(command!.run).toHaveBeenCalledOnce()
  })

  test.each([
    ['while somebody types', () => screen.getByRole('textbox'), 'k'],
    ['when Space presses a button', () => screen.getByRole('button'), ' '],
  ])('doesn’t run %s', (_when, target, key) => {
    const [command] = show({ keys: [key] })
    fireEvent.keyDown(target(), { key })
    expect(command!.run).not.toHaveBeenCalled()
  })

  test('doesn’t run when it can’t be done, or another part acts on the key', () => {
    const commands = show({ isOff: true }, { keys: ['j'], isElsewhere: true })
    fireEvent.keyDown(document.body, { key: 'k' })
    fireEvent.keyDown(document.body, { key: 'j' })
    for (const { run } of commands) expect(run).not.toHaveBeenCalled()
  })

  test('is run by Space on what doesn’t know Space: a choice that is made, a slider', () => {
    const [command] = show({ keys: [' '] })
    fireEvent.keyDown(screen.getByRole('radio'), { key: ' ' })
    fireEvent.keyDown(screen.getByRole('slider'), { key: ' ' })
    expect(command!.run).toHaveBeenCalledTimes(2)
  })

  test('that lasts while its key is held begins once and ends with the key, or when the window is left', () => {
    const [command] = show({ keys: ['h'], release: vi.fn() })
    fireEvent.keyDown(document.body, { key: 'h', code: 'KeyH' })
    fireEvent.keyDown(document.body, { key: 'h', code: 'KeyH', repeat: true })
    fireEvent.keyUp(document.body, { key: 'x', code: 'KeyX' })
    expect(command!.run).toHaveBeenCalledOnce()
    expect(command!.release).not.toHaveBeenCalled()
    fireEvent.keyUp(document.body, { key: 'h', code: 'KeyH' })
    expect(command!.release).toHaveBeenCalledOnce()
    fireEvent.keyDown(document.body, { key: 'h', code: 'KeyH' })
    fireEvent.blur(window)
    expect(command!.run).toHaveBeenCalledTimes(2)
    expect(command!.release).toHaveBeenCalledTimes(2)
  })

  test('isn’t run by its key with another modifier', () => {
    const [plain, shifted] = show({}, { name: 'Go far', keys: ['Shift+ArrowLeft'] })
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true })
    expect(plain!.run).not.toHaveBeenCalled()
    fireEvent.keyDown(document.body, { key: 'ArrowLeft' })
    expect(shifted!.run).not.toHaveBeenCalled()
    fireEvent.keyDown(document.body, { key: 'ArrowLeft', shiftKey: true })
    expect(shifted!.run).toHaveBeenCalledOnce()
  })
})

test('the sheet lists the commands of the screen by their groups, those of everywhere last', async () => {
  show({}, { name: 'Go left', group: 'Going', keys: ['ArrowLeft', 'Ctrl+z'] })
  fireEvent.keyDown(document.body, { key: '?', shiftKey: true })
  const sheet = await screen.findByRole('dialog', { name: 'Keys of this screen' })
  expect(
    within(sheet)
      .getAllByRole('heading', { level: 3 })
      .map((heading) => heading.textContent),
  ).toEqual(['Doing', 'Going', 'Everywhere'])
  const going = within(sheet).getByRole('region', { name: 'Going' })
  expect(within(going).getByText('Go left')).toBeDefined()
  expect([...going.querySelectorAll('kbd')].map((key) => key.textContent)).toEqual(['←', 'Ctrl', 'Z'])
})

test('a pressed key is named as commands name it', () => {
  const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
    keyOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })
  expect([
    press('?', { shiftKey: true }),
    press(' ', { shiftKey: true }),
    press('Z', { metaKey: true, shiftKey: true }),
  ]).toEqual(['?', 'Shift+ ', 'Ctrl+Shift+z'])
  expect(['+', ' ', '-', 'Ctrl+z'].map(keyNames)).toEqual([['+'], ['Space'], ['−'], ['Ctrl', 'Z']])
})
