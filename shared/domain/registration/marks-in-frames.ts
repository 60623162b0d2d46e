import type { LandmarkPair } from '../alignment.ts'
import type { Point } from '../geometry/points.ts'
import { fitSimilarity, invertSimilarity } from '../geometry/similarity.ts'
import { gaussianBumps, type PlaneFunction } from '../geometry/thin-plate-spline.ts'
import { applySimilarity } from '../geometry/transform.ts'
import { splineThroughMarks } from '../geometry/transform-from-landmarks.ts'
import { type FrameMap, type LocalGrid, mapPoint } from './frame-map.ts'
import type { HeadFrame } from './head-frame.ts'

const gridStridePx = 4
const freeShare = 0.002
const bumpShare = 0.1

/** Hand-placed marks as points of the two frames. */
export function marksInFrames(marks: readonly LandmarkPair[], reference: HeadFrame, moving: HeadFrame): LandmarkPair[] {
  const toReference = invertSimilarity(reference.toPhoto)
  const toMoving = invertSimilarity(moving.toPhoto)
  return marks.map((mark) => ({
    reference: applySimilarity(toReference, mark.reference),
    moving: applySimilarity(toMoving, mark.moving),
  }))
}

/** What the marks alone say: a similarity, from three marks on with a spline through all of them. Undefined when they coincide. */
export function mapFromMarks(marks: readonly LandmarkPair[], frame: HeadFrame): FrameMap | undefined {
  const similarity = fitSimilarity(marks.map(({ reference, moving }) => ({ from: reference, to: moving })))
  if (!similarity) return undefined
  const spline = marks.length >= 3 ? splineThroughMarks(marks, similarity) : undefined
  return { similarity, local: spline ? sampleGrid(emptyGridOver(frame), spline) : null }
}

/** The map bent near the marks so that it passes within 0.2 % of the head width of each; the bends fade within a tenth of the head. */
export function boundToMarks(map: FrameMap, marks: readonly LandmarkPair[], frame: HeadFrame): FrameMap {
  const freePx = freeShare * frame.headWidthPx
  let bound = map
  // the grid is bilinear between its nodes, so one round leaves a little
  for (let round = 0; round < 3; round++) {
    const misses = marks.map((mark) => ({
      at: mark.reference,
      value: excess(mark, mapPoint(bound, mark.reference), freePx),
    }))
    if (misses.every(({ value }) => value.x === 0 && value.y === 0)) return bound
    const bend = gaussianBumps(misses, bumpReach(marks, frame.headWidthPx))
    if (!bend) return bound
    const before = bound
    const grid = before.local ?? emptyGridOver(frame)
    const local = sampleGrid(grid, (point) => {
      const moved = mapPoint(before, point)
      const straight = applySimilarity(before.similarity, point)
      const extra = bend(point)
      return { x: moved.x - straight.x + extra.x, y: moved.y - straight.y + extra.y }
    })
    bound = { similarity: before.similarity, local }
  }
  return bound
}

function excess(mark: LandmarkPair, reached: Point, freePx: number): Point {
  const x = mark.moving.x - reached.x
  const y = mark.moving.y - reached.y
  const length = Math.hypot(x, y)
  if (length <= freePx) return { x: 0, y: 0 }
  // aims a little inside the allowance, so that a second round finds nothing left
  const share = 1 - (0.8 * freePx) / length
  return { x: x * share, y: y * share }
}

/** Narrow enough that neighbouring marks don't fight. */
function bumpReach(marks: readonly LandmarkPair[], headWidthPx: number): number {
  let gap = Number.POSITIVE_INFINITY
  for (const one of marks) {
    for (const other of marks) {
      if (one !== other)
        gap = Math.min(gap, Math.hypot(one.reference.x - other.reference.x, one.reference.y - other.reference.y))
    }
  }
  return Math.max(gridStridePx, Math.min(bumpShare * headWidthPx, 0.7 * gap))
}

function emptyGridOver({ plane }: HeadFrame): LocalGrid {
  const columns = Math.ceil(plane.widthPx / gridStridePx) + 1
  const rows = Math.ceil(plane.heightPx / gridStridePx) + 1
  const count = columns * rows
  return { columns, rows, originPx: 0, stridePx: gridStridePx, u: new Float32Array(count), v: new Float32Array(count) }
}

function sampleGrid(grid: LocalGrid, displacement: PlaneFunction): LocalGrid {
  const u = new Float32Array(grid.columns * grid.rows)
  const v = new Float32Array(grid.columns * grid.rows)
  for (let row = 0, i = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++, i++) {
      const value = displacement({ x: grid.originPx + column * grid.stridePx, y: grid.originPx + row * grid.stridePx })
      u[i] = value.x
      v[i] = value.y
    }
  }
  return { ...grid, u, v }
}
