import { type ChildProcess, spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { Library } from '../../electron/library/library.ts'
import { isOriginalIntact } from '../../electron/library/originals.ts'
import { deviceKeysOf } from '../library/device-keys.ts'
import { addPhotos, openLibrary } from '../library/filled-library.ts'
import { clientAdded, temporaryFolder } from '../library/temporary-library.ts'
import { bundleWriter } from './writer-process.ts'

let writer = ''

beforeAll(async () => {
  writer = await bundleWriter('library-writer')
}, 60_000)

/** Another Stipple at work in the same folder: what it says, and what ended it. */
async function otherInstance(folder: string) {
  const child = spawn(process.execPath, [writer, folder, await temporaryFolder(), 'when-safe'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said = { photos: '', complaint: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.photos += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.complaint += text
  })
  return { child, said, photoIds: () => said.photos.split('\n').filter((line) => /^[0-9a-f]{64}$/.test(line)) }
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
    else child.once('close', resolve)
  })

const openedOrNot = (folder: string) =>
  Library.open(folder, deviceKeysOf()).catch((error: { code: string }) => error.code)

test('a second process is refused while the first has the library, and nothing is written by it', async () => {
  const folder = join(await temporaryFolder(), 'library')
  const library = await openLibrary(folder)
  await addPhotos(library, 1)
  const before = await readFile(library.layout.ledger)
  const other = await otherInstance(folder)
  expect(await ended(other.child)).not.toBe(0)
  expect(other.said.complaint).toContain('library-in-use')
  expect(await readFile(library.layout.ledger)).toEqual(before)
  await library.record([clientAdded('Ben')])
  await library.close()
  expect((await openLibrary(folder)).facts.clients.size).toBe(2)
})

test('the library of a process that was killed opens at once, with everything', async () => {
  const folder = join(await temporaryFolder(), 'library')
  const other = await otherInstance(folder)
  await expect.poll(() => other.photoIds().length, { timeout: 20_000 }).toBeGreaterThan(2)
  expect(await openedOrNot(folder)).toBe('library-in-use')
  other.child.kill('SIGKILL')
  await ended(other.child)
  const library = await openLibrary(folder)
  for (const photoId of other.photoIds()) expect(await isOriginalIntact(library, photoId)).toBe(true)
})

test('control: without the lock both write, and the chain of the record breaks', async () => {
  const folder = join(await temporaryFolder(), 'library')
  const library = await openLibrary(folder)
  await library.record([clientAdded('Anna Beispiel')])
  await rm(library.layout.lock)
  const other = await otherInstance(folder)
  await expect.poll(() => other.photoIds().length, { timeout: 20_000 }).toBeGreaterThan(2)
  await library.record([clientAdded('Ben')])
  await expect.poll(() => other.photoIds().length, { timeout: 20_000 }).toBeGreaterThan(5)
  other.child.kill('SIGKILL')
  await ended(other.child)
  const safe = other.photoIds()
  await library.close()
  const again = await openLibrary(folder)
  expect(again.damage).toBeDefined()
  expect(safe.filter((photoId) => !again.facts.photos.has(photoId as never)).length).toBeGreaterThan(0)
})
