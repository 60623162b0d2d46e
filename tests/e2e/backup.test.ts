import { once } from 'node:events'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answerDialogs, emptyUserData, type StippleApp, startStipple } from './stipple-app.ts'

async function addClient({ window }: StippleApp, name: string): Promise<void> {
  await window.getByRole('button', { name: 'Add client' }).click()
  await window.getByRole('dialog').getByLabel(/name/i).first().fill(name)
  await window.getByRole('dialog').getByRole('button', { name: 'Add client' }).click()
  await window.getByRole('heading', { name }).waitFor()
}

/** The app that would start itself again is started by the test instead. */
async function restoreBackup(app: StippleApp): Promise<void> {
  const { window, electron } = app
  await electron.evaluate(({ app: main }) => {
    main.relaunch = () => undefined
  })
  await window.getByRole('button', { name: 'Restore from a backup…' }).click()
  const ended = once(electron.process(), 'exit')
  await window.getByRole('button', { name: 'Restore this backup' }).click()
  await ended
}

test('a backup is made and verified from the health page, and restored in place of a changed and of a damaged library', async () => {
  const userData = await emptyUserData()
  const place = await emptyUserData()
  const backup = join(place, 'Studio.stipple-backup')
  const first = await startStipple(userData)
  await first.window.getByText('24 photos').waitFor({ timeout: 90_000 })
  await first.window.getByRole('button', { name: 'Library health' }).click()
  await first.window.getByText('This library was never backed up.').waitFor()
  await answerDialogs(first, { save: backup, open: [backup] })
  await first.window.getByRole('button', { name: 'Back up now…' }).click()
  await first.window.getByText(/Backed up to Studio.stipple-backup, read again and found whole/).waitFor()
  await first.window.getByText(/Last backup on .*“Studio.stipple-backup”/).waitFor()
  await first.window.getByRole('button', { name: 'Back up now', exact: true }).click()
  await first.window.getByText(/Studio.stipple-backup: brought up to date, no new photos; 24 were already/).waitFor()
  await first.window.getByText(/Brought up to date, .* 24 were already there. All of it was last read on/).waitFor()
  expect(await readdir(place)).toEqual(['Studio.stipple-backup'])
  await first.window.getByRole('button', { name: 'Check all now' }).click()
  await first.window.getByText(/All 24 photos were last checked/).waitFor()
  expect(await first.window.locator('body').textContent()).not.toContain(place)

  await first.window.getByRole('button', { name: 'Back to the clients' }).click()
  await addClient(first, 'Added after the backup')
  await first.window.getByRole('button', { name: /^back to/i }).click()
  await first.window.getByRole('button', { name: 'Library health' }).click()
  await restoreBackup(first)
  expect(first.complaints).toEqual([])

  const second = await startStipple(userData)
  await second.window.getByText('24 photos').waitFor()
  expect(await second.window.getByText('Added after the backup').count()).toBe(0)
  const cover = second.window.locator('img').first()
  // renditions are not in a backup: the engine starts and makes this one anew
  await expect
    .poll(() => cover.evaluate((image: HTMLImageElement) => image.naturalWidth), { timeout: 20_000 })
    .toBeGreaterThan(0)
  await second.close()
  const isKept = (name: string) => name.startsWith('library-kept-')
  expect((await readdir(userData)).filter(isKept)).toHaveLength(1)

  const ledger = join(userData, 'library/ledger/000001.log')
  const bytes = await readFile(ledger)
  bytes[200]! ^= 1
  await writeFile(ledger, bytes)
  const third = await startStipple(userData)
  await third.window.getByRole('heading', { name: 'The library can’t be opened' }).waitFor()
  await answerDialogs(third, { open: [backup] })
  await restoreBackup(third)
  const fourth = await startStipple(userData)
  await fourth.window.getByText('24 photos').waitFor()
  expect((await readdir(userData)).filter(isKept)).toHaveLength(2)
  await rm(backup)
}, 240_000)
