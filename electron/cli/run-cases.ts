import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { engineCount } from './engines.ts'

/** Works on each of a list's cases, as many at once as there are engines, and writes the results in the list's order. Tells on a terminal how far it is. */
export async function runCases<Case>(
  cases: readonly Case[],
  outPath: string,
  work: (one: Case) => Promise<unknown>,
): Promise<void> {
  const results: unknown[] = new Array(cases.length)
  let next = 0
  let done = 0
  const workOn = async () => {
    for (let index = next++; index < cases.length; index = next++) {
      results[index] = await work(cases[index]!)
      done++
      if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${cases.length}`)
    }
  }
  await Promise.all(Array.from({ length: engineCount }, workOn))
  if (process.stderr.isTTY) process.stderr.write('\n')
  await writeFile(outPath, `${JSON.stringify(results, null, 1)}\n`).catch((cause) => {
    throw new AppError(
      'folder-unavailable',
      { fileName: basename(outPath), reason: 'The file can’t be written.' },
      { cause },
    )
  })
}
