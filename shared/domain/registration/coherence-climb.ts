import type { LandmarkPair } from '../alignment.ts'
import { solveLinearSystem } from '../geometry/linear-system.ts'
import { type BentMap, bentBasis, bentTerms, frameMapOfBent } from './bent-map.ts'
import { addMarks, addPriors } from './climb-expectations.ts'
import { climbMask } from './climb-mask.ts'
import { warpByMap } from './frame-map.ts'
import type { HeadFrame } from './head-frame.ts'
import { type OrientationField, orientationField } from './orientation-field.ts'
import type { Plane } from './plane.ts'

/** One round of climbing: edges at a scale of `detail` head widths, so many steps, and whether the map may bend. */
export interface ClimbLevel {
  readonly detail: number
  readonly steps: number
  readonly mayBend: boolean
}

/** A map, and how well edge directions agree under it (−1 to 1). */
export interface Climbed {
  readonly bent: BentMap
  readonly coherence: number
}

const noiseFloor = 2
const leastCorrelation = 0.08
const parameters = 2 * bentTerms

/** Climbs from a start. */
export type Climb = (start: BentMap) => Climbed

/**
 * Makes a climb ready, which moves and bends a map so that edge directions agree as well as possible over the whole head: Gauss–Newton on the double-angle field
 * (the correlation is maximised as in Evangelidis & Psarakis 2008, the reference's gradients are used throughout as in Baker & Matthews 2004). Unlike flow it
 * asks for one explanation for all places at once, so hair that changed costs certainty but doesn't pull. `marks` placed by hand are kept to within their own
 * precision.
 */
export function climbBetween(
  reference: HeadFrame,
  moving: HeadFrame,
  level: ClimbLevel,
  marks: readonly LandmarkPair[] = [],
): Climb {
  const target = climbTarget(reference, level)
  const matchOf = (bent: BentMap) => {
    const { widthPx, heightPx } = reference.plane
    const warped = warpByMap(moving.plane, frameMapOfBent(bent, reference, moving), widthPx, heightPx)
    return compare(target, fieldAt(warped, level.detail * reference.headWidthPx))
  }
  return (start) => {
    let bent = start
    let best: Climbed | undefined
    for (let step = 0; step <= level.steps; step++) {
      const match = matchOf(bent)
      if (!best || match.coherence > best.coherence) best = { bent, coherence: match.coherence }
      if (step === level.steps) break
      const next = stepFrom(bent, target, match, reference, moving, level, marks)
      if (!next) break
      bent = next
    }
    return marks.length > 0 ? { bent, coherence: best!.coherence } : best!
  }
}

/** Climbs from every start with a `breath` before each, and gives the `count` maps under which edges agree best, best first. */
export async function bestOf(
  climb: Climb,
  starts: readonly BentMap[],
  count: number,
  breath: () => Promise<void>,
): Promise<BentMap[]> {
  const climbed: Climbed[] = []
  for (const start of starts) {
    await breath()
    climbed.push(climb(start))
  }
  climbed.sort((one, other) => other.coherence - one.coherence)
  return climbed.slice(0, count).map(({ bent }) => bent)
}

interface Target {
  readonly field: OrientationField
  readonly mask: Plane
  readonly energy: number
  readonly area: number
  /** Σ mask · ∇A∇Aᵀ · φφᵀ, in half head widths. */
  readonly curvature: Float64Array
  readonly unitPx: number
  readonly centreX: number
  readonly centreY: number
  readonly correlatedPx: number
}

function fieldAt(plane: Plane, detailPx: number): OrientationField {
  return orientationField(plane, Math.max(0.6, detailPx / 9), Math.max(0.7, detailPx / 6), noiseFloor)
}

function climbTarget(reference: HeadFrame, level: ClimbLevel): Target {
  const { widthPx } = reference.plane
  const detailPx = level.detail * reference.headWidthPx
  const field = fieldAt(reference.plane, detailPx)
  const mask = climbMask(reference, level.detail)
  const unitPx = reference.headWidthPx / 2
  const { centreX, centreY } = reference.ellipse
  const curvature = new Float64Array(parameters * parameters)
  const basis = new Float64Array(bentTerms)
  let energy = 0
  let area = 0
  forEachInside(mask, (i, x, y, weight) => {
    const c = field.cos.data
    const s = field.sin.data
    energy += weight * (c[i]! * c[i]! + s[i]! * s[i]!)
    area += weight
    const cx = ((c[i + 1]! - c[i - 1]!) / 2) * unitPx
    const cy = ((c[i + widthPx]! - c[i - widthPx]!) / 2) * unitPx
    const sx = ((s[i + 1]! - s[i - 1]!) / 2) * unitPx
    const sy = ((s[i + widthPx]! - s[i - widthPx]!) / 2) * unitPx
    const xx = weight * (cx * cx + sx * sx)
    const xy = weight * (cx * cy + sx * sy)
    const yy = weight * (cy * cy + sy * sy)
    bentBasis((x - centreX) / unitPx, (y - centreY) / unitPx, basis)
    for (let k = 0; k < bentTerms; k++) {
      for (let l = 0; l < bentTerms; l++) {
        const both = basis[k]! * basis[l]!
        curvature[k * parameters + l]! += xx * both
        curvature[k * parameters + bentTerms + l]! += xy * both
        curvature[(bentTerms + k) * parameters + l]! += xy * both
        curvature[(bentTerms + k) * parameters + bentTerms + l]! += yy * both
      }
    }
  })
  const spreadSquare = (detailPx / 9) ** 2 + (detailPx / 6) ** 2 + 1
  return {
    field,
    mask,
    energy,
    area,
    curvature,
    unitPx,
    centreX,
    centreY,
    correlatedPx: Math.max(1, (4 * Math.PI * spreadSquare) / (samplingPx * samplingPx)),
  }
}

