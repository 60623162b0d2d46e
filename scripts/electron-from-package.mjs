import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { cacheFolder } from './cache-folder.mjs'
import { electronExecutable } from './electron-executable.mjs'
import { withFolderLock } from './folder-lock.mjs'
import { runCommand } from './run-command.mjs'

const rememberFailureMs = 60 * 60_000
const timeoutMsWithFallback = 60_000
const timeoutMsWithoutFallback = 15 * 60_000

/**
 * The Electron of the installed `electron` package; its own installer fetches it when it is not there yet.
 * Undefined, with one plain line in the log, when it cannot be fetched. Where a fallback exists, the time is short
 * (STIPPLE_ELECTRON_TIMEOUT_MS overrides it) and a failure is remembered for an hour, so that not every start waits.
 * @param {{ log: (line: string) => void, hasFallback: boolean, env?: NodeJS.ProcessEnv, packageFolder?: string | undefined }} options
 * @returns {Promise<{ executablePath: string, version: string } | undefined>}
 */
export async function fetchPackageElectron({
  log,
  hasFallback,
  env = process.env,
  packageFolder = findPackageFolder(),
}) {
  if (!packageFolder) {
    log('The electron package is not installed (npm ci installs it).')
    return undefined
  }
  const installed = findInstalled(packageFolder)
  if (installed) return installed

  const version = packageVersion(packageFolder)
  const electronCache = join(cacheFolder(env), 'electron')
  const name = `package-${version}-${process.platform}-${process.arch}`
  const failureMark = join(electronCache, `${name}.failed`)
  return withFolderLock(join(electronCache, `${name}.lock`), async () => {
    const installedMeanwhile = findInstalled(packageFolder)
    if (installedMeanwhile) return installedMeanwhile
    if (hasFallback && (await isFresh(failureMark))) return undefined

    log(`Fetching Electron ${version} …`)
    const timeoutMs =
      positiveNumber(env.STIPPLE_ELECTRON_TIMEOUT_MS) ??
      (hasFallback ? timeoutMsWithFallback : timeoutMsWithoutFallback)
    const result = await runCommand(process.execPath, [join(packageFolder, 'install.js')], { env, timeoutMs })
    const fetched = findInstalled(packageFolder)
    if (fetched) {
      await rm(failureMark, { force: true })
      return fetched
    }
    const reason = result.timedOut ? `not finished after ${Math.round(timeoutMs / 1000)} s` : firstLine(result.stderr)
    log(`Electron ${version} could not be fetched from its usual place: ${reason}.`)
    await mkdir(electronCache, { recursive: true })
    await writeFile(failureMark, `${reason}\n`)
    return undefined
  })
}

/** @returns {string | undefined} */
function findPackageFolder() {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch {
    return undefined
  }
}

/** @param {string} packageFolder */
function packageVersion(packageFolder) {
  return /** @type {string} */ (JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version)
}

/**
 * Complete means what the package itself takes for complete: path.txt is written last.
 * @param {string} packageFolder
 */
function findInstalled(packageFolder) {
  const version = packageVersion(packageFolder)
  const executablePath = electronExecutable(join(packageFolder, 'dist'))
  const versionFile = join(packageFolder, 'dist', 'version')
  const isComplete =
    existsSync(join(packageFolder, 'path.txt')) &&
    existsSync(executablePath) &&
    existsSync(versionFile) &&
    readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') === version
  return isComplete ? { executablePath, version } : undefined
}

/** @param {string} failureMark */
async function isFresh(failureMark) {
  try {
    return Date.now() - (await stat(failureMark)).mtimeMs < rememberFailureMs
  } catch {
    return false
  }
}

/** @param {string | undefined} text */
function positiveNumber(text) {
  const number = Number(text)
  return number > 0 ? number : undefined
}

/** @param {string} text */
function firstLine(text) {
  const line = text.split('\n').find((candidate) => candidate.trim() !== '')
  return line?.trim().replace(/^\w*Error: /, '') ?? 'its installer said nothing'
}
