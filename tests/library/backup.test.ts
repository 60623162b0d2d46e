import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { librarySource } from '../../electron/library/backup/library-source.ts'
import { inspectBackup, unpackBackup } from '../../electron/library/backup/restore-backup.ts'
import { makeBackup } from '../../electron/library/backup/write-backup.ts'
import { checkLibrary } from '../../electron/library/check-library.ts'
import type { Library } from '../../electron/library/library.ts'
import { bundleScript } from '../bundle-script.mjs'
import { addPhotos, openLibrary } from './filled-library.ts'
import { contentOf } from './folder-content.ts'
import { factsIn } from './library-content.ts'
import { clientAdded, temporaryFolder } from './temporary-library.ts'

async function filled(photoCount = 3) {
  const library = await openLibrary(join(await temporaryFolder(), 'library'))
  const photoIds = await addPhotos(library, photoCount)
  const target = join(await temporaryFolder(), 'Stipple backup.stipple-backup')
  return { library, photoIds, target }
}

async function damage(library: Library, photoId: string): Promise<void> {
  const path = library.layout.object(photoId)
  const bytes = await readFile(path)
  bytes[10]! ^= 1
  await rm(path)
  await writeFile(path, bytes)
}

const backUp = (library: Library, target: string, options = {}) => makeBackup(librarySource(library), target, options)

test('a library comes back from its backup byte for byte, and opens', async () => {
  const { library, target } = await filled()
  await mkdir(library.layout.derived, { recursive: true })
  await writeFile(join(library.layout.derived, 'thumb'), 'disposable')
  const done = await backUp(library, target)
  expect(done).toMatchObject({ carriedOver: 0, missingCount: 0, damagedCount: 0, strangers: 0 })
  expect(done.byteSize).toBe((await stat(target)).size)
  const { manifest } = await inspectBackup(target)
  expect(manifest).toMatchObject({ clientCount: 1, photoCount: 3, missingCount: 0 })
  const folder = join(await temporaryFolder(), 'restored')
  await unpackBackup(target, folder, checkLibrary)
  expect(await contentOf(folder)).toEqual(await contentOf(library.layout.folder))
  expect([...(await contentOf(folder)).keys()]).toContain('/keys.json')
  const restored = await openLibrary(folder)
  expect(factsIn(restored)).toEqual(factsIn(library))
  await restored.settle()
  expect(restored.notices).toEqual([])
})

test('a usual tar program reads a backup', async () => {
  const { library, target } = await filled()
  await backUp(library, target)
  const folder = await temporaryFolder()
  const tar = spawn('tar', ['-xf', target, '-C', folder])
  const [code] = await once(tar, 'exit')
  expect(code).toBe(0)
  expect(await readFile(join(folder, 'ledger', '000001.log'))).toEqual(await readFile(library.layout.ledger))
  expect(await readdir(folder)).toContain('manifest.json')
})

test('a backup made while the library is written to holds one moment of it, with every photo of that moment', async () => {
  const { library, target } = await filled()
  let isDone = false
  const writing = (async () => {
    while (!isDone) await addPhotos(library, 1)
  })()
  expect(await backUp(library, target)).toMatchObject({ added: null, missingCount: 0 })
  const { lastSeq, added, missingCount } = await backUp(library, target)
  expect(added).not.toBeNull()
  expect(missingCount).toBe(0)
  isDone = true
  await writing
  expect(library.lastSeq).toBeGreaterThan(lastSeq)
  const folder = join(await temporaryFolder(), 'restored')
  await unpackBackup(target, folder, checkLibrary)
  const restored = await openLibrary(folder)
  expect(restored.lastSeq).toBe(lastSeq)
  await restored.settle()
  expect(restored.notices.filter(({ kind }) => kind !== 'orphans-found')).toEqual([])
})

test('backing up again onto the same file adds what is new', async () => {
  const { library, target } = await filled()
  await backUp(library, target)
  await addPhotos(library, 2)
  await backUp(library, target)
  expect((await inspectBackup(target)).manifest).toMatchObject({ clientCount: 2, photoCount: 5 })
  expect(await readdir(join(target, '..'))).toEqual(['Stipple backup.stipple-backup'])
})

test('what the library lost or has damaged is taken over from the earlier backup, never dropped', async () => {
  const { library, photoIds, target } = await filled()
  await backUp(library, target)
  const before = await contentOf(library.layout.folder)
  await rm(library.layout.object(photoIds[0]!))
  await damage(library, photoIds[1]!)
  expect(await backUp(library, target)).toMatchObject({ carriedOver: 2, missingCount: 0, damagedCount: 0 })
  const folder = join(await temporaryFolder(), 'restored')
  await unpackBackup(target, folder, checkLibrary)
  expect(await contentOf(folder)).toEqual(before)
})

test('what no backup has is counted as missing or damaged, and everything else is backed up', async () => {
  const { library, photoIds, target } = await filled()
  await rm(library.layout.object(photoIds[0]!))
  await damage(library, photoIds[1]!)
  expect(await backUp(library, target)).toMatchObject({ carriedOver: 0, missingCount: 1, damagedCount: 1 })
  expect((await inspectBackup(target)).manifest).toMatchObject({ missingCount: 1, damagedCount: 1 })
})

