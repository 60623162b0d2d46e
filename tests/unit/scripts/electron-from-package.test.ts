import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { electronExecutable } from '../../../scripts/electron-executable.mjs'
import { fetchPackageElectron } from '../../../scripts/electron-from-package.mjs'
import { makeTemporaryFolder } from './temporary-folder.ts'

const countsRuns = `require('node:fs').appendFileSync(require('node:path').join(__dirname, 'runs'), 'x')\n`
const fails = `${countsRuns}console.error('\\nTypeError: fetch failed\\n    at somewhere'); process.exit(1)`
const hangs = `${countsRuns}setTimeout(() => {}, 60_000)`
const installs = `${countsRuns}
const fs = require('node:fs'), path = require('node:path')
const executable = process.env.TEST_EXECUTABLE
fs.mkdirSync(path.dirname(executable), { recursive: true })
fs.writeFileSync(executable, '')
fs.writeFileSync(path.join(__dirname, 'dist/version'), '45.9.9')
fs.writeFileSync(path.join(__dirname, 'path.txt'), 'electron')`

function makePackage(installer: string) {
  const folder = makeTemporaryFolder()
  const packageFolder = join(folder, 'electron')
  mkdirSync(packageFolder)
  writeFileSync(join(packageFolder, 'package.json'), JSON.stringify({ name: 'electron', version: '45.9.9' }))
  writeFileSync(join(packageFolder, 'install.js'), installer)
  writeFileSync(join(packageFolder, 'runs'), '')
  const executablePath = electronExecutable(join(packageFolder, 'dist'))
  const lines: string[] = []
  return {
    packageFolder,
    executablePath,
    lines,
    cache: join(folder, 'cache'),
    countRuns: () => readFileSync(join(packageFolder, 'runs'), 'utf8').length,
    fetch: (hasFallback = true, env: Record<string, string> = {}) =>
      fetchPackageElectron({
        log: (line) => lines.push(line),
        hasFallback,
        packageFolder,
        env: { ...process.env, STIPPLE_CACHE_DIR: join(folder, 'cache'), TEST_EXECUTABLE: executablePath, ...env },
      }),
  }
}

test("runs the package's own installer once, then finds what it installed", async () => {
  const { fetch, executablePath, countRuns } = makePackage(installs)
  expect(await fetch()).toEqual({ executablePath, version: '45.9.9' })
  expect(await fetch()).toEqual({ executablePath, version: '45.9.9' })
  expect(countRuns()).toBe(1)
})

test('two starts at once run the installer once', async () => {
  const { fetch, countRuns } = makePackage(installs)
  const [first, second] = await Promise.all([fetch(), fetch()])
  expect(first).toEqual(second)
  expect(countRuns()).toBe(1)
})

test('a failure is told in one plain line and remembered for an hour', async () => {
  const { fetch, lines, countRuns, cache } = makePackage(fails)
  expect(await fetch()).toBeUndefined()
  expect(lines.at(-1)).toBe('Electron 45.9.9 could not be fetched from its usual place: fetch failed.')
  expect(await fetch()).toBeUndefined()
  expect(countRuns()).toBe(1)

  const mark = readdirSync(join(cache, 'electron')).find((name) => name.endsWith('.failed'))
  const moreThanAnHourAgo = new Date(Date.now() - 61 * 60_000)
  utimesSync(join(cache, 'electron', mark ?? ''), moreThanAnHourAgo, moreThanAnHourAgo)
  expect(await fetch()).toBeUndefined()
  expect(countRuns()).toBe(2)
})

test('where there is no fallback every start tries again', async () => {
  const { fetch, countRuns } = makePackage(fails)
  await fetch(false)
  await fetch(false)
  expect(countRuns()).toBe(2)
})

test('an installer that hangs is ended after the time allowed', async () => {
  const { fetch, lines } = makePackage(hangs)
  expect(await fetch(true, { STIPPLE_ELECTRON_TIMEOUT_MS: '1000' })).toBeUndefined()
  expect(lines.at(-1)).toMatch(/not finished after 1 s/)
})

test('a half-finished installation does not count as installed', async () => {
  const { fetch, packageFolder, executablePath, countRuns } = makePackage(fails)
  mkdirSync(join(executablePath, '..'), { recursive: true })
  writeFileSync(executablePath, '')
  writeFileSync(join(packageFolder, 'dist', 'version'), '45.9.9')
  expect(await fetch()).toBeUndefined()
  expect(countRuns()).toBe(1)
})
