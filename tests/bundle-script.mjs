import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Where a bundle that takes its packages from the checkout may stand. */
export const bundlesFolder = join(root, '.cache/bundles')

/**
 * Bundles a script of the tests so that a plain Node runs it as a process of its own; the bundle's path. With `isWhole` its packages are in it, and it may stand anywhere.
 *
 * @param {string} entry path of a TypeScript file
 * @param {string} outDir folder for the bundle
 * @param {{ isWhole?: boolean }} [options]
 * @returns {Promise<string>}
 */
export async function bundleScript(entry, outDir, { isWhole = false } = {}) {
  const name = `${basename(entry, '.ts')}.mjs`
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ...(isWhole && { ssr: { noExternal: true } }),
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: name } },
    },
  })
  return join(outDir, name)
}
