import { createHash } from 'node:crypto'
import { appendFile, chmod, cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { libraryFormat, libraryPlaces } from '../../electron/library/layout.ts'
import { Library } from '../../electron/library/library.ts'
import { migrateFromVersion1 } from '../../electron/library/migrate-from-version-1.ts'
import { isOriginalIntact } from '../../electron/library/originals.ts'
import { quarantinedDays } from '../../electron/library/quarantine.ts'
import { readPlainLedger } from '../../electron/library/seal-version-1.ts'
import { readSealedFile } from '../../electron/sealed/sealed-file.ts'
import { AppError } from '../../shared/errors.ts'
import type { OpeningProgress } from '../../shared/ipc/opening.ts'
import { deviceKeysOf } from './device-keys.ts'
import { filesHolding } from './files-holding.ts'
import { factsIn, recordsIn } from './library-content.ts'
import { temporaryFolder } from './temporary-library.ts'

/** A library that was written by the app when everything was plain. */
const stored = join(import.meta.dirname, '../fixtures/library-v1')

async function oldLibrary(): Promise<string> {
  const folder = join(await temporaryFolder(), 'library')
  await cp(stored, folder, { recursive: true })
  return folder
}

async function open(folder: string): Promise<Library> {
  const library = await Library.open(folder, deviceKeysOf())
  onTestFinished(() => library.close().catch(() => undefined))
  return library
}

async function expectSame(library: Library): Promise<void> {
  const old = await readPlainLedger(libraryPlaces(stored))
  expect(await recordsIn(library)).toEqual(old.records)
  expect(factsIn(library)).toEqual(old.facts)
  expect(library.facts.photos.size).toBe(2)
  for (const photo of library.facts.photos.values()) {
    expect(await isOriginalIntact(library, photo.photoId)).toBe(true)
    expect((await stat(library.layout.object(photo.photoId))).mode & 0o777).toBe(0o400)
  }
}

const namesIn = async (folder: string) => (await readdir(folder)).sort()

test('a stored library of version 1 opens with the same records and photos, sealed, and goes on', async () => {
  const folder = await oldLibrary()
  const library = await open(folder)
  await library.settle()
  expect(library.notices).toEqual([])
  await expectSame(library)
  expect([...library.facts.clients.values()].map(({ name }) => name)).toEqual([
    'Anna Beispiel-Neu',
    'Béatrice Müller-Groß',
  ])
  expect(await namesIn(folder)).toEqual(['LOCK', 'checkpoint', 'format.json', 'keys.json', 'ledger', 'objects'])
  expect(JSON.parse(await readFile(join(folder, 'format.json'), 'utf8'))).toEqual({
    format: 'stipple-library',
    version: 2,
  })
  const [client] = library.facts.clients.values()
  await library.record([{ type: 'client-renamed', version: 1, data: { clientId: client!.clientId, name: 'Anna Neu' } }])
  const lastSeq = library.lastSeq
  await library.close()
  const again = await open(folder)
  expect(again.lastSeq).toBe(lastSeq)
  expect(again.facts.clients.get(client!.clientId)?.name).toBe('Anna Neu')
})

test('nothing plain is left of a migrated library; its control, the old one, is full of it', async () => {
  const photo = await readFile(join(import.meta.dirname, '../fixtures/photos/landscape-1.jpg'))
  const secrets = {
    name: Buffer.from('Béatrice Müller-Groß'),
    fileName: Buffer.from('landscape-1.jpg'),
    pixels: photo.subarray(5000, 5032),
    hash: Buffer.from(createHash('sha256').update(photo).digest('hex')),
  }
  for (const secret of Object.values(secrets)) expect(await filesHolding(stored, secret)).not.toEqual([])
  const folder = await oldLibrary()
  await (await open(folder)).close()
  for (const [what, secret] of Object.entries(secrets)) expect(await filesHolding(folder, secret), what).toEqual([])
})

test('a crash between any two steps leaves a library that opens with everything', async () => {
  const folder = await oldLibrary()
  const crashed = join(folder, '..', 'crashed')
  let steps = 0
  await migrateFromVersion1(libraryPlaces(folder), deviceKeysOf(), async () => {
    await cp(folder, join(crashed, String(steps++)), { recursive: true })
  })
  expect(steps).toBeGreaterThan(12)
  const versions: number[] = []
  for (let step = 0; step < steps; step++) {
    const image = join(crashed, String(step))
    versions.push(JSON.parse(await readFile(join(image, 'format.json'), 'utf8')).version)
    const library = await open(image)
    await library.settle()
    expect(library.notices, `after step ${step}`).toEqual([])
    await expectSame(library)
    await library.close()
    expect(await namesIn(image)).toEqual(['checkpoint', 'format.json', 'keys.json', 'ledger', 'objects'])
    expect(await filesHolding(image, Buffer.from('Beispiel'))).toEqual([])
  }
  expect(new Set(versions)).toEqual(new Set([1, 2]))
  expect(versions).toEqual([...versions].sort())
})

test('a migration that fails leaves the old library as it was, and succeeds at the next start', async () => {
  const folder = await oldLibrary()
  let steps = 0
  const failing = migrateFromVersion1(libraryPlaces(folder), deviceKeysOf(), () => {
    if (++steps === 4) throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
  })
  await expect(failing).rejects.toMatchObject({ code: 'disk-full' })
  for (const name of ['objects', 'ledger', 'derived', 'format.json'])
    expect(await contentOf(join(folder, name))).toEqual(await contentOf(join(stored, name)))
  expect(await namesIn(folder)).toEqual(['derived', 'format.json', 'keys.json', 'ledger', 'objects'])
  await expectSame(await open(folder))
})

test('control: an old library that is passed off as one of today, and so isn’t migrated, doesn’t open', async () => {
  const folder = await oldLibrary()
  await writeFile(join(folder, 'format.json'), JSON.stringify(libraryFormat))
  await expect(Library.open(folder, deviceKeysOf())).rejects.toMatchObject({ code: 'library-damaged' })
  expect(await namesIn(folder)).toEqual(await namesIn(stored))
})

test('damaged, unknown and set-aside files are taken along sealed, and told as before', async () => {
  const folder = await oldLibrary()
  const places = libraryPlaces(folder)
  const [one, other] = [...(await readPlainLedger(places)).facts.photos.keys()] as [string, string]
  const plainObject = (id: string) => join(places.objects, id.slice(0, 2), id)
  await chmod(plainObject(one), 0o600)
  await writeFile(plainObject(one), 'bit rot')
  await rm(plainObject(other), { force: true })
  const orphan = 'ab'.repeat(32)
  await mkdir(join(places.objects, 'ab'), { recursive: true })
  await mkdir(join(places.quarantine, '2026-01-02'), { recursive: true })
  await writeFile(join(places.quarantine, '2026-01-02', 'cd'.repeat(32)), 'set aside long ago')
  await writeFile(plainObject(orphan), 'an original that nobody knows')
  await writeFile(join(places.objects, 'ab', 'a name of somebody.jpg'), 'a file that somebody put there')
  await writeFile(join(places.ledgerFolder, 'torn-after-3-20.bin'), '{"name":"Torn Person"')
  await appendFile(places.ledger, '00000000 {"seq":9,"name":"Cut Person"')
  const library = await open(folder)
  await library.settle()
  expect(library.notices).toEqual([
    { kind: 'torn-record-set-aside' },
    { kind: 'originals-missing', photoIds: [one, other] },
    { kind: 'orphans-found', count: 2 },
  ])
  expect(library.lastSeq).toBe(8)
  const opened = async (path: string) =>
    Buffer.from(await readSealedFile(path, library.keys.fileKeyOf(path))).toString()
  expect(await opened(library.layout.object(one))).toBe('bit rot')
  const days = await quarantinedDays(library.layout)
  expect(days.map(({ count }) => count)).toEqual([1, 2])
  const aside = (day: string, id: string) => join(places.quarantine, day, library.layout.objectName(id))
  expect(await opened(aside(days[1]!.day, orphan))).toBe('an original that nobody knows')
  expect(await opened(aside('2026-01-02', 'cd'.repeat(32)))).toBe('set aside long ago')
  const torn = (await namesIn(places.ledgerFolder)).filter((name) => name.startsWith('torn-'))
  expect(await Promise.all(torn.map((name) => opened(join(places.ledgerFolder, name))))).toEqual([
    '{"name":"Torn Person"',
    '00000000 {"seq":9,"name":"Cut Person"',
  ])
  for (const secret of ['Torn Person', 'Cut Person', 'somebody', 'nobody knows', 'long ago'])
    expect(await filesHolding(folder, Buffer.from(secret))).toEqual([])
})

test('a damaged ledger of version 1 is refused and left as it is', async () => {
  const folder = await oldLibrary()
  const { ledger } = libraryPlaces(folder)
  const text = (await readFile(ledger, 'utf8')).replace('Anna Beispiel', 'Anna Beispeil')
  await writeFile(ledger, text)
  await expect(Library.open(folder, deviceKeysOf())).rejects.toMatchObject({ code: 'library-damaged' })
  expect(await readFile(ledger, 'utf8')).toBe(text)
  expect(await namesIn(folder)).toEqual(['derived', 'format.json', 'ledger', 'objects'])
  await rm(ledger)
  await expect(Library.open(folder, deviceKeysOf())).rejects.toMatchObject({ code: 'library-damaged' })
})

test('a library of version 1 that lost its format.json is migrated too', async () => {
  const folder = await oldLibrary()
  await rm(join(folder, 'format.json'))
  await expectSame(await open(folder))
})

async function contentOf(path: string): Promise<[string, string][]> {
  if ((await stat(path)).isFile()) return [['', await readFile(path, 'hex')]]
  const entries = (await readdir(path, { withFileTypes: true, recursive: true })).filter((entry) => entry.isFile())
  const files = entries.map((entry) => join(entry.parentPath, entry.name)).sort()
  return Promise.all(
    files.map(async (file): Promise<[string, string]> => [file.slice(path.length), await readFile(file, 'hex')]),
  )
}

test('where there is no room for the old files and the new ones, nothing is begun, and it is said how much is needed', async () => {
  const folder = await oldLibrary()
  const before = await contentOf(folder)
  const migrating = migrateFromVersion1(libraryPlaces(folder), deviceKeysOf(), undefined, async () => 200 * 1024 ** 2)
  await expect(migrating).rejects.toMatchObject({
    code: 'disk-full',
    details: {
      reason: expect.stringMatching(/For that 2\d\d MB must be free on its disk; 200 MB are\. Nothing was changed/),
    },
  })
  expect(await contentOf(folder)).toEqual(before)
})

test('an opening tells how many files are sealed; left in between, it is as before and succeeds at the next start', async () => {
  const folder = await oldLibrary()
  // version 1 made do without it
  await rm(join(folder, 'format.json'))
  const told: OpeningProgress[] = []
  const leaving = Library.open(folder, deviceKeysOf(), undefined, (progress) => {
    if (progress) told.push(progress)
    if (progress?.step === 'sealing' && progress.fileCount === 1) throw new AppError('cancelled')
  })
  await expect(leaving).rejects.toMatchObject({ code: 'cancelled' })
  expect(told).toEqual([0, 1].map((fileCount) => ({ step: 'sealing', fileCount, totalCount: 2 })))
  for (const name of ['objects', 'ledger'])
    expect(await contentOf(join(folder, name))).toEqual(await contentOf(join(stored, name)))
  expect(await namesIn(folder)).not.toContain('LOCK')
  await expectSame(await open(folder))
})
