import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import {
  aptCommandText,
  chooseAptNames,
  electronPackages,
  fontPackages,
  parseInstallable,
  perlPackages,
  virtualDisplayPackages,
} from './apt-packages.mjs'
import { runCommand } from './run-command.mjs'

/**
 * Makes sure that a Linux system has what Electron needs to run, and Xvfb where there is no display. As root on a
 * Debian-like system it installs what is missing; elsewhere it says what to type. Does nothing on other systems.
 * @param {{ executablePath: string, needsDisplay: boolean, log: (line: string) => void }} options
 *   `needsDisplay`: a virtual display must be possible
 * @returns {Promise<void>}
 * @throws {Error} with the exact command, when something is missing that cannot be installed here
 */
export async function ensureSystemLibraries({ executablePath, needsDisplay, log }) {
  if (process.platform !== 'linux') return
  const missing = await findMissing(executablePath, needsDisplay)
  if (missing.packages.length === 0) return

  const hasApt = await isOnPath('apt-get')
  if (!hasApt) {
    throw new Error(
      `This system lacks ${missing.names.join(', ')}. Install them with its package manager and start again (on Debian: ${aptCommandText(chooseAptNames(missing.packages, new Set()))}).`,
    )
  }
  if (process.getuid?.() !== 0) {
    const command = aptCommandText(chooseAptNames(missing.packages, await findInstallable(missing.packages)))
    throw new Error(`This system lacks ${missing.names.join(', ')}. To install what is missing, type:\n  ${command}`)
  }
  log(`Installing system packages for Electron (missing: ${missing.names.join(', ')}) …`)
  await installWithApt(missing.packages)
  const stillMissing = await findMissing(executablePath, needsDisplay)
  if (stillMissing.names.length > 0) {
    throw new Error(`Electron still lacks ${stillMissing.names.join(', ')} after the installation.`)
  }
}

/**
 * @param {string} executablePath
 * @param {boolean} needsDisplay
 */
async function findMissing(executablePath, needsDisplay) {
  const libraries = parseMissingLibraries((await runCommand('ldd', [executablePath])).stdout)
  const displayPrograms = []
  if (needsDisplay) {
    for (const program of ['Xvfb', 'xauth']) if (!(await isOnPath(program))) displayPrograms.push(program)
  }
  const fonts = (await hasFonts()) ? [] : ['fonts']
  const perl = (await isOnPath('perl')) ? [] : ['perl']
  return {
    names: [...libraries, ...displayPrograms, ...fonts, ...perl],
    packages: [
      ...(libraries.length > 0 ? electronPackages : []),
      ...(displayPrograms.length > 0 ? virtualDisplayPackages : []),
      ...(fonts.length > 0 ? fontPackages : []),
      ...(perl.length > 0 ? perlPackages : []),
    ],
  }
}

/**
 * The shared libraries that `ldd` could not find.
 * @param {string} lddOutput
 * @returns {string[]}
 */
export function parseMissingLibraries(lddOutput) {
  const missing = [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => /** @type {string} */ (match[1]))
  return [...new Set(missing)]
}

async function hasFonts() {
  const list = await runCommand('fc-list', [])
  return list.exitCode === 0 && list.stdout.trim() !== ''
}

/** @param {readonly (readonly string[])[]} packages */
async function findInstallable(packages) {
  const policy = await runCommand('apt-cache', ['policy', ...packages.flat()], {
    env: { ...process.env, LC_ALL: 'C' },
  })
  return parseInstallable(policy.stdout)
}

/** @param {readonly (readonly string[])[]} packages */
async function installWithApt(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // An update may fail for one unreachable source and the packages still be at hand, so only the installation counts.
  const update = await runCommand('apt-get', ['update'], { env })
  const aptNames = chooseAptNames(packages, await findInstallable(packages))
  const install = await runCommand('apt-get', ['install', '-y', '--no-install-recommends', ...aptNames], { env })
  if (install.exitCode !== 0) {
    throw new Error(
      `The system packages could not be installed. The command was:\n  ${aptCommandText(aptNames)}\n${update.stderr}${install.stderr}`.trim(),
    )
  }
}

/** @param {string} program */
async function isOnPath(program) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    try {
      await access(join(folder, program), constants.X_OK)
      return true
    } catch {
      // Look in the next folder.
    }
  }
  return false
}
