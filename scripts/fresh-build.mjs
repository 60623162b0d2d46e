import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { runCommand } from './run-command.mjs'

const sources = ['electron', 'renderer', 'shared', 'package-lock.json', 'package.json', 'vite.config.ts']

/**
 * Builds the app into dist/, unless dist/ was built from exactly the present sources.
 * @param {{ appFolder: string, log: (line: string) => void }} options
 * @returns {Promise<void>}
 * @throws {Error} with Vite's output when the build fails
 */
export async function ensureFreshBuild({ appFolder, log }) {
  const stampPath = join(appFolder, 'dist', 'built-from')
  const fingerprint = await fingerprintFiles(appFolder, sources)
  if (existsSync(stampPath) && (await readFile(stampPath, 'utf8')) === fingerprint) return

  log('Building …')
  await rm(stampPath, { force: true })
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js')
  // a test that builds mustn't pass on that it is a test: the product is built, as for release
  const { VITEST: _vitest, NODE_ENV: _nodeEnv, ...env } = process.env
  const build = await runCommand(process.execPath, [vite, 'build'], { cwd: appFolder, env })
  if (build.exitCode !== 0) throw new Error(`The build failed:\n${build.stdout}${build.stderr}`)
  await writeFile(stampPath, fingerprint)
}

/**
 * One hash over the names, sizes and modification times of files and of everything in folders.
 * @param {string} root
 * @param {readonly string[]} names relative to `root`; missing ones are skipped
 * @returns {Promise<string>}
 */
export async function fingerprintFiles(root, names) {
  const hash = createHash('sha256')
  for (const name of names) {
    const path = join(root, name)
    if (!existsSync(path)) continue
    const inFolder = (await stat(path)).isDirectory()
    const files = inFolder ? (await readdir(path, { recursive: true })).sort().map((file) => join(path, file)) : [path]
    for (const file of files) {
      const { size, mtimeMs } = await stat(file)
      hash.update(`${file.slice(root.length)}\0${size}\0${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}
