import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { electronExecutable } from './electron-executable.mjs'

/**
 * The Electron in the folder that ELECTRON_OVERRIDE_DIST_PATH names; undefined when it names none.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {{ executablePath: string, version: string } | undefined}
 * @throws {Error} when the named folder holds no Electron
 */
export function findOverrideElectron(env = process.env, platform = process.platform) {
  if (!env.ELECTRON_OVERRIDE_DIST_PATH) return undefined
  const distFolder = resolve(env.ELECTRON_OVERRIDE_DIST_PATH)
  const executablePath = electronExecutable(distFolder, platform)
  if (!existsSync(executablePath)) {
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names a folder without Electron: ${executablePath} does not exist.`)
  }
  const versionFile = join(distFolder, 'version')
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : 'unknown'
  return { executablePath, version }
}
