import type { HeadEllipse } from '../head.ts'
import { quantileOf } from '../light/linear-light.ts'
import { type Assessment, assessmentVersion, type NotJudgedReason, type Ranged, unjudged } from './assessment.ts'
import { countIntoCells, type DotCells, smoothedPerCell } from './dot-maps.ts'
import { measureEvenness } from './evenness.ts'
import { type DotPictures, type FoundDots, findDots } from './find-dots.ts'
import { dropByLight, JudgedSkin } from './judged-skin.ts'
import { measureMatch } from './match-to-reference.ts'
import { cellsBesideOwnHair } from './own-hair.ts'
import { patchInPhoto } from './patch-in-photo.ts'
import { findPatches } from './patches.ts'
import { envelopeOf } from './skin-envelope.ts'
import { type SkinGrid, skinGridOf } from './skin-grid.ts'
import { mapFrameOf } from './skin-map.ts'
import { wholePhotoReasons } from './whole-photo-reasons.ts'
import { cellAreaMm2, type ScaleSource, type WorkFrame } from './work-scale.ts'
import { type ZoneMask, zoneBit } from './zone-mask.ts'

/** Pictures of one zone at the work scale. `closed`: RGB without dots, half the size. */
export interface SkinPictures extends DotPictures {
  readonly closed: Uint8Array
  readonly mask: ZoneMask
  readonly frame: WorkFrame
}

/** What is known of the photo; `head` in its upright full-size pixels. */
export interface SkinFacts {
  readonly pixelsPerMm: number
  readonly scaleSource: ScaleSource
  readonly head: HeadEllipse | null
  readonly daysSinceSession: number | null
  readonly cameraDistanceMm: number | null
}

/** With these nothing is told at all; what is fresh or only partly seen may still be looked at. */
const isHopeless: Partial<Record<NotJudgedReason, boolean>> = { blur: true, 'no-dots': true }
/** One standard deviation of counts on rendered heads (docs/assessment.md), and of a scale by where it comes from. */
const countingError = 0.03
const scaleErrors: Record<ScaleSource, number> = { 'known-length': 0.01, 'known-thing': 0.02, 'head-width': 0.06 }
/** Maps are means over this standard deviation, in cells (3 mm). */
const mapSigmaCells = 5
/** Counts are told where two thirds of what they are made of is judged: a millimetre inside an edge; the picture of darkness goes on to the edge. */
const countSupport = 0.62
const inkSupport = 0.35

/** Measures a zone from its pictures: everything but reading files and filtering pixels. */
export function assessSkin(pictures: SkinPictures, facts: SkinFacts): Assessment {
  const { mask, frame } = pictures
  const grid = skinGridOf(mask, frame, facts.head, facts.pixelsPerMm, facts.cameraDistanceMm ?? undefined)
  const envelope = envelopeOf(pictures.closed, grid.columns, grid.rows)
  const skin = new JudgedSkin(grid.treated)
  dropByLight(skin, grid, envelope)
  if (skin.lostShare === 1) return unjudged(skin.lost[0]?.reason ?? 'too-little-skin')
  const found = findDots(pictures, mask, zoneBit.treated | zoneBit.blend, grid, envelope, skin)
  const decisive = wholePhotoReasons(found, facts.daysSinceSession, skin.lostShare)
  const reasons = [...decisive, ...skin.lost.map((one) => ({ ...one, isDecisive: false }))]
  if (!found || decisive.some(({ reason }) => isHopeless[reason])) return { ...unjudged('no-dots'), reasons }
  const cells = countIntoCells(found.dots, found.strength, grid, skin.weight)
  const isBesideHair = cellsBesideOwnHair(grid)
  const counted = { ...cells, weight: skin.weight.map((weight, cell) => (isBesideHair[cell] ? 0 : weight)) }
  const even = withoutBlend(counted, grid)
  const density = smoothedPerCell(onlyWhere(cells.count, counted.weight), counted, mapSigmaCells, countSupport)
  const ink = smoothedPerCell(cells.ink, cells, mapSigmaCells, inkSupport)
  const middle = middleOf(ink)
  const mapFrame = mapFrameOf(grid.columns, grid.rows, frame)
  const perCm2 = 100 / cellAreaMm2
  const patches = findPatches(withoutBlend(cells, grid), grid, cellAreaMm2, deviationOf(found.strength))
  return {
    assessmentVersion,
    verdict: decisive.length > 0 ? 'greyed' : 'judged',
    reasons,
    notJudgedFraction: skin.lostShare,
    dots: dotsInPhoto(found, frame),
    dotsPerCm2: dotsPerCm2Of(counted, facts.scaleSource),
    density: { ...mapFrame, values: density.map((value) => value * perCm2) },
    darkness: { ...mapFrame, values: ink.map((value) => value / middle) },
    evenness: measureEvenness(even) ?? null,
    patches: patches.map((patch) => patchInPhoto(patch, grid.columns, frame)),
    matchToReference: measureMatch(found, counted.weight, pictures.response, mask, grid, envelope) ?? null,
  }
}

/** Mean number of dots per cm² of skin and its range by counting and scale. */
function dotsPerCm2Of({ weight, count }: DotCells, source: ScaleSource): Ranged | null {
  let [skin, dots] = [0, 0]
  for (const [cell, share] of weight.entries()) {
    skin += share
    if (share > 0) dots += count[cell]!
  }
  if (skin === 0) return null
  const value = (100 * dots) / (skin * cellAreaMm2)
  const error = 2 * Math.hypot(countingError, 2 * scaleErrors[source])
  return { value, range: [value * (1 - error), value * (1 + error)] }
}

/** Cells without those where pigment is meant to thin out. */
function withoutBlend(cells: DotCells, { blend }: SkinGrid): DotCells {
  return { ...cells, weight: cells.weight.map((weight, cell) => (blend[cell]! > 0 ? 0 : weight)) }
}

function onlyWhere(values: Float32Array, weight: Float32Array): Float32Array {
  return values.map((value, cell) => (weight[cell]! > 0 ? value : 0))
}

function dotsInPhoto({ dots, strength }: FoundDots, frame: WorkFrame): Float32Array {
  const places = new Float32Array(dots.x.length * 3)
  for (let dot = 0; dot < dots.x.length; dot++) {
    const { x, y } = frame.toPhoto({ x: dots.x[dot]!, y: dots.y[dot]! })
    places.set([x, y, strength[dot]!], dot * 3)
  }
  return places
}

function middleOf(values: Float32Array): number {
  const known = Float64Array.from(values.filter((value) => !Number.isNaN(value)))
  return known.length > 0 ? quantileOf(known, 0.5) : Number.NaN
}

function deviationOf(values: Float32Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}