test('links and files that aren’t Stipple’s are left out and counted; those of the system are passed over', async () => {
  const { library, target } = await filled()
  const { folder } = library.layout
  await writeFile(join(folder, 'My notes.txt'), 'mine')
  await symlink('/etc/passwd', join(folder, 'objects', 'link'))
  await writeFile(join(folder, '.DS_Store'), 'system')
  expect(await backUp(library, target)).toMatchObject({ strangers: 2 })
})

test('the backup of another library, or of a later state, is left as it is', async () => {
  const { library, target } = await filled()
  const other = await filled()
  await backUp(other.library, target)
  const before = await readFile(target)
  await expect(backUp(library, target)).rejects.toMatchObject({ code: 'refused' })
  expect((await readFile(target)).equals(before)).toBe(true)
  // the same library, put back to what it was before the backup
  const older = join(await temporaryFolder(), 'older')
  await backUp(library, join(older, '..', 'first'))
  await unpackBackup(join(older, '..', 'first'), older, checkLibrary)
  await library.record([clientAdded('Ben')])
  const own = join(older, '..', 'second')
  await backUp(library, own)
  await expect(backUp(await openLibrary(older), own)).rejects.toMatchObject({ code: 'refused' })
})

test('a file that is no backup is left as it is; a damaged backup gives way to a whole one', async () => {
  const { library, target } = await filled()
  await writeFile(target, 'somebody’s letter'.repeat(500))
  await expect(backUp(library, target)).rejects.toMatchObject({ code: 'refused' })
  expect(await readFile(target, 'utf8')).toContain('letter')
  await rm(target)
  await backUp(library, target)
  await truncate(target, (await stat(target)).size - 512)
  await backUp(library, target)
  expect((await inspectBackup(target)).manifest.photoCount).toBe(3)
})

test('a backup into the library itself or onto a drive that is too full is refused before anything is written', async () => {
  const { library, target } = await filled()
  await expect(backUp(library, join(library.layout.folder, 'b'))).rejects.toMatchObject({ code: 'refused' })
  const freeBytes = async () => 1000
  await expect(backUp(library, target, { freeBytes })).rejects.toMatchObject({
    code: 'refused',
    details: { reason: expect.stringContaining('1 KB are free') },
  })
  expect(await readdir(join(target, '..'))).toEqual([])
})

test.each([
  [true, 'Writing'],
  [true, 'Reading it again'],
  [false, 'Comparing with the backup before'],
  [false, 'Writing'],
  [false, 'Reading it again'],
])(
  'cancelled (written anew: %s) while “%s”, the backup before stays and nothing is left beside it',
  async (isWhole, at) => {
    const { library, target } = await filled()
    await backUp(library, target)
    const before = await readFile(target)
    await addPhotos(library, 2)
    const abort = new AbortController()
    const onProgress = (_fraction: number, step: string) => step === at && abort.abort()
    await expect(backUp(library, target, { isWhole, signal: abort.signal, onProgress })).rejects.toMatchObject({
      code: 'cancelled',
    })
    expect((await readFile(target)).equals(before)).toBe(true)
    expect(await readdir(join(target, '..'))).toHaveLength(1)
  },
)

test.each([
  ['written anew', true],
  ['added', false],
])('a byte that the drive didn’t keep of what was %s is found before the backup is called done', async (_, isWhole) => {
  const { library, target } = await filled()
  await backUp(library, target)
  const before = await readFile(target)
  await addPhotos(library, 1)
  const [path, at] = isWhole ? [`${target}.part`, 1600] : [target, before.indexOf('format.json') + 600]
  const onProgress = (fraction: number, step: string) => {
    if (step !== 'Writing' || fraction < 0.6) return
    const file = openSync(path, 'r+')
    const byte = Buffer.alloc(1)
    readSync(file, byte, 0, 1, at)
    writeSync(file, Buffer.from([byte[0]! ^ 1]), 0, 1, at)
    closeSync(file)
  }
  await expect(backUp(library, target, { isWhole, onProgress })).rejects.toMatchObject({
    code: 'refused',
    details: { reason: expect.stringContaining('didn’t keep') },
  })
  expect((await readFile(target)).equals(before)).toBe(true)
  expect(await readdir(join(target, '..'))).toHaveLength(1)
})

test.each([
  ['written anew', 'whole'],
  ['added to', 'add'],
])(
  'killed at any moment while it is %s, a whole backup is there; the next one clears what was left',
  async (_, mode) => {
    const { library, target } = await filled()
    await addPhotos(library, 12, 900_000)
    await backUp(library, target)
    const script = await bundleScript(join(import.meta.dirname, 'back-up-for-ever.ts'), await temporaryFolder(), {
      isWhole: true,
    })
    const before = (await inspectBackup(target)).manifest
    const left: number[] = []
    const moments = [5, 15, 25, 30, 40, 50, 60, 90]
    // goes on until it was killed at work at least once
    for (let round = 0; round < moments.length || (Math.max(...left) < 2 && round < 80); round++) {
      const child = spawn(process.execPath, [script, library.layout.folder, target, mode], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      await once(child.stdout, 'data')
      await wait(moments[round % moments.length]! + round)
      child.kill('SIGKILL')
      await once(child, 'exit')
      left.push((await readdir(join(target, '..'))).length)
      const folder = join(await temporaryFolder(), 'restored')
      expect((await unpackBackup(target, folder, checkLibrary)).entries).toEqual(before.entries)
    }
    expect(Math.max(...left)).toBe(2)
    await backUp(library, target)
    expect(await readdir(join(target, '..'))).toHaveLength(1)
  },
  60_000,
)
