import { existsSync, readdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pathInside, unpackZip } from '../../../scripts/unpack-zip.mjs'
import { makeZip, type ZipEntry } from './make-zip.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

function writeArchive(entries: readonly ZipEntry[]) {
  const folder = makeTemporaryFolder()
  const zip = join(folder, 'archive.zip')
  writeFileSync(zip, makeZip(entries))
  return { folder, zip, target: join(folder, 'target') }
}

test('keeps contents, folders, file modes and symbolic links', async () => {
  const { zip, target } = writeArchive([
    { name: 'bin/', unixMode: 0o040755 },
    { name: 'bin/run', content: 'go', unixMode: 0o100755 },
    { name: 'deep/er/plain.txt', content: 'text', unixMode: 0o100644 },
    { name: 'bin/link', content: '../deep/er/plain.txt', unixMode: 0o120777 },
  ])
  await unpackZip(zip, target)
  expect(readFileSync(join(target, 'bin/run'), 'utf8')).toBe('go')
  expect(statSync(join(target, 'bin/run')).mode & 0o100).toBe(0o100)
  expect(statSync(join(target, 'deep/er/plain.txt')).mode & 0o111).toBe(0)
  expect(readlinkSync(join(target, 'bin/link'))).toBe('../deep/er/plain.txt')
  expect(readFileSync(join(target, 'bin/link'), 'utf8')).toBe('text')
})

test('unpacks only the wanted folder, without its name and without what is skipped', async () => {
  const { zip, target } = writeArchive([
    { name: 'Product/', unixMode: 0o040755 },
    { name: 'Product/keep', content: '1' },
    { name: 'Product/resources/app/index.js', content: '2' },
    { name: 'Other/file', content: '3' },
  ])
  await unpackZip(zip, target, { below: 'Product/', skips: (name) => name.startsWith('resources/') })
  expect(readdirSync(target)).toEqual(['keep'])
})

test.each(['../evil', 'Product/../../evil', '/evil-at-root', 'Product\\..\\..\\evil'])(
  'refuses the name %s',
  async (name) => {
    const { folder, zip, target } = writeArchive([{ name, content: 'x' }])
    await expect(unpackZip(zip, target)).rejects.toThrow()
    expect(existsSync(join(folder, 'evil'))).toBe(false)
    expect(existsSync('/evil-at-root')).toBe(false)
  },
)

test.each(['../outside', '/etc/passwd', 'sub/../../outside'])('refuses a link to %s', async (pointsTo) => {
  const { zip, target } = writeArchive([{ name: 'link', content: pointsTo, unixMode: 0o120777 }])
  await expect(unpackZip(zip, target)).rejects.toThrow(/out of its folder|leaves its folder/)
  expect(existsSync(join(target, 'link'))).toBe(false)
})

test('writes no file through a link of the same archive', async () => {
  const { zip, target } = writeArchive([
    { name: 'real/', unixMode: 0o040755 },
    { name: 'link', content: 'real', unixMode: 0o120777 },
    { name: 'link/file', content: 'x' },
  ])
  await expect(unpackZip(zip, target)).rejects.toThrow(/EEXIST/)
  expect(existsSync(join(target, 'real/file'))).toBe(false)
})

test('refuses to write over a file', async () => {
  const { zip, target } = writeArchive([
    { name: 'same', content: 'first' },
    { name: 'same', content: 'second' },
  ])
  await expect(unpackZip(zip, target)).rejects.toThrow(/EEXIST/)
  expect(readFileSync(join(target, 'same'), 'utf8')).toBe('first')
})

test('refuses a damaged archive', async () => {
  const folder = makeTemporaryFolder()
  const zip = join(folder, 'archive.zip')
  const bytes = makeZip([{ name: 'file', content: 'content' }])
  writeFileSync(zip, bytes.subarray(0, bytes.length - 30))
  await expect(unpackZip(zip, join(folder, 'target'))).rejects.toThrow()
})

test('a path inside stays inside, whatever the name', () => {
  expect(pathInside('/a/b', 'c/d')).toBe('/a/b/c/d')
  expect(() => pathInside('/a/b', '../bc')).toThrow(/leaves its folder/)
  expect(() => pathInside('/a/b', '/a/bc')).toThrow(/leaves its folder/)
})
