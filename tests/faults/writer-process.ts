import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'vite'
import { temporaryFolder } from '../library/temporary-library.ts'

const root = join(import.meta.dirname, '../..')
const bundleFolder = join(root, '.cache/faults')

/** Bundles a writer of this folder, so that a plain Node runs it; the bundle's path. */
export async function bundleWriter(name: string): Promise<string> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, `${name}.ts`),
      outDir: bundleFolder,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  })
  return join(bundleFolder, `${name}.mjs`)
}

/** Runs a writer until it is killed `afterMs` after it first said something; the lines that it said. */
export async function runUntilKilled(
  writer: string,
  libraryFolder: string,
  when: string,
  afterMs: number,
): Promise<string[]> {
  const sources = await temporaryFolder()
  const child = spawn(process.execPath, [writer, libraryFolder, sources, when], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  let timer: NodeJS.Timeout | undefined
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    timer ??= setTimeout(() => child.kill('SIGKILL'), afterMs)
  })
  await new Promise((resolve) => child.on('close', resolve))
  clearTimeout(timer)
  // what comes after the last line feed wasn't said whole
  return said.split('\n').slice(0, -1)
}
