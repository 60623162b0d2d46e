import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { answerDialogs, emptyUserData, type StippleApp, startStipple } from './stipple-app.ts'

const passphrase = 'correct horse battery'

async function makeRecoveryKey({ window }: StippleApp): Promise<string> {
  await window.getByRole('button', { name: 'Make a recovery key…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Your recovery key' })
  const groups = await dialog.getByRole('listitem').allTextContents()
  await dialog.getByLabel('The last group, from your paper').fill(groups.at(-1)!)
  await dialog.getByRole('button', { name: 'Keep this key' }).click()
  await window.getByText(/There is a recovery key/).waitFor()
  return groups.join('-')
}

async function setPassphrase({ window }: StippleApp): Promise<void> {
  await window.getByRole('button', { name: 'Set a passphrase…' }).click()
  await window.getByLabel('New passphrase', { exact: true }).fill(passphrase)
  await window.getByLabel('New passphrase again').fill(passphrase)
  await window.getByRole('button', { name: 'Set passphrase' }).click()
  await window.getByText(/opens by its passphrase only/).waitFor()
}

/** Does what locks and gives the window that takes the old one’s place. */
async function locked(app: StippleApp, lock: () => Promise<unknown>): Promise<Page> {
  // the window that asks for it may be gone before it hears the answer
  const [window] = await Promise.all([app.electron.waitForEvent('window'), lock().catch(() => undefined)])
  await window.getByRole('heading', { name: 'Stipple is locked' }).waitFor()
  await expect.poll(() => app.electron.windows().length).toBe(1)
  return window
}

async function unlock(window: Page, label: string, text: string): Promise<void> {
  await window.getByLabel(label, { exact: true }).fill(text)
  await window.getByRole('button', { name: 'Unlock' }).click()
}

test('a passphrase locks the library at start, by key and with the screen; the recovery key opens it, and its backup elsewhere', async () => {
  const userData = await emptyUserData()
  const backup = join(await emptyUserData(), 'Studio.stipple-backup')
  const app = await startStipple(userData)
  await app.window.getByText('24 photos').waitFor({ timeout: 90_000 })
  const photo = await app.window.locator('img').first().getAttribute('src')
  await app.window.getByRole('button', { name: 'Library health' }).click()
  await app.window.getByText(/lies in a plain file/).waitFor()
  const written = await makeRecoveryKey(app)
  await setPassphrase(app)
  await answerDialogs(app, { save: backup })
  await app.window.getByRole('button', { name: 'Back up now…' }).click()
  await app.window
    .getByText(/read again and found whole/)
    .first()
    .waitFor()
  expect(app.complaints).toEqual([])

  const byKey = await locked(app, () => app.window.keyboard.press('Control+l'))
  expect(await axeFindings(byKey)).toEqual([])
  expect(await byKey.locator('body').textContent()).not.toContain('Sample client')
  expect(await byKey.evaluate(async (path) => (await fetch(path)).status, photo!)).toBe(404)
  expect(await byKey.evaluate(() => indexedDB.databases())).toEqual([])
  await unlock(byKey, 'Passphrase', 'incorrect horse')
  await byKey.getByText(/This passphrase doesn’t open the library/).waitFor()
  await unlock(byKey, 'Passphrase', passphrase)
  await byKey.getByText('24 photos').waitFor()

  const byScreen = await locked(app, () =>
    app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen')),
  )
  await unlock(byScreen, 'Passphrase', passphrase)
  await byScreen.getByText('24 photos').waitFor()
  await app.close()

  const again = await startStipple(userData)
  await again.window.getByRole('heading', { name: 'Stipple is locked' }).waitFor()
  await again.window.getByRole('button', { name: 'I forgot the passphrase' }).click()
  expect(await axeFindings(again.window)).toEqual([])
  await unlock(again.window, 'Recovery key', written.toLowerCase().replaceAll('-', ' '))
  await again.window.getByText('24 photos').waitFor()
  await again.close()

  const elsewhere = await emptyUserData()
  const other = await startStipple(elsewhere)
  await other.window.getByRole('button', { name: 'Library health' }).click()
  await answerDialogs(other, { open: [backup] })
  await other.electron.evaluate(({ app: main }) => {
    main.relaunch = () => undefined
  })
  await other.window.getByRole('button', { name: 'Restore from a backup…' }).click()
  const ended = other.electron.waitForEvent('close')
  await other.window.getByRole('button', { name: 'Restore this backup' }).click()
  await ended
  const moved = await startStipple(elsewhere)
  await moved.window.getByRole('heading', { name: 'Stipple is locked' }).waitFor()
  await unlock(moved.window, 'Passphrase', passphrase)
  await moved.window.getByText('24 photos').waitFor()
}, 240_000)
