import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { lstat, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../../electron/library/durable-files.ts'
import { libraryLayout } from '../../electron/library/layout.ts'
import { isOriginalPresent, keepOriginal, stageOriginal } from '../../electron/library/originals.ts'
import { temporaryFolder } from './temporary-library.ts'

const samplePhoto = join(import.meta.dirname, '../../resources/sample-client/top_before.jpg')

async function emptyLayout() {
  const layout = libraryLayout(await temporaryFolder())
  await makeFolder(layout.objects)
  return layout
}

test('an original is kept byte for byte under its hash, read-only, and its source stays', async () => {
  const layout = await emptyLayout()
  const bytes = await readFile(samplePhoto)
  const staged = await stageOriginal(layout, samplePhoto)
  expect(staged.photoId).toBe(createHash('sha256').update(bytes).digest('hex'))
  await keepOriginal(layout, staged)
  const kept = layout.object(staged.photoId)
  expect((await readFile(kept)).equals(bytes)).toBe(true)
  expect((await lstat(kept)).mode & 0o777).toBe(0o400)
  expect(await readdir(layout.staging)).toEqual([])
  expect((await readFile(samplePhoto)).equals(bytes)).toBe(true)
  expect(await isOriginalPresent(layout, staged.photoId, bytes.length)).toBe(true)
  expect(await isOriginalPresent(layout, staged.photoId, bytes.length - 1)).toBe(false)
})

test('keeping the same original twice is no error and changes nothing', async () => {
  const layout = await emptyLayout()
  const first = await stageOriginal(layout, samplePhoto)
  await keepOriginal(layout, first)
  await keepOriginal(layout, first)
  expect(await isOriginalPresent(layout, first.photoId, first.byteSize)).toBe(true)
})

test('links, pipes, devices, folders, empty and absent files are refused by name and leave nothing behind', async () => {
  const layout = await emptyLayout()
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
    await expect(stageOriginal(layout, join(folder, fileName))).rejects.toMatchObject({ code, details: { fileName } })
  }
  await expect(stageOriginal(layout, '/dev/zero')).rejects.toMatchObject({ code: 'file-unreadable' })
  expect(await readdir(layout.staging).catch(() => [])).toEqual([])
})

test('hostile names are only names', async () => {
  const layout = await emptyLayout()
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
    const staged = await stageOriginal(layout, join(folder, fileName))
    expect(staged.fileName).toBe(fileName)
    await keepOriginal(layout, staged)
    expect(await isOriginalPresent(layout, staged.photoId, staged.byteSize)).toBe(true)
  }
})

test('a cancelled copy leaves nothing behind', async () => {
  const layout = await emptyLayout()
  await expect(stageOriginal(layout, samplePhoto, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' })
  expect(await readdir(layout.staging)).toEqual([])
})
