import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { emptyUserData, startStipple } from './stipple-app.ts'

/** A library that was written by the app when everything was plain, with so many further files that sealing it takes a while. */
async function oldLibrary(furtherFiles: number): Promise<string> {
  const userData = await emptyUserData()
  const library = join(userData, 'library')
  await cp(join(import.meta.dirname, '../fixtures/library-v1'), library, { recursive: true })
  for (let number = 0; number < furtherFiles; number++) {
    const content = `a file, number ${number}`
    const name = createHash('sha256').update(content).digest('hex')
    await mkdir(join(library, 'objects', name.slice(0, 2)), { recursive: true })
    await writeFile(join(library, 'objects', name.slice(0, 2), name), content)
  }
  return userData
}

test('an older library shows at once how far it is; closed meanwhile it is as before, and the next start opens it', async () => {
  const userData = await oldLibrary(2500)
  const library = join(userData, 'library')
  const ledger = await readFile(join(library, 'ledger/000001.log'))
  const { window, electron, complaints, close } = await startStipple(userData)
  await window.getByRole('heading', { name: 'Opening your library…' }).waitFor()
  await window.getByText(/of 2,502 files/).waitFor()
  expect(await axeFindings(window)).toEqual([])
  const howFar = async () => Number(await window.getByRole('progressbar').getAttribute('aria-valuenow'))
  const before = await howFar()
  await expect.poll(howFar).toBeGreaterThan(before)
  const refused = await window.evaluate(async () => {
    const { stipple } = globalThis as unknown as { stipple: { request: (name: string, input: object) => unknown } }
    return [await stipple.request('library.clients', {}), await stipple.request('sample.add', {})]
  })
  expect(refused).toMatchObject([{ error: { code: 'refused' } }, { error: { code: 'refused' } }])
  expect(complaints).toEqual([])

  const ended = new Promise((resolve) => electron.process().once('exit', (code) => resolve(code)))
  await window.close()
  expect(await ended).toBe(0)
  await close().catch(() => undefined)
  expect(JSON.parse(await readFile(join(library, 'format.json'), 'utf8')).version).toBe(1)
  expect(await readFile(join(library, 'ledger/000001.log'))).toEqual(ledger)
  expect(await readdir(library)).not.toContain('migrating')
  expect(await readdir(library)).not.toContain('LOCK')

  const again = await startStipple(userData)
  await again.window.getByRole('button', { name: 'Anna Beispiel-Neu', exact: true }).waitFor({ timeout: 120_000 })
  expect(again.complaints).toEqual([])
  expect(JSON.parse(await readFile(join(library, 'format.json'), 'utf8')).version).toBe(2)
})
