import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { toMoving } from '../../shared/domain/geometry/transform.ts'
import { AppError } from '../../shared/errors.ts'
import type { EnginePool } from '../engine-pool/engine-pool.ts'
import { type AlignmentCase, readAlignmentCases } from './alignment-cases.ts'
import { engineCount } from './engines.ts'
import { codeOf, explain } from './explain-error.ts'
import { refuseOverwriting } from './refuse-overwriting.ts'

/** Aligns every pair of the list and writes the results in its order. A pair that fails doesn't stop the others. Gives the exit code. */
export async function align(
  engines: EnginePool,
  { casesPath, outPath }: { readonly casesPath: string; readonly outPath: string },
): Promise<number> {
  const cases = await readAlignmentCases(casesPath)
  await refuseOverwriting(outPath, [casesPath, ...cases.flatMap(({ reference, moving }) => [reference, moving])])
  const results: unknown[] = new Array(cases.length)
  let next = 0
  let done = 0
  const work = async () => {
    for (let index = next++; index < cases.length; index = next++) {
      results[index] = await alignCase(engines, cases[index]!)
      done++
      if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${cases.length}`)
    }
  }
  await Promise.all(Array.from({ length: engineCount }, work))
  if (process.stderr.isTTY) process.stderr.write('\n')
  await writeFile(outPath, `${JSON.stringify(results, null, 1)}\n`).catch((cause) => {
    throw new AppError(
      'folder-unavailable',
      { fileName: basename(outPath), reason: 'The file can’t be written.' },
      { cause },
    )
  })
  return 0
}

async function alignCase(engines: EnginePool, { id, reference, moving, points, landmarks }: AlignmentCase) {
  const started = performance.now()
  try {
    const { outcome, method, transform, quality } = await engines.run('align-pair', {
      reference: { path: reference, key: null, quarterTurns: 0, head: null },
      moving: { path: moving, key: null, quarterTurns: 0, head: null },
      landmarks: landmarks.map((mark) => ({ reference: pointOf(mark.reference), moving: pointOf(mark.moving) })),
      starts: [],
    })
    const found = points.map((point) => {
      if (!transform) return null
      const { x, y } = toMoving(transform, pointOf(point))
      return [x, y]
    })
    const milliseconds = Math.round(performance.now() - started)
    return { id, outcome, points: found, milliseconds, method, ...quality }
  } catch (error) {
    return { id, error: { code: codeOf(error), message: explain(error) } }
  }
}

function pointOf([x, y]: [number, number]) {
  return { x, y }
}
