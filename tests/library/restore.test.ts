import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { BackupManifest } from '../../electron/library/backup/backup-manifest.ts'
import { librarySource } from '../../electron/library/backup/library-source.ts'
import { openBackup } from '../../electron/library/backup/open-backup.ts'
import { backupEnding, backupOpening } from '../../electron/library/backup/read-backup.ts'
import { finishReplacing, keptName, replaceLibrary } from '../../electron/library/backup/replace-library.ts'
import { inspectBackup, unpackBackup } from '../../electron/library/backup/restore-backup.ts'
import { tarEntryBytes, tarHeader, tarPaddingBytes } from '../../electron/library/backup/tar-header.ts'
import { makeBackup } from '../../electron/library/backup/write-backup.ts'
import { checkLibrary } from '../../electron/library/check-library.ts'
import { isOriginalIntact } from '../../electron/library/originals.ts'
import type { Photo } from '../../shared/domain/photo.ts'
import { addPhotos, openLibrary } from './filled-library.ts'
import { hostileNames } from './hostile-names.ts'
import { clientAdded, temporaryFolder } from './temporary-library.ts'

async function backedUp(photoCount = 2) {
  const home = await temporaryFolder()
  const library = await openLibrary(join(home, 'library'))
  await addPhotos(library, photoCount, 30)
  const path = join(home, 'whole.stipple-backup')
  await makeBackup(librarySource(library), path)
  return { home, library, path, bytes: await readFile(path) }
}

/** Tries to restore these bytes: the error's code, or undefined when it went through. Nothing may be left behind by a refusal. */
async function refusalOf(home: string, bytes: Uint8Array): Promise<string | undefined> {
  const path = join(home, 'tried.stipple-backup')
  await writeFile(path, bytes)
  const folder = join(home, 'restored')
  try {
    await unpackBackup(path, folder, checkLibrary)
    await rm(folder, { recursive: true })
    return undefined
  } catch (error) {
    await expect(stat(folder)).rejects.toMatchObject({ code: 'ENOENT' })
    return (error as { code: string }).code
  }
}

/** A backup made by hand: right in every hash, whatever its manifest says. */
function forged(files: [string, Buffer][], changes: Partial<BackupManifest> = {}): Buffer {
  const entries = files.map(([name, bytes]) => ({
    name,
    byteSize: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }))
  const manifest = {
    format: 'stipple-backup',
    version: 2,
    madeAt: '2026-03-14T09:00:00.000Z',
    ledger: { lastSeq: 0, lastHash: '0'.repeat(64) },
    clientCount: 0,
    photoCount: 0,
    missingCount: 0,
    damagedCount: 0,
    entries,
    ...changes,
  }
  const parts = files.flatMap(([name, bytes]) => [
    tarHeader(name.slice(0, 100), bytes.length),
    bytes,
    Buffer.alloc(tarPaddingBytes(bytes.length)),
  ])
  return Buffer.concat([backupOpening(), ...parts, backupEnding(Buffer.from(JSON.stringify(manifest)))])
}

const format: [string, Buffer] = ['format.json', Buffer.from('{"format":"stipple-library","version":2}')]
const keys: [string, Buffer] = [
  'keys.json',
  Buffer.from('{"format":"stipple-keys","version":1,"master":[{"by":"device","box":"AAAA"}],"clients":[]}'),
]
const ledger: [string, Buffer] = ['ledger/000001.log', Buffer.alloc(0)]

test('any byte changed anywhere is refused, and nothing is left behind', async () => {
  const { home, bytes } = await backedUp(1)
  expect(await refusalOf(home, bytes)).toBeUndefined()
  const codes = new Set<string | undefined>()
  // a stride that shares no factor with the block size visits every place within a block
  for (let at = 0; at < bytes.length; at += 29) {
    const changed = Buffer.from(bytes)
    changed[at]! ^= 1 << (at % 8)
    codes.add(await refusalOf(home, changed))
  }
  expect([...codes].filter((code) => code !== 'library-newer')).toEqual(['backup-damaged'])
}, 60_000)

test('control: what is unpacked without being checked lets a changed byte of a photo through', async () => {
  const { home, bytes, path } = await backedUp(1)
  const { backup, close } = await openBackup(path)
  const { entries } = backup
  await close()
  const photo = entries.find(({ name }) => name.startsWith('objects/'))!
  const changed = Buffer.from(bytes)
  changed[photo.offset + tarEntryBytes(photo.byteSize) - tarPaddingBytes(photo.byteSize) - 1]! ^= 1
  expect(await refusalOf(home, changed)).toBe('backup-damaged')
  const folder = join(home, 'unpacked')
  for (const { name, offset, byteSize } of entries) {
    const start = offset + tarEntryBytes(byteSize) - tarPaddingBytes(byteSize) - byteSize
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), changed.subarray(start, start + byteSize))
  }
  const library = await openLibrary(folder)
  const [{ photoId }] = [...library.facts.photos.values()] as [Photo]
  expect(await isOriginalIntact(library, photoId)).toBe(false)
})

