import type { Assessment } from '../../shared/domain/assessment/assessment.ts'
import type { SkinMap } from '../../shared/domain/assessment/skin-map.ts'
import type { EnginePool } from '../engine-pool/engine-pool.ts'
import { type AssessmentCase, readAssessmentCases } from './assessment-cases.ts'
import { codeOf, explain } from './explain-error.ts'
import { refuseOverwriting } from './refuse-overwriting.ts'
import { runCases } from './run-cases.ts'

/** Assesses every photo of the list and writes the results in its order. A photo that fails doesn't stop the others. Gives the exit code. */
export async function assess(
  engines: EnginePool,
  { casesPath, outPath }: { readonly casesPath: string; readonly outPath: string },
): Promise<number> {
  const lines = await readAssessmentCases(casesPath)
  const photos = lines.flatMap((line) => (line.kind === 'case' ? [line.one.photo] : []))
  await refuseOverwriting(outPath, [casesPath, ...photos])
  await runCases(lines, outPath, async (line) =>
    line.kind === 'case'
      ? await assessCase(engines, line.one)
      : { id: line.id, error: { code: 'invalid-request', message: line.reason } },
  )
  return 0
}

async function assessCase(engines: EnginePool, one: AssessmentCase) {
  const started = performance.now()
  try {
    const { assessment } = await engines.run('assess-zone', {
      photo: { path: one.photo, key: null, quarterTurns: 0 },
      zones: {
        treated: polygonsOf(one.zones.treated),
        reference: polygonsOf(one.zones.reference),
        blend: polygonsOf(one.zones.blend),
        avoid: polygonsOf(one.zones.avoid),
      },
      head: one.head && {
        centreX: one.head.cx,
        centreY: one.head.cy,
        radiusX: one.head.rx,
        radiusY: one.head.ry,
        angleDegrees: one.head.angleDegrees,
      },
      scale: one.pixelsPerMm === null ? null : { pixelsPerMm: one.pixelsPerMm, source: 'known-length' },
      daysSinceSession: one.daysSinceSession,
      cameraDistanceMm: null,
      reference: null,
    })
    return { id: one.id, ...inPlainNumbers(assessment), milliseconds: Math.round(performance.now() - started) }
  } catch (error) {
    return { id: one.id, error: { code: codeOf(error), message: explain(error) } }
  }
}

function inPlainNumbers(assessment: Assessment) {
  const { verdict, reasons, notJudgedFraction, evenness, patches } = assessment
  const told = reasons.filter(({ isDecisive, share }) => isDecisive || share >= leastToldShare)
  return {
    assessmentVersion: assessment.assessmentVersion,
    verdict,
    reasons: [...new Set(told.map(({ reason }) => reason))],
    notJudgedShares: reasons,
    notJudgedFraction,
    dots: dotsOf(assessment.dots),
    dotsPerCm2: assessment.dotsPerCm2,
    densityMap: assessment.density && plainMap(assessment.density),
    evenness: evenness && { ...evenness.count, ink: evenness.ink },
    matchToReference: assessment.matchToReference?.value ?? null,
    matchRange: assessment.matchToReference?.range ?? null,
    patches: patches.map(({ outline, kind, certainty, lightened, areaMm2, dotsLacking }) => ({
      polygon: outline.map(({ x, y }) => [tenth(x), tenth(y)]),
      kind,
      certainty,
      lightenedFraction: lightened.value,
      lightenedRange: lightened.range,
      areaMm2,
      dotsLacking,
    })),
  }
}

/** A smaller share of skin that isn't judged isn't worth a word. */
const leastToldShare = 0.01

function dotsOf(dots: Float32Array): [number, number][] {
  return Array.from({ length: dots.length / 3 }, (_, dot) => [tenth(dots[3 * dot]!), tenth(dots[3 * dot + 1]!)])
}

function plainMap({ columns, rows, originX, originY, stepX, stepY, values }: SkinMap) {
  const line = (row: number) =>
    Array.from(values.subarray(row * columns, (row + 1) * columns), (value) =>
      Number.isNaN(value) ? null : tenth(value),
    )
  return {
    stepPx: (stepX + stepY) / 2,
    originPx: [originX, originY],
    values: Array.from({ length: rows }, (_, row) => line(row)),
  }
}

function polygonsOf(polygons: readonly (readonly [number, number][])[]) {
  return polygons.map((polygon) => polygon.map(([x, y]) => ({ x, y })))
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
