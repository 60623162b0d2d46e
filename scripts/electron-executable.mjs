import { join } from 'node:path'

/**
 * The executable inside an unpacked stock Electron.
 * @param {string} distFolder
 * @param {NodeJS.Platform} [platform]
 * @returns {string}
 */
export function electronExecutable(distFolder, platform = process.platform) {
  if (platform === 'darwin') return join(distFolder, 'Electron.app', 'Contents', 'MacOS', 'Electron')
  return join(distFolder, platform === 'win32' ? 'electron.exe' : 'electron')
}