test('a backup cut off anywhere, or with something after it, is refused', async () => {
  const { home, bytes } = await backedUp(1)
  for (let length = 0; length < bytes.length; length += 256)
    expect(await refusalOf(home, bytes.subarray(0, length)), `${length} bytes`).toBe('backup-damaged')
  for (const more of [1, 512, 10_240])
    expect(await refusalOf(home, Buffer.concat([bytes, Buffer.alloc(more)]))).toBe('backup-damaged')
  expect(await refusalOf(home, Buffer.concat([bytes, bytes]))).toBe('backup-damaged')
})

test('files that changed places, came twice, went away or were added are refused', async () => {
  const { home, bytes, path } = await backedUp(2)
  const { backup, close } = await openBackup(path)
  const { entries } = backup
  await close()
  const slices = entries.map(({ offset, byteSize }) => bytes.subarray(offset, offset + tarEntryBytes(byteSize)))
  const last = entries.at(-1)!
  const around = (parts: Buffer[]) =>
    Buffer.concat([
      bytes.subarray(0, entries[0]!.offset),
      ...parts,
      bytes.subarray(last.offset + tarEntryBytes(last.byteSize)),
    ])
  expect(around(slices).equals(bytes)).toBe(true)
  for (const parts of [
    slices.toReversed(),
    [slices[0]!, ...slices],
    slices.slice(1),
    slices.slice(0, -1),
    [...slices, tarHeader('evil', 0)],
  ])
    expect(await refusalOf(home, around(parts))).toBe('backup-damaged')
})

test.each(hostileNames)('%s as a name is refused', async (_what, name) => {
  const home = await temporaryFolder()
  const files = ([format, ledger, [name, Buffer.from('evil')]] as [string, Buffer][]).sort(([a], [b]) =>
    a < b ? -1 : 1,
  )
  expect(await refusalOf(home, forged(files))).toBe('backup-damaged')
  expect((await readdir(home)).sort()).toEqual(['tried.stipple-backup'])
})

test('the forger of these tests makes backups that pass when nothing is wrong', async () => {
  expect(await refusalOf(await temporaryFolder(), forged([format, keys, ledger]))).toBeUndefined()
})

test('names that come twice, in another order, or as file and folder at once are refused', async () => {
  const home = await temporaryFolder()
  for (const files of [
    [format, format, ledger],
    [ledger, format],
    [format, ['ledger', Buffer.from('x')], ledger],
  ] as [string, Buffer][][])
    expect(await refusalOf(home, forged(files))).toBe('backup-damaged')
})

test('sizes that lie, and a list of nothing, are refused without unpacking', async () => {
  const home = await temporaryFolder()
  const sha256 = '0'.repeat(64)
  for (const byteSize of [-1, 1.5, 2 ** 40, 9e15, 5])
    expect(
      await refusalOf(home, forged([format, ledger], { entries: [{ name: 'format.json', byteSize, sha256 }] })),
    ).toBe('backup-damaged')
  expect(await refusalOf(home, forged([], { entries: [] }))).toBe('backup-damaged')
})

test('what is right in every hash but no library is refused', async () => {
  const { home, library } = await backedUp()
  const bytes = await readFile(library.layout.ledger)
  const { lastHash } = library.acknowledged
  const flipped = Buffer.from(bytes)
  flipped[60]! ^= 1
  const end = (lastSeq: number) => ({ ledger: { lastSeq, lastHash } })
  for (const [files, changes] of [
    [[ledger], {}],
    [[format], {}],
    [[['format.json', Buffer.from('{"format":"else","version":1}')], keys, ledger], {}],
    [[format, ledger], {}],
    [[format, keys, ['ledger/000001.log', flipped]], end(library.lastSeq)],
    [[format, keys, ['ledger/000001.log', bytes.subarray(0, -3)]], end(library.lastSeq)],
    [[format, keys, ['ledger/000001.log', bytes]], end(library.lastSeq + 1)],
  ] as [[string, Buffer][], Partial<BackupManifest>][])
    expect(await refusalOf(home, forged(files, changes))).toBe('backup-damaged')
  expect(
    await refusalOf(home, forged([format, keys, ['ledger/000001.log', bytes]], end(library.lastSeq))),
  ).toBeUndefined()
})

test('a later backup format and a later library are called newer, not damaged', async () => {
  const home = await temporaryFolder()
  const later = Buffer.from(forged([format, ledger]))
  later[later.indexOf('"version":2}') + 10] = 0x33
  expect(await refusalOf(home, later)).toBe('library-newer')
  const newLibrary: [string, Buffer] = ['format.json', Buffer.from('{"format":"stipple-library","version":3}')]
  expect(await refusalOf(home, forged([newLibrary, ledger]))).toBe('library-newer')
})

