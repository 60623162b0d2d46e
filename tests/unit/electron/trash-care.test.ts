import { cp, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow } from '../../../electron/library/erasure/gone-files.ts'
import { keptLibraries } from '../../../electron/library/erasure/kept-libraries.ts'
import { libraryPlaces } from '../../../electron/library/layout.ts'
import type { Library } from '../../../electron/library/library.ts'
import { healthReport } from '../../../electron/main/health-report.ts'
import { LibraryCare } from '../../../electron/main/library-care.ts'
import { besideLibrary, LibraryRestore } from '../../../electron/main/library-restore.ts'
import { UpkeepRecord } from '../../../electron/main/upkeep-record.ts'
import type { StatedEvent } from '../../../shared/domain/events.ts'
import type { ClientId, PhotoId } from '../../../shared/domain/ids.ts'
import { addPhotos, openLibrary } from '../../library/filled-library.ts'
import { recordsIn } from '../../library/library-content.ts'
import { countHolding, readableContent } from '../../library/readable-content.ts'
import { temporaryFolder } from '../../library/temporary-library.ts'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
const name = Buffer.from('Anna Beispiel')

async function cared(photoCount = 2) {
  const home = await temporaryFolder()
  const folder = join(home, 'library')
  const library = await openLibrary(folder)
  const photoIds = await addPhotos(library, photoCount)
  const [clientId] = library.facts.clients.keys() as Iterable<ClientId>
  const care = await careOf(library)
  const target = join(await temporaryFolder(), 'My.stipple-backup')
  return { home, folder, library, photoIds, clientId: clientId!, ...care, target }
}

async function careOf(library: Library) {
  const { upkeep, test: testFolder } = besideLibrary(library.layout.folder)
  const record = await UpkeepRecord.open(upkeep)
  return { record, care: new LibraryCare(library, record, testFolder) }
}

const toTrash = (library: Library, clientId: ClientId) =>
  library.record([{ type: 'client-removed', version: 1, data: { clientId, withPhotos: true } }])
const removePhotos = (library: Library, photoIds: readonly PhotoId[]) =>
  library.record(photoIds.map((photoId): StatedEvent => ({ type: 'photo-removed', version: 1, data: { photoId } })))
const stateRule = (library: Library, keepYears: number | null, erasesDueClients: boolean) =>
  library.record([{ type: 'studio-retention-noted', version: 1, data: { keepYears, why: '', erasesDueClients } }])

/** Lets Stipple run on every day from one to another. */
async function runDays(care: LibraryCare, from: number, to: number): Promise<void> {
  for (let day = from; day <= to; day++) await care.runDue(inDays(day))
}

test('a removed photo goes by itself after 30 days, and stays restorable until then, over a restart too', async () => {
  const { folder, library, care, photoIds } = await cared()
  await removePhotos(library, [photoIds[0]!])
  await runDays(care, 1, 29)
  expect(care.trash.present.photos.map(({ photoId }) => photoId)).toEqual([photoIds[0]])
  await library.close()
  const again = await openLibrary(folder)
  const { care: later } = await careOf(again)
  expect(later.trash.present.photos).toHaveLength(1)
  await later.runDue(inDays(31))
  expect(later.trash.present.photos).toEqual([])
  expect([...again.facts.photos.keys()]).toEqual([photoIds[1]])
  expect(await filesBelow(again.layout.objects)).toHaveLength(1)
  expect((await recordsIn(again)).at(-1)?.event).toMatchObject({
    type: 'photo-deleted',
    data: { photoId: photoIds[0] },
  })
})

test('a removed client waits for a person’s word, unless the studio says that Stipple may erase', async () => {
  const { library, care, clientId } = await cared()
  await toTrash(library, clientId)
  await runDays(care, 1, 40)
  expect(library.facts.clients.has(clientId)).toBe(true)
  await stateRule(library, null, true)
  await care.runDue(inDays(41))
  expect(library.facts.clients.has(clientId)).toBe(false)
  expect(library.facts.erasures.size).toBe(1)
})

test('nothing that is to be kept goes by itself, and by hand only when that is said to be meant', async () => {
  const { library, care, clientId, photoIds } = await cared()
  const note = { clientId, keepUntil: inDays(90).toISOString().slice(0, 10), why: 'A dispute' }
  await library.record([{ type: 'client-retention-noted', version: 1, data: note }])
  await stateRule(library, null, true)
  await removePhotos(library, [photoIds[0]!])
  await runDays(care, 1, 40)
  expect(library.facts.photos.size).toBe(2)
  await expect(care.deletePhotos([photoIds[0]!], false)).rejects.toMatchObject({ code: 'refused' })
  await care.deletePhotos([photoIds[0]!], true)
  expect(library.facts.photos.size).toBe(1)
  await toTrash(library, clientId)
  await runDays(care, 41, 80)
  expect(library.facts.clients.size).toBe(1)
  await expect(care.eraseClient(clientId, false)).rejects.toMatchObject({
    details: { reason: expect.stringContaining(note.keepUntil) },
  })
  await runDays(care, 92, 93)
  expect(library.facts.clients.size).toBe(0)
})

test('a clock that runs wild, or a studio that was closed for weeks, empties nothing at once', async () => {
  const { library, care, photoIds } = await cared()
  await removePhotos(library, [photoIds[0]!])
  await care.runDue(inDays(1))
  await care.runDue(inDays(3650))
  expect(library.facts.photos.size).toBe(2)
  await runDays(care, 40, 44)
  expect(library.facts.photos.size).toBe(2)
  await runDays(care, 45, 46)
  expect(library.facts.photos.size).toBe(1)
})

