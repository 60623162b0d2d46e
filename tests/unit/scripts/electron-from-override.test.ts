import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findOverrideElectron } from '../../../scripts/electron-from-override.mjs'
import { makeTemporaryFolder } from './temporary-folder.ts'

test('there is no override without the variable', () => {
  expect(findOverrideElectron({}, 'linux')).toBeUndefined()
})

test.each([
  ['linux', 'electron'],
  ['win32', 'electron.exe'],
  ['darwin', 'Electron.app/Contents/MacOS/Electron'],
] as const)('finds the executable of %s and its version', (platform, executable) => {
  const folder = makeTemporaryFolder()
  const executablePath = join(folder, executable)
  mkdirSync(join(executablePath, '..'), { recursive: true })
  writeFileSync(executablePath, '')
  writeFileSync(join(folder, 'version'), 'v45.1.2\n')
  const env = { ELECTRON_OVERRIDE_DIST_PATH: folder }
  expect(findOverrideElectron(env, platform)).toEqual({ executablePath, version: '45.1.2' })
})

test('an override without Electron is refused, not passed over', () => {
  const env = { ELECTRON_OVERRIDE_DIST_PATH: makeTemporaryFolder() }
  expect(() => findOverrideElectron(env, 'linux')).toThrow(/folder without Electron/)
})
