import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { bundleScript, bundlesFolder } from '../bundle-script.mjs'
import { temporaryFolder } from '../library/temporary-library.ts'

/** Bundles a writer of this folder, so that a plain Node runs it; the bundle's path. */
export function bundleWriter(name: string): Promise<string> {
  return bundleScript(join(import.meta.dirname, `${name}.ts`), bundlesFolder)
}

/**
 * Runs a writer until it is killed `afterMs` after it first said something, or until what is done in the place of the kill has ended it; the lines that it said.
 */
export async function runUntilKilled(
  writer: string,
  libraryFolder: string,
  when: string,
  afterMs: number,
  endInstead?: (child: ChildProcess, saidUntilThen: string[]) => unknown,
): Promise<string[]> {
  const sources = await temporaryFolder()
  const child = spawn(process.execPath, [writer, libraryFolder, sources, when], {
    // a writer that loses its disk complains of it
    stdio: ['ignore', 'pipe', endInstead ? 'ignore' : 'inherit'],
  })
  let said = ''
  let timer: NodeJS.Timeout | undefined
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    timer ??= setTimeout(() => (endInstead ? endInstead(child, linesOf(said)) : child.kill('SIGKILL')), afterMs)
  })
  await new Promise((resolve) => child.on('close', resolve))
  clearTimeout(timer)
  return linesOf(said)
}

/** What comes after the last line feed wasn't said whole. */
function linesOf(said: string): string[] {
  return said.split('\n').slice(0, -1)
}
