import { limitDisplacement } from '../geometry/displacement-field.ts'
import { fitSimilarity, type PointPair } from '../geometry/similarity.ts'
import { applySimilarity, type Similarity } from '../geometry/transform.ts'
import { flowAgreement } from './flow-agreement.ts'
import { type FrameMap, type LocalGrid, mapPoint, warpByMap } from './frame-map.ts'
import { inverseSearchFlow } from './inverse-search-flow.ts'
import { blurred, type Plane } from './plane.ts'

/** Two locally normalised head frames of one head width, and the reference's head mask. */
export interface FlowPair {
  readonly reference: Plane
  readonly moving: Plane
  readonly mask: Plane
  readonly headWidthPx: number
}

/** A refined map, the share of the mask where flow agreed both ways, and the share where it agreed and there was texture to hold it. */
export interface Refinement {
  readonly map: FrameMap
  readonly forwardBackwardShare: number
  readonly coverage: number
}

/** Shares of the head width: how exactly flow has to come back, how far the local part is smoothed, and how long it may get. */
const agreementShare = 0.00375
const smoothingShare = 0.04
const wideSmoothingShare = 0.12
const localLimitShare = 0.06
const trustFloor = 0.02
const priorWeight = 0.01
/** Flow that leads further than this from what is expected counts half, and soon nothing. */
const strayShare = 0.015

/**
 * Draws the moving head through the map, measures the flow that is left in both directions, fits the similarity anew to what agrees and keeps the smooth rest
 * as the local part. Where flow found nothing, or leads away from the map by more than a head could, the map stays.
 */
export function refineByFlow(pair: FlowPair, start: FrameMap): Refinement {
  const { widthPx, heightPx } = pair.reference
  const warped = warpByMap(pair.moving, start, widthPx, heightPx)
  const forward = inverseSearchFlow(pair.reference, warped)
  const backward = inverseSearchFlow(warped, pair.reference)
  const limitPx = Math.max(0.6, agreementShare * pair.headWidthPx)
  const agreement = flowAgreement(forward, backward, pair.mask, limitPx)
  const places: PointPair[] = []
  const nodes: number[] = []
  let covered = 0
  let all = 0
  for (let row = 0, i = 0; row < forward.rows; row++) {
    for (let column = 0; column < forward.columns; column++, i++) {
      const inside = agreement.mask[i]!
      all += inside
      if (inside === 0 || agreement.error[i]! >= limitPx) continue
      const trust = forward.trust[i]!
      if (trust > 0.1) covered += inside
      const from = { x: forward.originPx + column * forward.stridePx, y: forward.originPx + row * forward.stridePx }
      const to = mapPoint(start, { x: from.x + forward.u[i]!, y: from.y + forward.v[i]! })
      const closeness = 1 - (agreement.error[i]! / limitPx) ** 2
      places.push({ from, to, weight: inside * closeness * (trust + trustFloor) })
      nodes.push(i)
    }
  }
  const shares = { forwardBackwardShare: agreement.share, coverage: all > 0 ? covered / all : 0 }
  const similarity = places.length >= 12 ? fitRobustly(places, start.similarity, 0.015 * pair.headWidthPx) : undefined
  if (!similarity) return { map: start, ...shares }
  const local = smoothLocalPart(places, nodes, forward, similarity, pair.headWidthPx, start)
  return { map: { similarity, local }, ...shares }
}

/** Iteratively reweighted least squares with Cauchy weights of scale `scalePx`. */
function fitRobustly(places: readonly PointPair[], start: Similarity, scalePx: number): Similarity | undefined {
  let similarity: Similarity | undefined = start
  for (let round = 0; round < 6 && similarity; round++) {
    const current: Similarity = similarity
    // wide at first: the start itself may be off by several per cent
    const scale = scalePx * Math.max(1, 4 / 2 ** round)
    similarity = fitSimilarity(
      places.map(({ from, to, weight = 1 }) => {
        const moved = applySimilarity(current, from)
        const square = ((to.x - moved.x) ** 2 + (to.y - moved.y) ** 2) / (scale * scale)
        return { from, to, weight: weight / (1 + square) }
      }),
    )
  }
  return similarity
}

function smoothLocalPart(
  places: readonly PointPair[],
  nodes: readonly number[],
  grid: LocalGrid,
  similarity: Similarity,
  headWidthPx: number,
  expected: FrameMap,
): LocalGrid {
  const base = localPartOf(expected, similarity, grid)
  const count = grid.columns * grid.rows
  const raw = { ...grid, u: new Float32Array(count), v: new Float32Array(count), trust: new Float32Array(count) }
  places.forEach(({ from, to, weight = 1 }, k) => {
    const moved = applySimilarity(similarity, from)
    const i = nodes[k]!
    const restX = to.x - moved.x - base.u[i]!
    const restY = to.y - moved.y - base.v[i]!
    const rest = limitDisplacement({ x: restX, y: restY }, 0.05 * headWidthPx, 0.09 * headWidthPx)
    const doubt = (Math.hypot(restX, restY) / (strayShare * headWidthPx)) ** 2
    raw.u[i] = rest.x
    raw.v[i] = rest.y
    raw.trust[i] = weight / (1 + doubt * doubt)
  })
  const wide = convolved(raw, (wideSmoothingShare * headWidthPx) / grid.stridePx, undefined)
  const fine = convolved(raw, (smoothingShare * headWidthPx) / grid.stridePx, wide)
  const limitPx = localLimitShare * headWidthPx
  for (let i = 0; i < count; i++) {
    const kept = limitDisplacement({ x: fine.u[i]!, y: fine.v[i]! }, 0.8 * limitPx, limitPx)
    fine.u[i] = kept.x + base.u[i]!
    fine.v[i] = kept.y + base.v[i]!
  }
  return fine
}

/** A map’s displacement against another similarity, on the grid’s nodes. */
function localPartOf(map: FrameMap, similarity: Similarity, grid: LocalGrid): { u: Float32Array; v: Float32Array } {
  const u = new Float32Array(grid.columns * grid.rows)
  const v = new Float32Array(grid.columns * grid.rows)
  for (let row = 0, i = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++, i++) {
      const at = { x: grid.originPx + column * grid.stridePx, y: grid.originPx + row * grid.stridePx }
      const wanted = mapPoint(map, at)
      const moved = applySimilarity(similarity, at)
      u[i] = wanted.x - moved.x
      v[i] = wanted.y - moved.y
    }
  }
  return { u, v }
}

type WeightedGrid = LocalGrid & { readonly trust: Float32Array }

/** Normalised convolution with a prior: where the mean weight is small against `priorWeight`, the prior (or nothing) wins. */
function convolved(raw: WeightedGrid, sigmaNodes: number, prior: LocalGrid | undefined): LocalGrid {
  const { columns, rows } = raw
  const smooth = (data: Float32Array) => blurred({ widthPx: columns, heightPx: rows, data }, sigmaNodes).data
  const weight = smooth(raw.trust)
  const u = smooth(raw.u.map((value, i) => value * raw.trust[i]!))
  const v = smooth(raw.v.map((value, i) => value * raw.trust[i]!))
  for (let i = 0; i < u.length; i++) {
    const total = weight[i]! + priorWeight
    u[i] = (u[i]! + priorWeight * (prior?.u[i] ?? 0)) / total
    v[i] = (v[i]! + priorWeight * (prior?.v[i] ?? 0)) / total
  }
  return { columns, rows, originPx: raw.originPx, stridePx: raw.stridePx, u, v }
}