test('what isn’t a file, isn’t there, or is something else is refused in words', async () => {
  const home = await temporaryFolder()
  await mkdir(join(home, 'folder'))
  await writeFile(join(home, 'letter'), 'Dear Sir or Madam,')
  await symlink('/dev/zero', join(home, 'zeros'))
  for (const name of ['folder', 'letter', 'zeros', 'absent'])
    await expect(inspectBackup(join(home, name)), name).rejects.toMatchObject({
      code: 'backup-damaged',
      details: { reason: expect.any(String) },
    })
})

test('a folder that holds something is left alone; too little room is told before unpacking', async () => {
  const { home, path } = await backedUp()
  const folder = join(home, 'mine')
  await mkdir(folder)
  await writeFile(join(folder, 'mine.txt'), 'mine')
  await expect(unpackBackup(path, folder, checkLibrary)).rejects.toMatchObject({ code: 'refused' })
  expect(await readdir(folder)).toEqual(['mine.txt'])
  const freeBytes = async () => 1000
  await expect(unpackBackup(path, join(home, 'new'), checkLibrary, { freeBytes })).rejects.toMatchObject({
    code: 'refused',
  })
  await expect(stat(join(home, 'new'))).rejects.toMatchObject({ code: 'ENOENT' })
})

test('a cancelled restore leaves nothing behind', async () => {
  const { home, path } = await backedUp()
  const abort = new AbortController()
  const onProgress = (fraction: number) => fraction > 0.3 && abort.abort()
  await expect(
    unpackBackup(path, join(home, 'new'), checkLibrary, { signal: abort.signal, onProgress }),
  ).rejects.toMatchObject({ code: 'cancelled' })
  await expect(stat(join(home, 'new'))).rejects.toMatchObject({ code: 'ENOENT' })
})

test('the restored library takes the place of the present one, which is kept beside it whole', async () => {
  const { home, library, path } = await backedUp()
  await library.record([clientAdded('Only in the present library')])
  await library.close()
  const unpacked = join(home, 'unpacked')
  await unpackBackup(path, unpacked, checkLibrary)
  const now = new Date('2026-03-14T09:05:00Z')
  const kept = await replaceLibrary(library.layout.folder, unpacked, now)
  expect(kept).toBe('library-kept-2026-03-14-090500')
  expect((await openLibrary(library.layout.folder)).facts.clients.size).toBe(1)
  expect((await openLibrary(join(home, kept))).facts.clients.size).toBe(2)
  await expect(stat(unpacked)).rejects.toMatchObject({ code: 'ENOENT' })
  expect(keptName('/x/library', now)).toBe(kept)
})

test('a library that another process holds isn’t replaced; a swap that fails half way is taken back', async () => {
  const { home, library, path } = await backedUp()
  const { folder, lock } = library.layout
  await library.close()
  await writeFile(lock, JSON.stringify({ pid: 1, host: 'another-machine' }))
  const unpacked = join(home, 'unpacked')
  await unpackBackup(path, unpacked, checkLibrary)
  await expect(replaceLibrary(folder, unpacked)).rejects.toMatchObject({ code: 'library-in-use' })
  await rm(lock)
  await rm(unpacked, { recursive: true })
  await expect(replaceLibrary(folder, unpacked)).rejects.toMatchObject({ code: 'folder-unavailable' })
  await (await openLibrary(folder)).close()
  expect((await readdir(home)).sort()).toEqual(['library', 'whole.stipple-backup'])
})

test('a swap that a crash cut off is ended at the next start: the checked library takes the empty place', async () => {
  const { home, library, path } = await backedUp()
  const { folder } = library.layout
  await library.record([clientAdded('Came after the backup')])
  await library.close()
  await unpackBackup(path, `${folder}-ready`, checkLibrary)
  await rename(folder, `${folder}-kept-by-hand`)
  await finishReplacing(folder)
  expect((await openLibrary(folder)).facts.clients.size).toBe(1)
  expect((await readdir(home)).sort()).toEqual(['library', 'library-kept-by-hand', 'whole.stipple-backup'])
})

test('a checked library whose place was never made empty is only a copy: it goes, the library stays', async () => {
  const { home, library, path } = await backedUp()
  const { folder } = library.layout
  await library.record([clientAdded('Came after the backup')])
  await library.close()
  await unpackBackup(path, `${folder}-ready`, checkLibrary)
  await finishReplacing(folder)
  expect((await openLibrary(folder)).facts.clients.size).toBe(2)
  expect((await readdir(home)).sort()).toEqual(['library', 'whole.stipple-backup'])
  await finishReplacing(folder)
  expect((await stat(folder)).isDirectory()).toBe(true)
})
