import { randomUUID } from 'node:crypto'
import { readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { openBackup } from '../../../electron/library/backup/open-backup.ts'
import { saveTail } from '../../../electron/library/backup/saved-tail.ts'
import { libraryPlaces } from '../../../electron/library/layout.ts'
import { healthReport } from '../../../electron/main/health-report.ts'
import { LibraryCare } from '../../../electron/main/library-care.ts'
import { besideLibrary, LibraryRestore, sweepUnpacked } from '../../../electron/main/library-restore.ts'
import { UpkeepRecord } from '../../../electron/main/upkeep-record.ts'
import { addPhotos, openLibrary } from '../../library/filled-library.ts'
import { clientAdded, temporaryFolder } from '../../library/temporary-library.ts'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

async function cared(photoCount = 4) {
  const home = await temporaryFolder()
  const folder = join(home, 'library')
  const library = await openLibrary(folder)
  const photoIds = await addPhotos(library, photoCount)
  const { upkeep, test: testFolder } = besideLibrary(folder)
  const record = await UpkeepRecord.open(upkeep)
  const care = new LibraryCare(library, record, testFolder)
  const target = join(await temporaryFolder(), 'My.stipple-backup')
  return { home, folder, library, photoIds, record, care, target }
}

async function flip(path: string, at: number): Promise<void> {
  const bytes = await readFile(path)
  bytes[at]! ^= 1
  await rm(path, { force: true })
  await writeFile(path, bytes)
}

test('a backup is remembered over a restart and made again at the same place without asking', async () => {
  const { folder, library, care, target } = await cared()
  await expect(care.backUp(null, {})).rejects.toMatchObject({ code: 'refused' })
  expect(await care.backUp(target, {})).toMatchObject({ fileName: 'My.stipple-backup', isSameDisk: true })
  await library.record([clientAdded('Ben')])
  const again = new LibraryCare(library, await UpkeepRecord.open(besideLibrary(folder).upkeep), join(folder, '../t'))
  expect(await again.backupStatus()).toMatchObject({
    last: { fileName: 'My.stipple-backup', isReachable: true },
    isDue: false,
    hasChangedSince: true,
  })
  expect(JSON.stringify(await again.backupStatus())).not.toContain(target)
  await again.backUp(null, {})
  expect(await again.backupStatus()).toMatchObject({ hasChangedSince: false })
})

test('a place that can’t be reached is told, and an interrupted backup isn’t remembered', async () => {
  const { care, target } = await cared()
  await care.backUp(target, {})
  const before = (await care.backupStatus()).last
  await expect(care.backUp(target, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' })
  expect((await care.backupStatus()).last).toEqual(before)
  await rm(join(target, '..'), { recursive: true })
  expect(await care.backupStatus()).toMatchObject({ last: { isReachable: false } })
  await expect(care.backUp(null, {})).rejects.toMatchObject({ details: { reason: expect.stringContaining('Connect') } })
})

test('a backup is due a week after the last one if anything changed, and a week after the first client without one', async () => {
  const { library, care, target } = await cared()
  const firstClient = Date.parse('2026-03-14T09:00:00.000Z')
  const after = (days: number) => new Date(firstClient + days * 86_400_000)
  expect((await care.backupStatus(after(6.9))).isDue).toBe(false)
  expect((await care.backupStatus(after(7))).isDue).toBe(true)
  await care.backUp(target, {})
  expect((await care.backupStatus(inDays(100))).isDue).toBe(false)
  await library.record([clientAdded('Ben')])
  expect((await care.backupStatus(inDays(6.9))).isDue).toBe(false)
  expect((await care.backupStatus(inDays(7.1))).isDue).toBe(true)
})

test('a library of the sample alone is never nagged about', async () => {
  const home = await temporaryFolder()
  const library = await openLibrary(join(home, 'library'))
  const { data, ...event } = clientAdded('Sample client')
  await library.record([{ ...event, data: { ...data, isSample: true } }])
  const care = new LibraryCare(library, await UpkeepRecord.open(join(home, 'upkeep.json')), join(home, 't'))
  expect((await care.backupStatus(inDays(400))).isDue).toBe(false)
})

test('a thirtieth is read every day, one after the other, until each was read; the same day reads nothing twice', async () => {
  const { care, record, library } = await cared(61)
  const read: string[] = []
  for (let day = 1; day <= 21; day++) {
    await care.runDue(inDays(day))
    await care.runDue(inDays(day))
    expect(record.present.lastReread).toMatchObject({ total: 61 })
    read.push(record.present.lastReread!.upTo)
  }
  expect(record.present.lastReread?.count).toBe(1)
  const inOrder = [...library.facts.photos.keys()].map(library.layout.objectName).sort()
  const lastOfEachDay = inOrder.filter((_, index) => index % 3 === 2 || index === 60)
  expect(read).toEqual(lastOfEachDay)
  await care.runDue(inDays(22))
  expect(record.present.lastReread).toMatchObject({ count: 3, upTo: inOrder[2] })
})

test('damage is found by reading, named by client and date, and forgotten once the file is mended', async () => {
  const { care, record, library, photoIds } = await cared()
  const path = library.layout.object(photoIds[1]!)
  await flip(path, 5)
  await rm(library.layout.object(photoIds[2]!), { force: true })
  const before = await healthReport(library, care, record)
  expect(before).toMatchObject({ photoCount: 4, missing: { count: 1 }, damaged: { count: 0 }, lastFullCheck: null })
  const steps: number[] = []
  expect(await care.checkAll({ onProgress: (fraction) => steps.push(fraction) })).toBe(4)
  expect(steps).toEqual([0.25, 0.5, 0.75, 1])
  const after = await healthReport(library, care, record, async () => 1000)
  expect(after).toMatchObject({
    missing: { count: 1, photos: [{ clientName: 'Anna Beispiel', day: '2026-03-14', fileName: 'photo-2.jpg' }] },
    damaged: { count: 1, photos: [{ fileName: 'photo-1.jpg' }] },
    lastFullCheck: { count: 4 },
    freeBytes: 1000,
    isDiskLow: true,
  })
  await flip(path, 5)
  expect(await healthReport(library, care, record)).toMatchObject({ damaged: { count: 0 }, isDiskLow: false })
})

test('a cancelled check isn’t called done', async () => {
  const { care, record } = await cared()
  const abort = new AbortController()
  await expect(care.checkAll({ signal: abort.signal, onProgress: () => abort.abort() })).rejects.toMatchObject({
    code: 'cancelled',
  })
  expect(record.present.lastFullCheck).toBeNull()
})

test('what was set aside at starts is reported by day', async () => {
  const { folder, library } = await cared()
  await library.close()
  const layout = libraryPlaces(folder)
  const shelf = await presentShelf(folder)
  await writeFile(join(layout.objects, shelf, `${shelf}${'0'.repeat(62)}`), 'stray')
  // as a crash leaves it: the last line cut short, and no checkpoint of it
  await truncate(layout.ledger, (await stat(layout.ledger)).size - 5)
  await rm(layout.checkpoint)
  const again = await openLibrary(folder)
  await again.settle()
  const record = await UpkeepRecord.open(besideLibrary(folder).upkeep)
  const report = await healthReport(again, new LibraryCare(again, record, join(folder, '../t')), record)
  const today = new Date().toISOString().slice(0, 10)
  expect(report.tornRecordDays).toEqual([today])
  // the photo whose record was torn, and the stray one
  expect(report.quarantined).toEqual([{ day: today, count: 2 }])
})

/** A folder of objects that is there already. */
async function presentShelf(folder: string): Promise<string> {
  return (await readdir(libraryPlaces(folder).objects)).find((name) => name.length === 2)!
}

test('once a month the last backup is unpacked as a test; the result is dated and nothing stays', async () => {
  const { home, care, record, target } = await cared()
  await care.backUp(target, {})
  await care.runDue(inDays(29))
  expect(record.present.lastTestRestore).toBeNull()
  await care.runDue(inDays(31))
  expect(record.present.lastTestRestore).toMatchObject({ problem: null })
  await flip(target, 4000)
  await care.runDue(inDays(60))
  expect(record.present.lastTestRestore?.problem).toBeNull()
  await care.runDue(inDays(62))
  expect(record.present.lastTestRestore?.problem).toEqual(expect.any(String))
  expect((await care.backupStatus()).isDue).toBe(true)
  expect((await readdir(home)).sort()).toEqual(['library', 'upkeep.json'])
  // a drive that isn't connected says nothing
  const found = record.present.lastTestRestore
  await rm(target)
  await care.runDue(inDays(200))
  expect(record.present.lastTestRestore).toEqual(found)
})

test('what is added leaves the month’s test due: the date of the last test, or of the last whole backup, stays', async () => {
  const { home, library, care, record, target } = await cared()
  await care.backUp(target, {})
  const wholeAt = record.present.lastBackup?.at
  const setBack = (days: number) =>
    record.change({ lastBackup: { ...record.present.lastBackup!, wholeAt: inDays(-days).toISOString() } })
  await addPhotos(library, 2)
  expect(await care.backUp(null, {})).toMatchObject({ added: { fileCount: 2, alreadyThere: 4, hasDocuments: false } })
  expect(record.present.lastBackup?.wholeAt).toBe(wholeAt)
  expect((await care.backupStatus()).last).toMatchObject({ wholeAt, added: { fileCount: 2 } })
  await setBack(29)
  await care.runDue()
  expect(record.present.lastTestRestore).toBeNull()
  await setBack(31)
  await care.runDue()
  const test = record.present.lastTestRestore
  expect(test).toMatchObject({ problem: null })
  await library.record([clientAdded('Ben')])
  expect(await care.backUp(null, {})).toMatchObject({ added: { fileCount: 0, alreadyThere: 6 } })
  expect(record.present.lastTestRestore).toEqual(test)
  // another drive has a date of its own, and each is remembered while they are used in turn
  const other = join(await temporaryFolder(), 'Other.stipple-backup')
  await care.backUp(other, {})
  expect(record.present).toMatchObject({ lastTestRestore: null, otherTests: [{ path: target, ...test }] })
  await care.backUp(target, {})
  expect(record.present).toMatchObject({ lastTestRestore: test, otherTests: [] })
  // a backup that a test found damaged is written anew
  await record.change({ lastTestRestore: { at: new Date().toISOString(), problem: 'a file in it was damaged' } })
  expect(await care.backUp(null, {})).toMatchObject({ added: null })
  expect(record.present.lastTestRestore).toBeNull()
  expect((await readdir(home)).sort()).toEqual(['library', 'upkeep.json'])
})

test('an addition that was cut off is ended by the upkeep, before anybody copies the file elsewhere', async () => {
  const { library, care, target } = await cared()
  await care.backUp(target, {})
  const { backup, close } = await openBackup(target)
  await saveTail(target, backup, {})
  const before = await readFile(target)
  await close()
  await truncate(target, before.length - 1000)
  await care.runDue()
  expect((await readFile(target)).equals(before)).toBe(true)
  expect(await readdir(join(target, '..'))).toEqual(['My.stipple-backup'])
  await addPhotos(library, 1)
  expect(await care.backUp(null, {})).toMatchObject({ added: { fileCount: 1 } })
})

test('what is due gives way to what is asked for, and two things aren’t asked for at once', async () => {
  const { care, target } = await cared(40)
  const [, , second] = await Promise.allSettled([care.runDue(inDays(1)), care.backUp(target, {}), care.checkAll({})])
  expect(second).toMatchObject({ status: 'rejected', reason: { code: 'refused' } })
  expect((await care.backupStatus()).last).not.toBeNull()
})

test('closing stops a backup and waits until nothing of it is left', async () => {
  const { care, target } = await cared(40)
  const backup = care.backUp(target, {})
  const outcome = expect(backup).rejects.toMatchObject({ code: 'cancelled' })
  await care.close()
  await outcome
  expect(await readdir(join(target, '..'))).toEqual([])
})

test('dates that can’t be read are simply forgotten', async () => {
  const path = join(await temporaryFolder(), 'upkeep.json')
  for (const text of ['{', '[]', '{"lastBackup":{"at":"yesterday"}}']) {
    await writeFile(path, text)
    expect((await UpkeepRecord.open(path)).present).toMatchObject({ lastBackup: null, damaged: [] })
  }
})

test('a restore puts the backup in place, keeps the present library and remembers the backup', async () => {
  const { home, folder, library, care, target } = await cared()
  await care.backUp(target, {})
  await library.record([clientAdded('Later')])
  const restore = new LibraryRestore(folder, () => library.close())
  const offer = await restore.offer(target)
  expect(offer).toMatchObject({ fileName: 'My.stipple-backup', clientCount: 1, photoCount: 4 })
  expect(JSON.stringify(offer)).not.toContain(join(target, '..'))
  await restore.restore(offer.restoreId, {})
  const restored = await openLibrary(folder)
  expect(restored.facts.clients.size).toBe(1)
  const kept = (await readdir(home)).filter((name) => name.startsWith('library-kept-'))
  expect(kept).toHaveLength(1)
  expect((await openLibrary(join(home, kept[0]!))).facts.clients.size).toBe(2)
  const { present } = await UpkeepRecord.open(besideLibrary(folder).upkeep)
  expect(basename(present.lastBackup!.path)).toBe('My.stipple-backup')
  expect(present.lastBackup!.lastSeq).toBe(restored.lastSeq)
})

test('a refused or cancelled restore leaves the open library open and nothing beside it', async () => {
  const { home, folder, library, care, target } = await cared()
  await care.backUp(target, {})
  const restore = new LibraryRestore(folder, () => library.close())
  await expect(restore.restore(randomUUID(), {})).rejects.toMatchObject({ code: 'refused' })
  const { restoreId } = await restore.offer(target)
  await expect(restore.restore(restoreId, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' })
  await flip(target, 4000)
  await expect(restore.restore(restoreId, {})).rejects.toMatchObject({ code: 'backup-damaged' })
  expect(restore.hasClosedLibrary).toBe(false)
  await library.record([clientAdded('Still open')])
  expect((await readdir(home)).sort()).toEqual(['library', 'upkeep.json'])
})

test('a damaged library that can’t be opened is replaced from a backup and kept', async () => {
  const { home, folder, library, care, target } = await cared()
  await care.backUp(target, {})
  await library.close()
  await flip(libraryPlaces(folder).ledger, 100)
  await expect(openLibrary(folder)).rejects.toMatchObject({ code: 'library-damaged' })
  const restore = new LibraryRestore(folder, async () => undefined)
  await restore.restore((await restore.offer(target)).restoreId, {})
  expect((await openLibrary(folder)).facts.photos.size).toBe(4)
  expect((await readdir(home)).filter((name) => name.startsWith('library-kept-'))).toHaveLength(1)
})

test('what a crash left of a restore or a test is swept', async () => {
  const { home, folder, care, target } = await cared(1)
  await care.backUp(target, {})
  const { unpacked, test: testFolder } = besideLibrary(folder)
  for (const left of [unpacked, testFolder]) await writeFile(left, 'half')
  await sweepUnpacked(folder)
  expect((await readdir(home)).sort()).toEqual(['library', 'upkeep.json'])
})
