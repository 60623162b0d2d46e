import { mkdirSync, statSync } from 'node:fs'
import { cp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { librarySource } from '../../electron/library/backup/library-source.ts'
import { openBackup } from '../../electron/library/backup/open-backup.ts'
import { unpackBackup } from '../../electron/library/backup/restore-backup.ts'
import { makeBackup } from '../../electron/library/backup/write-backup.ts'
import { checkLibrary } from '../../electron/library/check-library.ts'
import { addPhotos, openLibrary } from '../library/filled-library.ts'
import { contentOf } from '../library/folder-content.ts'
import { temporaryFolder } from '../library/temporary-library.ts'
import { numbers } from '../numbers.ts'
import { faults } from './disk-faults.ts'
import { PowerCut } from './power-cut.ts'
import { type DiskCall, diskCallCount, watchDisk } from './watched-disk.ts'

vi.mock('node:fs/promises', async (load) =>
  (await import('./watched-disk.ts')).watchedFileSystem(await load<typeof import('node:fs/promises')>()),
)

const isLong = Boolean(process.env.STIPPLE_LONG_FAULTS)
/** At every call, or at each n-th, beginning at another one with every fault. */
const stride = isLong ? 1 : 5
const fileName = 'Studio.stipple-backup'

afterEach(() => watchDisk({}))

/** A library of which a drive has a backup, and two more photos since. */
async function prepared(photoBytes = 2000) {
  const library = await openLibrary(join(await temporaryFolder(), 'library'))
  await addPhotos(library, 3, photoBytes)
  const drive = join(await temporaryFolder(), 'drive')
  mkdirSync(drive)
  const cut = new PowerCut(drive)
  const blind = new PowerCut(drive, false)
  const hear = (call: DiskCall) => [cut, blind].forEach((each) => void each.after(call))
  watchDisk({ after: hear })
  await makeBackup(librarySource(library), join(drive, fileName))
  watchDisk({})
  const before = await contentOf(library.layout.folder)
  await addPhotos(library, 2, photoBytes)
  const add = (folder: string) => makeBackup(librarySource(library), join(folder, fileName))
  return { drive, cut, blind, hear, add, before, now: await contentOf(library.layout.folder) }
}

type Prepared = Awaited<ReturnType<typeof prepared>>

/** Which of the two states comes out of a drive's backup; what went wrong, where neither does. */
async function stateOf(folder: string, { before, now }: Prepared): Promise<'before' | 'now' | Error> {
  const target = join(await temporaryFolder(), 'unpacked')
  try {
    await unpackBackup(join(folder, fileName), target, checkLibrary)
  } catch (error) {
    return error as Error
  }
  const content = await contentOf(target)
  await rm(target, { recursive: true })
  if (isDeepStrictEqual(content, now)) return 'now'
  return isDeepStrictEqual(content, before) ? 'before' : new Error('another state')
}

async function callsOfAddition({ drive, add }: Prepared): Promise<number> {
  const folder = join(await temporaryFolder(), 'drive')
  await cp(drive, folder, { recursive: true })
  watchDisk({})
  expect(await add(folder)).toMatchObject({ added: { fileCount: 2, alreadyThere: 3 } })
  return diskCallCount()
}

/** Adds to a copy of the drive's backup with a fault at a call. */
async function addWith({ drive, add }: Prepared, before: (call: DiskCall) => void) {
  const folder = join(await temporaryFolder(), 'drive')
  await cp(drive, folder, { recursive: true })
  watchDisk({ before })
  const done = await add(folder).catch(() => undefined)
  watchDisk({})
  return { folder, done }
}

describe.each(Object.entries(faults))('at any call while a backup is added to, %s', (fault, throwing) => {
  test('the backup is there, as before or with what was added; what is called done is there', async () => {
    const given = await prepared()
    const calls = await callsOfAddition(given)
    expect(calls).toBeGreaterThan(100)
    const found = new Map<unknown, number>()
    for (let at = 1 + (fault.length % stride); at <= calls; at += stride) {
      const { folder, done } = await addWith(given, throwing(at))
      const state = await stateOf(folder, given)
      // a photo that can't be read once is said to be missing or damaged, and the rest is backed up
      const toldCount = done ? done.missingCount + done.damagedCount : 0
      if (toldCount === 0) {
        expect(state, `call ${at}`).toBeOneOf(done ? ['now'] : ['before', 'now'])
        found.set(state, (found.get(state) ?? 0) + 1)
      }
      // the next one adds what is missing, and nothing is left of the one before
      const added = { fileCount: state === 'now' ? 0 : 2 }
      expect(await given.add(folder), `call ${at}`).toMatchObject(
        toldCount === 0 ? { added } : { missingCount: 0, damagedCount: 0 },
      )
      expect(await stateOf(folder, given)).toBe('now')
      expect(await readdir(folder)).toEqual([fileName])
      await rm(folder, { recursive: true })
    }
    expect(found.get('before')).toBeGreaterThan(5)
  }, 600_000)
})

test('control: without the tail that is saved first, a backup is lost when the process ends', async () => {
  const given = await prepared()
  const calls = await callsOfAddition(given)
  let lost = 0
  for (let at = 1; at <= calls; at += 2) {
    const { folder } = await addWith(given, faults['the process ends'](at))
    await rm(join(folder, `${fileName}.before`), { force: true })
    if ((await stateOf(folder, given)) instanceof Error) lost++
  }
  expect(lost).toBeGreaterThan(5)
}, 120_000)

/** What power cuts leave of the drive, one after every n-th call of an addition and one when it is done. */
async function cutsWhileAdding(given: Prepared, seed: number, believesSyncs: boolean, every = isLong ? 1 : 2) {
  const { drive, cut, blind, hear, add } = given
  const home = await temporaryFolder()
  const moments: { folder: string; isDone: boolean }[] = []
  const leave = (isDone: boolean) => {
    const folder = join(home, String(moments.length))
    ;(believesSyncs ? cut : blind).leaveIn(folder, numbers(1000 * seed + moments.length))
    moments.push({ folder, isDone })
  }
  watchDisk({
    after: (call) => {
      hear(call)
      if (call.path.startsWith(drive) && call.number % every === 0) leave(false)
    },
  })
  await add(drive)
  watchDisk({})
  for (let n = 0; n < 5; n++) leave(true)
  return moments
}

test(`a power cut at any moment of an addition leaves a backup (${isLong ? 12 : 2} rounds)`, async () => {
  let whole = 0
  for (let seed = 0; seed < (isLong ? 12 : 2); seed++) {
    const given = await prepared()
    for (const { folder, isDone } of await cutsWhileAdding(given, seed, true)) {
      expect(await stateOf(folder, given), folder).toBeOneOf(isDone ? ['now'] : ['before', 'now'])
      whole++
      await rm(folder, { recursive: true })
    }
  }
  expect(whole).toBeGreaterThan(40)
}, 600_000)

test.each(['the saved tail is missing', 'syncs do nothing'])(
  'control: power cuts cost a backup where %s',
  async (what) => {
    let lost = 0
    for (let seed = 0; seed < 3; seed++) {
      const given = await prepared()
      for (const { folder } of await cutsWhileAdding(given, seed, what !== 'syncs do nothing', 1)) {
        if (what === 'the saved tail is missing') await rm(join(folder, `${fileName}.before`), { force: true })
        if ((await stateOf(folder, given)) instanceof Error) lost++
      }
    }
    expect(lost).toBeGreaterThan(3)
  },
  120_000,
)

test('an addition writes and reads what is new, the tail, and the beginning of each file; not the rest', async () => {
  const given = await prepared(100_000)
  const path = join(given.drive, fileName)
  const { backup, close } = await openBackup(path)
  const [tail, whole] = [backup.bytes.byteSize - backup.tailOffset, backup.bytes.byteSize]
  await close()
  const bytes = { read: 0, write: 0 }
  watchDisk({
    after: ({ name, path: on, byteSize = 0 }) => {
      if (on.startsWith(given.drive) && name === 'handle.write') bytes.write += byteSize
      if (on.startsWith(given.drive) && name === 'handle.read') bytes.read += byteSize
    },
  })
  await given.add(given.drive)
  watchDisk({})
  const grown = statSync(path).size - whole
  const isNew = grown + tail
  expect(grown).toBeGreaterThan(200_000)
  // the old tail goes into the sidecar, the new one into the backup
  expect(bytes.write).toBeGreaterThanOrEqual(isNew + tail)
  expect(bytes.write).toBeLessThan(isNew + tail + 2048)
  expect(bytes.read).toBeLessThan(isNew + 8 * tail + 8192)
})
