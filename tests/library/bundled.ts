import { join } from 'node:path'
import { build } from 'vite'
import { temporaryFolder } from './temporary-library.ts'

/** Bundles a script of the tests so that a plain Node runs it as a process of its own; the path of the bundle. */
export async function bundled(entry: string): Promise<string> {
  const outDir = await temporaryFolder()
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: entry, outDir, emptyOutDir: false, rolldownOptions: { output: { entryFileNames: 'script.mjs' } } },
  })
  return join(outDir, 'script.mjs')
}
