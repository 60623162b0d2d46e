import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFile, lstat, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { isOriginalIntact, isOriginalPresent, keepOriginal, stageOriginal } from '../../electron/library/originals.ts'
import { readSealedFile } from '../../electron/sealed/sealed-file.ts'
import { emptyLibraryFiles, temporaryFolder } from './temporary-library.ts'

const samplePhoto = join(import.meta.dirname, '../../resources/sample-client/top_before.jpg')

const clientId = '6f1f4b8e-9c3f-4b61-8a55-0d8a4c9f1e22'

test('an original is kept sealed, byte for byte, under a name of its own, read-only, and its source stays', async () => {
  const library = await emptyLibraryFiles()
  const { layout } = library
  const bytes = await readFile(samplePhoto)
  const staged = await stageOriginal(library, samplePhoto)
  expect(staged.photoId).toBe(createHash('sha256').update(bytes).digest('hex'))
  await keepOriginal(library, staged, clientId)
  const kept = layout.object(staged.photoId)
  expect(basename(kept)).not.toBe(staged.photoId)
  expect((await readFile(kept)).includes(bytes.subarray(1000, 1032))).toBe(false)
  expect(bytes.equals(await readSealedFile(kept, library.keys.fileKeyOf(kept)))).toBe(true)
  expect(await isOriginalIntact(library, staged.photoId)).toBe(true)
  expect((await lstat(kept)).mode & 0o777).toBe(0o400)
  expect(await readdir(layout.staging)).toEqual([])
  expect((await readFile(samplePhoto)).equals(bytes)).toBe(true)
  expect(await isOriginalPresent(layout, staged.photoId, bytes.length)).toBe(true)
  expect(await isOriginalPresent(layout, staged.photoId, bytes.length - 1)).toBe(false)
})

test('keeping the same original twice is no error and changes nothing', async () => {
  const library = await emptyLibraryFiles()
  const { layout } = library
  const first = await stageOriginal(library, samplePhoto)
  await keepOriginal(library, first, clientId)
  await keepOriginal(library, first, clientId)
  expect(await isOriginalPresent(layout, first.photoId, first.byteSize)).toBe(true)
})

test('links, pipes, devices, folders, empty and absent files are refused by name and leave nothing behind', async () => {
  const library = await emptyLibraryFiles()
  const { layout } = library
  const folder = await temporaryFolder()
  await symlink(samplePhoto, join(folder, 'link.jpg'))
  execFileSync('mkfifo', [join(folder, 'pipe.jpg')])
  await mkdir(join(folder, 'folder.jpg'))
  await writeFile(join(folder, 'empty.jpg'), '')
  const expected = {
    'link.jpg': 'file-unreadable',
    'pipe.jpg': 'file-unreadable',
    'folder.jpg': 'file-unreadable',
    'absent.jpg': 'file-unreadable',
    'empty.jpg': 'unsupported-format',
  }
  for (const [fileName, code] of Object.entries(expected)) {
    await expect(stageOriginal(library, join(folder, fileName))).rejects.toMatchObject({ code, details: { fileName } })
  }
  await expect(stageOriginal(library, '/dev/zero')).rejects.toMatchObject({ code: 'file-unreadable' })
  expect(await readdir(layout.staging).catch(() => [])).toEqual([])
})

test('hostile names are only names', async () => {
  const library = await emptyLibraryFiles()
  const { layout } = library
  const folder = await temporaryFolder()
  const bytes = await readFile(samplePhoto)
  for (const [index, fileName] of [
    '..%2f..%2fetc',
    'a\nb.jpg',
    '😀é.jpg',
    'CON',
    `${'n'.repeat(250)}.jpg`,
    '‮gpj.exe',
  ].entries()) {
    await writeFile(join(folder, fileName), Buffer.concat([bytes, Buffer.from([index])]))
    const staged = await stageOriginal(library, join(folder, fileName))
    expect(staged.fileName).toBe(fileName)
    await keepOriginal(library, staged, clientId)
    expect(await isOriginalPresent(layout, staged.photoId, staged.byteSize)).toBe(true)
  }
})

test('a cancelled copy leaves nothing behind', async () => {
  const library = await emptyLibraryFiles()
  const { layout } = library
  await expect(stageOriginal(library, samplePhoto, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' })
  expect(await readdir(layout.staging)).toEqual([])
})

test('one file can’t pass for another, whoever’s it is', async () => {
  const library = await emptyLibraryFiles()
  const folder = await temporaryFolder()
  const staged: string[] = []
  for (const name of ['one', 'other']) {
    await writeFile(join(folder, name), `a photo of ${name}`)
    const original = await stageOriginal(library, join(folder, name))
    await keepOriginal(library, original, clientId)
    staged.push(library.layout.object(original.photoId))
  }
  await copyFile(staged[0]!, join(folder, 'swapped'))
  await rm(staged[1]!)
  await copyFile(join(folder, 'swapped'), staged[1]!)
  expect(() => library.keys.fileKeyOf(staged[1]!)).toThrow(
    expect.objectContaining({
      code: 'picture-damaged',
      details: expect.objectContaining({ fileName: basename(staged[1]!) }),
    }),
  )
})

test('an original that another client left behind is wrapped for the new one, also when the save is tried again', async () => {
  const library = await emptyLibraryFiles()
  const keyIdIn = async (path: string) => (await readFile(path)).toString('hex', 9, 25)
  const other = '3c2d1a40-5b6e-4f70-8a91-b2c3d4e5f601'
  const first = await stageOriginal(library, samplePhoto)
  await keepOriginal(library, first, other)
  const kept = library.layout.object(first.photoId)
  expect(await keyIdIn(kept)).toBe(await library.keys.keyIdFor(other))
  await keepOriginal(library, first, clientId)
  expect(await keyIdIn(kept)).toBe(await library.keys.keyIdFor(clientId))
  await keepOriginal(library, await stageOriginal(library, samplePhoto), other)
  expect(await keyIdIn(kept)).toBe(await library.keys.keyIdFor(other))
  expect(await isOriginalIntact(library, first.photoId)).toBe(true)
  expect((await lstat(kept)).mode & 0o777).toBe(0o400)
})
