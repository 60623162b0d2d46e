import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyUserData, startStipple } from './stipple-app.ts'

/** Every file of a library but its lock, with what it holds. */
async function contentOf(library: string): Promise<string[]> {
  const entries = await readdir(library, { withFileTypes: true, recursive: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const hash = async (path: string) =>
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
  const contents = paths.filter((path) => !path.endsWith('LOCK')).map(async (path) => `${path} ${await hash(path)}`)
  return (await Promise.all(contents)).sort()
}

test('a library whose record is damaged in the middle can be looked at, says so on every screen, and stays as it is', async () => {
  const userData = await emptyUserData()
  const library = join(userData, 'library')
  const first = await startStipple(userData)
  await first.window.getByText('24 photos').waitFor({ timeout: 90_000 })
  await first.close()

  const ledger = join(library, 'ledger/000001.log')
  const bytes = await readFile(ledger)
  const lines = [...bytes.keys()].filter((at) => bytes[at] === 10)
  bytes[lines[20]! + 200]! ^= 1
  await writeFile(ledger, bytes)
  const before = await contentOf(library)

  const { window, complaints, close } = await startStipple(userData)
  const banner = window.getByRole('region', { name: 'The library is damaged' })
  await banner.waitFor()
  const sentence = await banner.textContent()
  expect(sentence).toContain('you can look, but not change anything')
  expect(sentence).toMatch(/at least \d+ later changes can’t be read/)
  await banner.getByRole('button', { name: 'Restore from a backup…' }).waitFor()

  await window.getByRole('button', { name: 'Add client' }).click()
  await window.getByRole('dialog').getByLabel(/name/i).first().fill('Nobody')
  await window.getByRole('dialog').getByRole('button', { name: 'Add client' }).click()
  await window.getByText(/it can only be looked at\. Restore it/).waitFor()

  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Library health' }).click()
  await window.getByText('A damaged library isn’t backed up', { exact: false }).waitFor()
  for (const name of ['Check all now', /^Back up/, /recovery key…$/])
    expect(await window.getByRole('button', { name }).count(), String(name)).toBe(0)
  await window.getByRole('button', { name: 'Back to the clients' }).click()

  await window.getByRole('button', { name: 'Sample client', exact: true }).click()
  await window.getByRole('heading', { name: 'Sample client' }).waitFor()
  const picture = window.locator('main img').first()
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  expect(await banner.isVisible()).toBe(true)
  await window.getByRole('button', { name: 'History' }).click()
  await window.getByRole('heading', { name: 'History' }).waitFor()
  expect(await banner.isVisible()).toBe(true)
  expect(complaints).toEqual([])
  await close()
  expect(await contentOf(library)).toEqual(before)
})