test('who isn’t in the trash is refused, and erasing leaves no name in the record of the upkeep', async () => {
  const { folder, library, care, record, clientId, photoIds } = await cared(3)
  await expect(care.eraseClient(clientId, false)).rejects.toMatchObject({ code: 'refused' })
  await expect(care.deletePhotos(photoIds, false)).rejects.toMatchObject({ code: 'refused' })
  await care.runDue(inDays(1))
  const names = photoIds.map(library.layout.objectName)
  await record.change({ damaged: [names[0]!] })
  const upkeep = () => readFile(besideLibrary(folder).upkeep, 'utf8')
  expect(names.filter((known) => record.present.lastReread?.upTo === known)).toHaveLength(1)
  await toTrash(library, clientId)
  await care.eraseClient(clientId, false)
  const text = await upkeep()
  for (const known of names) expect(text).not.toContain(known)
  expect(JSON.parse(text).lastReread.count).toBe(1)
})

test('a backup is not made while somebody is erased, and the other way round', async () => {
  const { library, care, clientId, target } = await cared()
  await toTrash(library, clientId)
  const backingUp = care.backUp(target, {})
  await expect(care.eraseClient(clientId, false)).rejects.toMatchObject({ code: 'refused' })
  await backingUp
  await care.eraseClient(clientId, false)
  expect(library.facts.clients.size).toBe(0)
})

test('a restored older backup doesn’t bring an erased client back; the kept library is cleaned, told, and goes after 30 days', async () => {
  const { home, folder, library, care, clientId, target } = await cared()
  await addPhotos(library, 1)
  await care.backUp(target, {})
  await toTrash(library, clientId)
  await care.eraseClient(clientId, false)
  const restore = new LibraryRestore(folder, () => library.close())
  await restore.restore((await restore.offer(target)).restoreId, {})
  const again = await openLibrary(folder)
  expect(again.facts.clients.has(clientId)).toBe(false)
  expect([again.facts.clients.size, again.facts.photos.size, again.facts.erasures.size]).toEqual([1, 1, 1])
  expect(again.notices).toEqual([])
  const { care: later, record } = await careOf(again)
  const [kept] = await keptLibraries(folder)
  const report = await healthReport(again, later, record)
  expect(report.keptLibraries).toEqual([{ keptAt: kept!.keptAt.toISOString(), goesAt: kept!.goesAt.toISOString() }])
  expect(Math.round((kept!.goesAt.getTime() - kept!.keptAt.getTime()) / 86_400_000)).toBe(30)
  await runDays(later, 1, 29)
  expect((await readdir(home)).filter((entry) => entry.includes('-kept-'))).toHaveLength(1)
  await later.runDue(inDays(31))
  expect((await readdir(home)).sort()).toEqual(['library', 'upkeep.json'])
})

test('who is erased now is erased in a library that was kept before, too; it can still be opened', async () => {
  const { home, folder, library, care, clientId } = await cared()
  const [other] = await addPhotos(library, 1)
  const kept = join(home, 'library-kept-2026-03-14-090500')
  await cp(folder, kept, { recursive: true })
  const stranger = join(home, 'library-kept-by-hand')
  await cp(folder, stranger, { recursive: true })
  // both clients of this test have the same name; the photos tell them apart
  const photoId = [...library.facts.photos.values()].find((photo) => photo.clientId === clientId)!.photoId
  const traces = async (where: string) => countHolding(await readableContent(where), Buffer.from(photoId))
  expect(await traces(kept)).toBeGreaterThan(0)
  await toTrash(library, clientId)
  await care.eraseClient(clientId, false)
  expect(await traces(kept)).toBe(0)
  expect(await filesBelow(libraryPlaces(kept).objects)).toHaveLength(1)
  const opened = await openLibrary(kept)
  expect([...opened.facts.photos.keys()]).toEqual([other])
  expect(opened.facts.erasures.size).toBe(1)
  expect((await stat(stranger)).isDirectory()).toBe(true)
})

test('erased by the upkeep leaves as little as erased by hand', async () => {
  const { folder, library, care, clientId } = await cared()
  await toTrash(library, clientId)
  await stateRule(library, null, true)
  expect(countHolding(await readableContent(folder), name)).toBeGreaterThan(0)
  await runDays(care, 24, 31)
  expect(countHolding(await readableContent(folder), name)).toBe(0)
  expect(await filesBelow(library.layout.objects)).toEqual([])
})

test('an erasure that the disk refuses half way says so, and is ended by the next upkeep', async () => {
  const { folder, library, care, clientId, photoIds } = await cared()
  await toTrash(library, clientId)
  // a folder stands where the list of erased keys is to be written
  const { erased } = libraryPlaces(folder)
  await mkdir(`${erased}.new`)
  await expect(care.eraseClient(clientId, false)).rejects.toMatchObject({
    code: 'refused',
    details: { reason: expect.stringContaining('gone from the library') },
  })
  expect(library.facts.clients.size).toBe(0)
  expect(await stat(library.layout.object(photoIds[0]!))).toBeTruthy()
  await rm(`${erased}.new`, { recursive: true })
  await care.runDue(inDays(1))
  expect(await filesBelow(library.layout.objects)).toEqual([])
  expect(countHolding(await readableContent(folder), name)).toBe(0)
})
