import { toMoving } from '../../shared/domain/geometry/transform.ts'
import type { EnginePool } from '../engine-pool/engine-pool.ts'
import { type AlignmentCase, readAlignmentCases } from './alignment-cases.ts'
import { codeOf, explain } from './explain-error.ts'
import { refuseOverwriting } from './refuse-overwriting.ts'
import { runCases } from './run-cases.ts'

/** Aligns every pair of the list and writes the results in its order. A pair that fails doesn't stop the others. Gives the exit code. */
export async function align(
  engines: EnginePool,
  { casesPath, outPath }: { readonly casesPath: string; readonly outPath: string },
): Promise<number> {
  const cases = await readAlignmentCases(casesPath)
  await refuseOverwriting(outPath, [casesPath, ...cases.flatMap(({ reference, moving }) => [reference, moving])])
  await runCases(cases, outPath, (one) => alignCase(engines, one))
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
