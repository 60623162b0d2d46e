import { cp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { BackupManifest } from '../../electron/library/backup/backup-manifest.ts'
import { librarySource } from '../../electron/library/backup/library-source.ts'
import { mendBackup } from '../../electron/library/backup/mend-backup.ts'
import { openBackup } from '../../electron/library/backup/open-backup.ts'
import { inspectBackup, unpackBackup } from '../../electron/library/backup/restore-backup.ts'
import { saveTail } from '../../electron/library/backup/saved-tail.ts'
import { tarEntryBytes } from '../../electron/library/backup/tar-header.ts'
import { makeBackup } from '../../electron/library/backup/write-backup.ts'
import { checkLibrary } from '../../electron/library/check-library.ts'
import { deletePhotos } from '../../electron/library/erasure/erase.ts'
import { addErasedKeyIds } from '../../electron/library/erasure/erased-keys.ts'
import { Library } from '../../electron/library/library.ts'
import { isOriginalIntact } from '../../electron/library/originals.ts'
import { newRecoveryKey } from '../../electron/library/recovery-key.ts'
import { deviceKeysOf } from './device-keys.ts'
import { addPhotos, openLibrary } from './filled-library.ts'
import { contentOf } from './folder-content.ts'
import { factsIn } from './library-content.ts'
import { clientAdded, temporaryFolder } from './temporary-library.ts'

const backUp = (library: Library, target: string, options = {}) => makeBackup(librarySource(library), target, options)

/** A library with a backup of its first photos. */
async function backedUp(photoCount = 3) {
  const library = await openLibrary(join(await temporaryFolder(), 'library'))
  const photoIds = await addPhotos(library, photoCount, 30)
  const target = join(await temporaryFolder(), 'Studio.stipple-backup')
  const first = await backUp(library, target)
  return { library, photoIds, target, first }
}

async function unpacked(path: string): Promise<string> {
  const folder = join(await temporaryFolder(), 'unpacked')
  await unpackBackup(path, folder, checkLibrary)
  return folder
}

const namesBeside = (path: string) => readdir(join(path, '..'))

test('adding gives the same library as a whole backup, byte for byte, and says how much was there', async () => {
  const { library, target, first } = await backedUp()
  expect(first).toMatchObject({ added: null, wholeAt: first.madeAt })
  for (const [round, photoCount] of [2, 0, 4].entries()) {
    const alreadyThere = 3 + [0, 2, 2][round]!
    await addPhotos(library, photoCount, 50)
    const done = await backUp(library, target)
    expect(done).toMatchObject({
      added: { fileCount: photoCount, alreadyThere },
      wholeAt: first.madeAt,
      carriedOver: 0,
    })
    expect(await namesBeside(target)).toEqual(['Studio.stipple-backup'])
    const whole = join(await temporaryFolder(), 'whole')
    await backUp(library, whole)
    const content = await contentOf(await unpacked(target))
    expect(content).toEqual(await contentOf(await unpacked(whole)))
    expect(content).toEqual(await contentOf(library.layout.folder))
  }
  const restored = await openLibrary(await unpacked(target))
  expect(factsIn(restored)).toEqual(factsIn(library))
  await restored.settle()
  expect(restored.notices).toEqual([])
})

test('what stands before the tail is left as it is, to the byte', async () => {
  const { library, target } = await backedUp()
  const before = await readFile(target)
  const { backup, close } = await openBackup(target)
  const { tailOffset } = backup
  await close()
  await addPhotos(library, 2)
  await backUp(library, target)
  const after = await readFile(target)
  expect(tailOffset).toBeGreaterThan(2000)
  expect(after.subarray(0, tailOffset).equals(before.subarray(0, tailOffset))).toBe(true)
})

/** What must leave a backup, or can't be known to be whole, makes it be written anew. */
const reasons: Record<string, (given: Awaited<ReturnType<typeof backedUp>>) => Promise<unknown>> = {
  'a photo was deleted for good': async ({ library, photoIds: [photoId] }) => {
    await library.record([{ type: 'photo-removed', version: 1, data: { photoId: photoId! } }])
    await deletePhotos(library, [photoId!])
  },
  'somebody was erased': ({ library }) => addErasedKeyIds(library.layout, ['ab'.repeat(16)]),
  'a photo went over to another client': async ({ library, photoIds: [photoId] }) => {
    const path = library.layout.object(photoId!)
    await library.keys.rewrapFile(path, await library.keys.keyIdFor(crypto.randomUUID()), path)
  },
  'its tail is damaged': ({ target }) => flip(target, (bytes) => bytes.lastIndexOf('stipple-keys') + 40),
  'its list is damaged': ({ target }) => flip(target, (bytes) => bytes.lastIndexOf('"entries"')),
  'its end is missing': async ({ target }) => truncate(target, (await readFile(target)).length - 512),
  'a header in it is damaged': ({ target }) => flip(target, (bytes) => bytes.indexOf('objects/') + 100),
  'it is asked for': async () => ({ isWhole: true }),
}

async function flip(path: string, where: (bytes: Buffer) => number): Promise<void> {
  const bytes = await readFile(path)
  bytes[where(bytes)]! ^= 1
  await writeFile(path, bytes)
}

test.each(Object.entries(reasons))('a backup is written anew when %s', async (_, change) => {
  const given = await backedUp()
  const options = (await change(given)) ?? {}
  const done = await backUp(given.library, given.target, options)
  expect(done).toMatchObject({ added: null, wholeAt: done.madeAt })
  expect(await contentOf(await unpacked(given.target))).toEqual(await contentOf(given.library.layout.folder))
  expect(await backUp(given.library, given.target)).toMatchObject({ added: { fileCount: 0 } })
})

test('a backup that holds a damaged file is written anew once it is mended; until then the file is told to be damaged', async () => {
  const { library, target } = await backedUp()
  const [bad, gone] = await addPhotos(library, 2)
  const path = library.layout.object(bad!)
  const good = await readFile(path)
  await rm(path)
  await writeFile(path, Buffer.from(good.map((byte, at) => (at === 300 ? byte ^ 1 : byte))))
  expect(await backUp(library, target)).toMatchObject({ added: { fileCount: 2 }, damagedCount: 1 })
  for (const isWhole of [false, true, false])
    expect(await backUp(library, target, { isWhole })).toMatchObject({ damagedCount: 1, carriedOver: 0 })
  await writeFile(path, good)
  await rm(library.layout.object(gone!))
  // the file that is missing now is in the backup still
  expect(await backUp(library, target)).toMatchObject({ added: null, carriedOver: 1, damagedCount: 0, missingCount: 0 })
  expect(await backUp(library, target)).toMatchObject({ added: { fileCount: 0, alreadyThere: 5 }, carriedOver: 1 })
  await rm(target)
  expect(await backUp(library, target)).toMatchObject({ added: null, missingCount: 1 })
  await addPhotos(library, 1)
  expect(await backUp(library, target)).toMatchObject({ added: { fileCount: 1 }, missingCount: 1 })
})

test('what opened the library before, and doesn’t any more, isn’t in the backup once it was added to', async () => {
  const { library, target } = await backedUp()
  const recoveryBox = async () =>
    JSON.parse(await readFile(library.layout.keys, 'utf8')).master.find(({ by }: { by: string }) => by === 'recovery')
      .box
  await library.keys.setRecoveryKey(newRecoveryKey())
  const before = await recoveryBox()
  await backUp(library, target)
  expect(await readFile(target, 'utf8')).toContain(before)
  await library.keys.setRecoveryKey(newRecoveryKey())
  expect(await backUp(library, target)).toMatchObject({ added: { fileCount: 0 } })
  const bytes = await readFile(target)
  expect(bytes.includes(before)).toBe(false)
  expect(bytes.includes(await recoveryBox())).toBe(true)
})

/** Tries to unpack these bytes: the error's code, or undefined when it went through. */
async function refusalOf(home: string, bytes: Uint8Array): Promise<string | undefined> {
  const path = join(home, 'tried')
  await writeFile(path, bytes)
  const folder = join(home, 'restored')
  const refusal = await unpackBackup(path, folder, checkLibrary).then(
    () => undefined,
    ({ code }: { code: string }) => code,
  )
  expect((await readdir(home)).includes('restored')).toBe(refusal === undefined)
  await rm(folder, { recursive: true, force: true })
  return refusal
}

async function addedTo() {
  const { library, target } = await backedUp(1)
  await addPhotos(library, 2, 30)
  expect(await backUp(library, target)).toMatchObject({ added: { fileCount: 2 } })
  return { home: await temporaryFolder(), target, bytes: await readFile(target) }
}

test('of a backup that was added to, any byte changed anywhere, and any cut, is refused', async () => {
  const { home, bytes } = await addedTo()
  expect(await refusalOf(home, bytes)).toBeUndefined()
  const codes = new Set<string | undefined>()
  for (let at = 0; at < bytes.length; at += 29) {
    const changed = Buffer.from(bytes)
    changed[at]! ^= 1 << (at % 8)
    codes.add(await refusalOf(home, changed))
  }
  for (let length = 0; length < bytes.length; length += 512) codes.add(await refusalOf(home, bytes.subarray(0, length)))
  expect([...codes].filter((code) => code !== 'library-newer')).toEqual(['backup-damaged'])
}, 60_000)

test('of a backup that was added to, files that changed places, came twice or went are refused', async () => {
  const { home, target, bytes } = await addedTo()
  const { backup, close } = await openBackup(target)
  const { entries } = backup
  await close()
  const slices = entries.map(({ offset, byteSize }) => bytes.subarray(offset, offset + tarEntryBytes(byteSize)))
  const end = entries.at(-1)!.offset + tarEntryBytes(entries.at(-1)!.byteSize)
  const around = (parts: Buffer[]) =>
    Buffer.concat([bytes.subarray(0, entries[0]!.offset), ...parts, bytes.subarray(end)])
  expect(around(slices).equals(bytes)).toBe(true)
  const [first, second, third, ...tail] = slices as [Buffer, Buffer, Buffer, ...Buffer[]]
  for (const parts of [
    [second, first, third, ...tail],
    [...tail, first, second, third],
    [first, second, ...tail, third],
    [first, first, second, third, ...tail],
    [first, third, ...tail],
    [...slices, ...tail],
  ])
    expect(await refusalOf(home, around(parts))).toBe('backup-damaged')
})

test('an addition that was cut off anywhere is read as the backup before, without a byte changed; the next one adds', async () => {
  const { library, target } = await backedUp()
  const { backup, close } = await openBackup(target)
  const { tailOffset } = backup
  await saveTail(target, backup, {})
  await close()
  const saved = await readFile(`${target}.before`)
  const before = await contentOf(library.layout.folder)
  const whole = await readFile(target)
  await addPhotos(library, 2)
  await backUp(library, target)
  const after = await readFile(target)
  const now = await contentOf(library.layout.folder)
  const [olds, news] = [new Set<number>(), new Set<number>()]
  for (let written = tailOffset; written <= after.length; written += 256) {
    const left = Buffer.concat([after.subarray(0, written), whole.subarray(Math.min(written, whole.length))])
    await writeFile(target, left)
    await writeFile(`${target}.before`, saved)
    const content = await contentOf(await unpacked(target))
    ;(content.has([...now.keys()].find((name) => !before.has(name))!) ? news : olds).add(written)
    expect(content).toEqual(news.has(written) ? now : before)
    expect((await readFile(target)).equals(left)).toBe(true)
    await mendBackup(target)
    expect((await readFile(target)).equals(news.has(written) ? after : whole)).toBe(true)
    expect(await namesBeside(target)).toHaveLength(1)
  }
  expect(news.size).toBe(1)
  expect(olds.size).toBeGreaterThan(20)
  await writeFile(target, after.subarray(0, tailOffset + 512))
  await writeFile(`${target}.before`, saved)
  expect(await backUp(library, target)).toMatchObject({ added: { fileCount: 2, alreadyThere: 3 } })
  expect(await contentOf(await unpacked(target))).toEqual(now)
  expect(await namesBeside(target)).toHaveLength(1)
})

test('a saved tail that is half written or belongs to another backup does nothing', async () => {
  const { library, target } = await backedUp()
  const other = await backedUp()
  const { backup, close } = await openBackup(other.target)
  await saveTail(other.target, backup, {})
  await close()
  const saved = await readFile(`${other.target}.before`)
  const whole = await readFile(target)
  const flipped = Buffer.from(saved)
  flipped[700]! ^= 1
  for (const bytes of [saved, flipped, saved.subarray(0, 900), saved.subarray(0, 3)]) {
    await writeFile(`${target}.before`, bytes)
    expect(await contentOf(await unpacked(target))).toEqual(await contentOf(library.layout.folder))
    await mendBackup(target)
    expect((await readFile(target)).equals(whole)).toBe(true)
    expect(await namesBeside(target)).toHaveLength(1)
    await writeFile(`${target}.before`, bytes)
    // a cut backup isn't taken for whole with the other's tail
    await writeFile(target, whole.subarray(0, -512))
    await expect(inspectBackup(target)).rejects.toMatchObject({ code: 'backup-damaged' })
    expect(await backUp(library, target)).toMatchObject({ added: null })
    expect(await namesBeside(target)).toHaveLength(1)
    await writeFile(target, whole)
  }
})

test('a link in the place of the saved tail isn’t followed', async () => {
  const { library, target } = await backedUp()
  const own = join(await temporaryFolder(), 'letter')
  await writeFile(own, 'mine')
  await symlink(own, `${target}.before`)
  await addPhotos(library, 1)
  expect(await backUp(library, target)).toMatchObject({ added: { fileCount: 1 } })
  expect(await readFile(own, 'utf8')).toBe('mine')
  expect(await namesBeside(target)).toHaveLength(1)
})

test('a backup is added to at another place, too, when it is the same library’s', async () => {
  const { library, target, first } = await backedUp()
  const other = join(await temporaryFolder(), 'Other drive')
  await cp(target, other)
  await addPhotos(library, 2)
  await backUp(library, target)
  await library.record([clientAdded('Ben')])
  expect(await backUp(library, other)).toMatchObject({
    added: { fileCount: 2, alreadyThere: 3 },
    wholeAt: first.madeAt,
  })
})

const stored = join(import.meta.dirname, '../fixtures/backup-v1/Studio.stipple-backup')
const storedPhotoIds = [
  '6483869d81a112ac76a2838c7dccdba3a7498b9eabc0083e76fa2106142f3f15',
  '32ecb6008fee08ccf1f0656c1b75e4ef0cfe96a7a9f3651440f0fa757dcf247d',
]

test('a backup of version 1, stored as it was made then, is restored; the next one onto it is written anew', async () => {
  const { manifest } = await inspectBackup(stored)
  expect(manifest satisfies BackupManifest).toMatchObject({ version: 1, clientCount: 1, photoCount: 2 })
  const folder = await unpacked(stored)
  const secret = { by: 'recovery', text: 'N4W4-M0YZ-SXJ7-BPAJ-B4DM-89RZ-TM8X' } as const
  const library = await Library.open(folder, deviceKeysOf(9), secret)
  expect([...library.facts.photos.keys()]).toEqual(storedPhotoIds)
  for (const photoId of storedPhotoIds) expect(await isOriginalIntact(library, photoId)).toBe(true)
  const target = join(await temporaryFolder(), 'Studio.stipple-backup')
  await cp(stored, target)
  await rm(library.layout.object(storedPhotoIds[0]!))
  expect(await backUp(library, target)).toMatchObject({ added: null, carriedOver: 1, missingCount: 0 })
  expect((await inspectBackup(target)).manifest.version).toBe(2)
  expect(await backUp(library, target)).toMatchObject({ added: { fileCount: 0, alreadyThere: 2 }, carriedOver: 1 })
  await library.close()
})
