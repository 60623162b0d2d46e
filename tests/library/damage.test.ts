import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { libraryPlaces } from '../../electron/library/layout.ts'
import { Library } from '../../electron/library/library.ts'
import { deviceKeysOf } from './device-keys.ts'
import { addPhotos, openLibrary } from './filled-library.ts'
import { clientAdded, temporaryFolder } from './temporary-library.ts'

/** Every file of a library but its lock, with what it holds and when it was last written. */
async function stateOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const files = entries.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !path.endsWith('/LOCK'))
  const states = files.map(async (path) => {
    const info = await stat(path)
    const content = info.isFile()
      ? createHash('sha256')
          .update(await readFile(path))
          .digest('hex')
      : ''
    return `${path} ${info.isFile() ? `${info.mtimeMs} ${content}` : 'folder'}`
  })
  return (await Promise.all(states)).sort()
}

/** A closed library of one client with four photos, and what begins to show once anything is put right: a stray original, a half-staged file, a picture of nobody. */
async function closedLibrary() {
  const folder = await temporaryFolder()
  const library = await openLibrary(folder)
  const photoIds = await addPhotos(library, 4)
  const { layout } = library
  await library.close()
  const nobodys = join(layout.derived, 'cd', `${'cd'.repeat(32)}.0.thumb.webp`)
  for (const path of [layout.objectNamed('ab'.repeat(32)), join(layout.staging, 'half'), nobodys]) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, 'bytes')
  }
  return { folder, photoIds, places: libraryPlaces(folder) }
}

/** Changes a byte of the line that holds this record (of lines of one record, after a first one of two). */
async function damageRecord(ledger: string, seq: number): Promise<void> {
  const bytes = await readFile(ledger)
  const starts = [0, ...[...bytes.keys()].filter((at) => bytes[at] === 10).map((at) => at + 1)]
  bytes[starts[seq - 2]! + 300]! ^= 1
  await writeFile(ledger, bytes)
}

test('a library with a damaged record shows everything before the damage, and nothing on the disk is changed by looking', async () => {
  const { folder, photoIds, places } = await closedLibrary()
  await damageRecord(places.ledger, 5)
  const before = await stateOf(folder)
  const library = await openLibrary(folder)
  expect(library.damage).toEqual({ afterSeq: 4, lastSeq: 6, reason: 'a record can’t be read after record 4' })
  expect(library.cards()).toMatchObject([{ client: { name: 'Anna Beispiel' }, photoCount: 2 }])
  expect([...library.facts.photos.keys()]).toEqual(photoIds.slice(0, 2))
  const { clientId } = library.cards()[0]!.client
  expect(library.historyOf(clientId, 0).map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
  expect(library.rowsOf(clientId).rows.photos).toHaveLength(2)
  await library.settle()
  await expect(library.record([clientAdded()])).rejects.toMatchObject({ code: 'library-read-only' })
  expect(library.notices).toEqual([])
  expect(await stateOf(folder)).toEqual(before)
  await library.close()
  expect(await stateOf(folder)).toEqual(before)
})

test('where a checkpoint knows of more, it is said how much isn’t shown; without one, as far as the ledger tells', async () => {
  const { folder, places } = await closedLibrary()
  const end = (await readFile(places.ledger)).length
  await truncate(places.ledger, end - 5)
  const known = await openLibrary(folder)
  expect(known.damage).toMatchObject({ afterSeq: 5, lastSeq: 6 })
  await known.close()
  // the control: without the checkpoint it looks like an append that a crash cut short
  await rm(places.checkpoint)
  const unknown = await openLibrary(folder)
  expect(unknown.damage).toBeUndefined()
  expect(unknown.notices).toEqual([{ kind: 'torn-record-set-aside' }])
})

test('a library of whose record nothing is left is refused, and a sound one isn’t affected', async () => {
  const { folder, places } = await closedLibrary()
  const whole = await readFile(places.ledger)
  await damageRecord(places.ledger, 2)
  for (const damage of [async () => undefined, () => truncate(places.ledger, 0), () => rm(places.ledger)]) {
    await damage()
    const before = await stateOf(folder)
    await expect(Library.open(folder, deviceKeysOf())).rejects.toMatchObject({ code: 'library-damaged' })
    expect(await stateOf(folder)).toEqual(before)
  }
  await writeFile(places.ledger, whole)
  const library = await openLibrary(folder)
  expect(library.damage).toBeUndefined()
  await library.record([clientAdded()])
  expect(library.lastSeq).toBe(7)
})

test('a library without photos whose ledger is gone isn’t taken for a new one', async () => {
  const folder = await temporaryFolder()
  const library = await openLibrary(folder)
  await library.record([clientAdded()])
  await library.close()
  await rm(library.layout.ledger)
  await expect(Library.open(folder, deviceKeysOf())).rejects.toMatchObject({ code: 'library-damaged' })
})
