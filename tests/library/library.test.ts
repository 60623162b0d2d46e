import { execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { libraryPlaces } from '../../electron/library/layout.ts'
import { readLedger } from '../../electron/library/ledger-reading.ts'
import { Library } from '../../electron/library/library.ts'
import type { DeviceKeys } from '../../electron/library/library-keys.ts'
import { keepOriginal, stageOriginal } from '../../electron/library/originals.ts'
import { quarantinedDays } from '../../electron/library/quarantine.ts'
import { clientIdSchema, treatmentIdSchema } from '../../shared/domain/ids.ts'
import { deviceKeysOf } from './device-keys.ts'
import { photoImported } from './imported-photo.ts'
import { factsIn } from './library-content.ts'
import { clientAdded, temporaryFolder } from './temporary-library.ts'

const samplePhoto = join(import.meta.dirname, '../../resources/sample-client/top_before.jpg')
const clientId = clientIdSchema.parse('6f1f4b8e-9c3f-4b61-8a55-0d8a4c9f1e22')
const treatmentId = treatmentIdSchema.parse('0a51cfd4-0b8e-4a5a-9f3e-6c9f1c1f2a33')

async function openLibrary(folder: string): Promise<Library> {
  const library = await Library.open(folder, deviceKeysOf())
  onTestFinished(() => library.close().catch(() => undefined))
  return library
}

async function importSample(library: Library) {
  const staged = await stageOriginal(library, samplePhoto)
  await keepOriginal(library, staged, clientId)
  await library.record([
    clientAdded('Anna Beispiel', clientId),
    {
      type: 'treatment-added',
      version: 1,
      data: { treatmentId, clientId, name: 'Treatment 1', sessionCount: 3, addedAt: '2026-03-14T09:00:00.000Z' },
    },
    photoImported(staged, { clientId, treatmentId }),
  ])
  return staged.photoId
}

test('after a restart every fact and every original is there', async () => {
  const folder = await temporaryFolder()
  const first = await openLibrary(folder)
  const photoId = await importSample(first)
  const facts = factsIn(first)
  await first.close()
  const second = await openLibrary(folder)
  expect(facts.photos.size).toBe(1)
  expect(factsIn(second)).toEqual(facts)
  expect(second.facts.photos.get(photoId)?.angle).toBe('top')
  await second.settle()
  expect(second.notices).toEqual([])
  expect(second.historyOf(clientId, 2)).toHaveLength(1)
})

test('a missing original is told and not forgotten; an unknown one is set aside and not deleted', async () => {
  const folder = await temporaryFolder()
  const first = await openLibrary(folder)
  const photoId = await importSample(first)
  const [original, orphan] = [first.layout.object(photoId), first.layout.objectNamed('ab'.repeat(32))]
  await first.close()
  await rm(original, { force: true })
  await mkdir(join(orphan, '..'), { recursive: true })
  await writeFile(orphan, 'bytes')
  const second = await openLibrary(folder)
  await second.settle()
  expect(second.notices).toEqual([
    { kind: 'originals-missing', photoIds: [photoId] },
    { kind: 'orphans-found', count: 1 },
  ])
  expect(second.facts.photos.get(photoId)?.isRemoved).toBe(false)
  await expect(stat(orphan)).rejects.toMatchObject({ code: 'ENOENT' })
  const [aside, ...others] = await quarantinedDays(second.layout)
  expect(others).toEqual([])
  expect(aside?.count).toBe(1)
  expect(await readFile(join(second.layout.quarantine, aside!.day, 'ab'.repeat(32)), 'utf8')).toBe('bytes')
})

test('an original that was set aside as unknown comes back once its photo is known again', async () => {
  const folder = await temporaryFolder()
  const first = await openLibrary(folder)
  await first.record([clientAdded('Ben')])
  const before = await readFile(first.layout.ledger)
  const photoId = await importSample(first)
  const original = first.layout.object(photoId)
  await first.close()
  const { ledger, checkpoint } = first.layout
  const after = await readFile(ledger)
  await writeFile(ledger, before)
  await rm(checkpoint)
  const second = await openLibrary(folder)
  await second.settle()
  expect(second.notices).toEqual([{ kind: 'orphans-found', count: 1 }])
  await second.close()
  await writeFile(ledger, after)
  const third = await openLibrary(folder)
  await third.settle()
  expect(third.notices).toEqual([])
  expect((await stat(original)).isFile()).toBe(true)
  expect(await quarantinedDays(third.layout)).toEqual([])
})

test('what breaks a rule is refused whole: nothing is written, and the next change goes through', async () => {
  const library = await openLibrary(await temporaryFolder())
  const anna = clientAdded('Anna')
  await library.record([anna])
  await expect(library.record([clientAdded('Ben'), anna])).rejects.toMatchObject({ code: 'refused' })
  expect(library.facts.clients.size).toBe(1)
  expect(await library.record([clientAdded('Ben')])).toBe(2)
})

test('changes asked for at once are written one after another', async () => {
  const folder = await temporaryFolder()
  const library = await openLibrary(folder)
  const seqs = await Promise.all(Array.from({ length: 20 }, (_, n) => library.record([clientAdded(`Client ${n}`)])))
  expect(seqs).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
  await library.close()
  expect((await openLibrary(folder)).facts.clients.size).toBe(20)
})

test('listeners hear of a change only when it is on the disk', async () => {
  const library = await openLibrary(await temporaryFolder())
  let onDisk = Buffer.alloc(0)
  library.onRecorded(() => {
    onDisk = execFileSync('cat', [library.layout.ledger])
  })
  await library.record([clientAdded('Charlotte')])
  expect(readLedger(onDisk, library.keys).records).toMatchObject([{ event: { data: { name: 'Charlotte' } } }])
})

test('a library that another living process holds is refused; the lock of a dead one is taken over', async () => {
  const folder = await temporaryFolder()
  await mkdir(folder, { recursive: true })
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
  onTestFinished(() => void other.kill())
  await once(other, 'spawn')
  const lock = libraryPlaces(folder).lock
  await writeFile(lock, JSON.stringify({ pid: other.pid, host: hostname() }))
  await expect(Library.open(folder, deviceKeysOf())).rejects.toMatchObject({ code: 'library-in-use' })
  other.kill('SIGKILL')
  await once(other, 'exit')
  const library = await openLibrary(folder)
  expect(JSON.parse(await readFile(lock, 'utf8'))).toMatchObject({ pid: process.pid })
  await library.close()
  await expect(stat(lock)).rejects.toMatchObject({ code: 'ENOENT' })
})

test('the lock of another machine holds while it is renewed, and not after', async () => {
  const folder = await temporaryFolder()
  const lock = libraryPlaces(folder).lock
  await writeFile(lock, JSON.stringify({ pid: 1, host: 'another-machine' }))
  await expect(Library.open(folder, deviceKeysOf())).rejects.toMatchObject({ code: 'library-in-use' })
  const longAgo = new Date(Date.now() - 600_000)
  await utimes(lock, longAgo, longAgo)
  await (await openLibrary(folder)).close()
})

test('photos whose ledger is gone or empty are damage, not a new library', async () => {
  const folder = await temporaryFolder()
  const first = await openLibrary(folder)
  await importSample(first)
  await first.close()
  const { ledger } = libraryPlaces(folder)
  await truncate(ledger, 0)
  await expect(Library.open(folder, deviceKeysOf())).rejects.toMatchObject({ code: 'library-damaged' })
  await rm(ledger)
  await expect(Library.open(folder, deviceKeysOf())).rejects.toMatchObject({ code: 'library-damaged' })
  await expect(stat(ledger)).rejects.toMatchObject({ code: 'ENOENT' })
})

test('a client with photos can’t be removed by a slip, and nothing is added to a removed one', async () => {
  const library = await openLibrary(await temporaryFolder())
  await importSample(library)
  const removal = { type: 'client-removed' as const, version: 1 as const, data: { clientId } }
  await expect(library.record([removal])).rejects.toMatchObject({ code: 'refused' })
  const ben = clientAdded('Ben')
  await library.record([ben])
  await library.record([{ ...removal, data: { clientId: ben.data.clientId } }])
  const treatment = {
    treatmentId: treatmentIdSchema.parse(randomUUID()),
    clientId: ben.data.clientId,
    name: 'T',
    sessionCount: 3,
    addedAt: ben.data.addedAt,
  }
  await expect(library.record([{ type: 'treatment-added', version: 1, data: treatment }])).rejects.toMatchObject({
    code: 'refused',
  })
})

test('renditions of photos that were never imported are swept; those of the library stay', async () => {
  const folder = await temporaryFolder()
  const first = await openLibrary(folder)
  const photoId = await importSample(first)
  const [kept, left] = [
    first.layout.rendition(photoId, '0.thumb.webp'),
    first.layout.rendition('cd'.repeat(32), '0.thumb.webp'),
  ]
  for (const path of [kept, left]) {
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(path, 'picture')
  }
  await first.close()
  await (await openLibrary(folder)).settle()
  expect((await stat(kept)).isFile()).toBe(true)
  await expect(stat(left)).rejects.toMatchObject({ code: 'ENOENT' })
})

test('a newer format is refused and left as it is; a foreign one is called damaged', async () => {
  const folder = await temporaryFolder()
  const format = libraryPlaces(folder).format
  const newer = '{"format":"stipple-library","version":3}'
  await writeFile(format, newer)
  await expect(Library.open(folder, deviceKeysOf())).rejects.toMatchObject({ code: 'library-newer' })
  expect(await readFile(format, 'utf8')).toBe(newer)
  await writeFile(format, '{"format":"something else","version":1}')
  await expect(Library.open(folder, deviceKeysOf())).rejects.toMatchObject({ code: 'library-damaged' })
})

test('what was left in staging is swept at the next start', async () => {
  const folder = await temporaryFolder()
  const first = await openLibrary(folder)
  await stageOriginal(first, samplePhoto)
  await first.close()
  const second = await openLibrary(folder)
  await expect(stat(second.layout.staging)).rejects.toMatchObject({ code: 'ENOENT' })
})

test('a library opens on the computer that has its key, and is left as it is elsewhere', async () => {
  const folder = await temporaryFolder()
  await (await openLibrary(folder)).close()
  const keys = await readFile(libraryPlaces(folder).keys, 'utf8')
  await expect(Library.open(folder, deviceKeysOf(8))).rejects.toMatchObject({ code: 'library-key-missing' })
  const keyless: DeviceKeys = {
    read: async () => undefined,
    forget: async () => undefined,
    make: () => Promise.reject(new Error('must not be made')),
  }
  await expect(Library.open(folder, keyless)).rejects.toMatchObject({ code: 'library-key-missing' })
  expect(await readFile(libraryPlaces(folder).keys, 'utf8')).toBe(keys)
  await openLibrary(folder)
})

test('keys that are gone or damaged are damage: no new ones are made over a library', async () => {
  const folder = await temporaryFolder()
  const library = await openLibrary(folder)
  await library.record([clientAdded()])
  await library.close()
  const { keys } = libraryPlaces(folder)
  const text = await readFile(keys, 'utf8')
  const { clients } = JSON.parse(text) as { clients: { box: string }[] }
  await writeFile(keys, text.replace(clients[0]!.box, clients[0]!.box.replace(/^..../, 'AAAA')))
  await expect(Library.open(folder, deviceKeysOf())).rejects.toMatchObject({ code: 'library-damaged' })
  for (const content of ['{', '{}']) {
    await writeFile(keys, content)
    await expect(Library.open(folder, deviceKeysOf())).rejects.toMatchObject({ code: 'library-damaged' })
  }
  await rm(keys)
  await expect(Library.open(folder, deviceKeysOf())).rejects.toMatchObject({ code: 'library-damaged' })
  await expect(stat(keys)).rejects.toMatchObject({ code: 'ENOENT' })
  await writeFile(keys, text)
  expect((await openLibrary(folder)).facts.clients.size).toBe(1)
})

test('a closed library has no keys any more', async () => {
  const library = await openLibrary(await temporaryFolder())
  const photoId = await importSample(library)
  const path = library.layout.object(photoId)
  expect(library.keys.fileKeyOf(path)).toHaveLength(32)
  await library.close()
  expect(() => library.keys.fileKeyOf(path)).toThrow(expect.objectContaining({ code: 'refused' }))
  await expect(library.keys.keyIdFor(clientId)).rejects.toMatchObject({ code: 'refused' })
})

test.skipIf(process.platform === 'win32')('keys and records can be read by this user only', async () => {
  const library = await openLibrary(await temporaryFolder())
  await library.record([clientAdded()])
  for (const path of [library.layout.keys, library.layout.ledger]) expect((await stat(path)).mode & 0o777).toBe(0o600)
})