const samplingPx = 2

function forEachInside(mask: Plane, visit: (index: number, x: number, y: number, weight: number) => void): void {
  const { widthPx, heightPx } = mask
  for (let y = 1; y < heightPx - 1; y += samplingPx) {
    for (let x = 1; x < widthPx - 1; x += samplingPx) {
      const weight = mask.data[y * widthPx + x]!
      if (weight > 0) visit(y * widthPx + x, x, y, weight)
    }
  }
}

interface Match {
  readonly coherence: number
  /** Information (inverse variance) that one unit of curvature carries, and the pull already multiplied by it. */
  readonly information: number
  readonly pull: Float64Array
}

function compare(target: Target, { cos, sin }: OrientationField): Match {
  const { field, mask, unitPx, centreX, centreY } = target
  const { widthPx } = mask
  let product = 0
  let energy = 0
  forEachInside(mask, (i, _x, _y, weight) => {
    product += weight * (field.cos.data[i]! * cos.data[i]! + field.sin.data[i]! * sin.data[i]!)
    energy += weight * (cos.data[i]! * cos.data[i]! + sin.data[i]! * sin.data[i]!)
  })
  const coherence = product / Math.sqrt(target.energy * energy + 1e-9)
  const correlation = Math.max(coherence, leastCorrelation)
  const gain = correlation * Math.sqrt((energy + 1e-9) / (target.energy + 1e-9))
  const pull = new Float64Array(parameters)
  const basis = new Float64Array(bentTerms)
  let rest = 0
  forEachInside(mask, (i, x, y, weight) => {
    const c = field.cos.data
    const s = field.sin.data
    const restCos = cos.data[i]! - gain * c[i]!
    const restSin = sin.data[i]! - gain * s[i]!
    rest += weight * (restCos * restCos + restSin * restSin)
    const dx = ((c[i + 1]! - c[i - 1]!) * restCos + (s[i + 1]! - s[i - 1]!) * restSin) / 2
    const dy = ((c[i + widthPx]! - c[i - widthPx]!) * restCos + (s[i + widthPx]! - s[i - widthPx]!) * restSin) / 2
    bentBasis((x - centreX) / unitPx, (y - centreY) / unitPx, basis)
    for (let k = 0; k < bentTerms; k++) {
      pull[k]! -= weight * dx * unitPx * basis[k]!
      pull[bentTerms + k]! -= weight * dy * unitPx * basis[k]!
    }
  })
  const variance = rest / (2 * target.area + 1e-9) + 1e-9
  const perPixel = gain / (variance * target.correlatedPx)
  for (let k = 0; k < parameters; k++) pull[k]! *= perPixel
  return { coherence, information: gain * perPixel, pull }
}

/** Where the next step leads; steps are in the reference frame and are carried over by the map's own scale and turn. */
function stepFrom(
  bent: BentMap,
  target: Target,
  match: Match,
  reference: HeadFrame,
  moving: HeadFrame,
  level: ClimbLevel,
  marks: readonly LandmarkPair[],
): BentMap | undefined {
  const matrix = target.curvature.map((value) => value * match.information)
  const right = Float64Array.from(match.pull)
  const a = (bent.x[1]! + bent.y[2]!) / 2
  const b = (bent.y[1]! - bent.x[2]!) / 2
  const square = a * a + b * b
  if (!(square > 1e-6)) return undefined
  const back = (u: number, v: number): [number, number] => [(a * u + b * v) / square, (-b * u + a * v) / square]
  addPriors(matrix, right, bent, back, level.mayBend)
  addMarks(matrix, right, bent, back, reference, moving, marks)
  const change = solveLinearSystem(matrix, right, parameters, 1)
  if (!change) return undefined
  const x = Float64Array.from(bent.x)
  const y = Float64Array.from(bent.y)
  for (let k = 0; k < bentTerms; k++) {
    const u = change[k]!
    const v = change[bentTerms + k]!
    x[k]! += a * u - b * v
    y[k]! += b * u + a * v
  }
  return { x, y }
}
