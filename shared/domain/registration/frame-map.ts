import type { Point } from '../geometry/points.ts'
import { applySimilarity, type Similarity } from '../geometry/transform.ts'
import { emptyPlane, type Plane, sampleBilinear } from './plane.ts'

/** A displacement on a grid over the reference frame, bilinear between nodes, in moving-frame pixels. */
export interface LocalGrid {
  readonly columns: number
  readonly rows: number
  readonly originPx: number
  readonly stridePx: number
  readonly u: Float32Array
  readonly v: Float32Array
}

/** Reference frame → moving frame: a similarity and, on top, a smooth local part. */
export interface FrameMap {
  readonly similarity: Similarity
  readonly local: LocalGrid | null
}

/** Bilinear value of one channel of a grid; the border's value goes on outside. */
export function gridValueAt(grid: Omit<LocalGrid, 'u' | 'v'>, values: Float32Array, x: number, y: number): number {
  const column = Math.min(Math.max((x - grid.originPx) / grid.stridePx, 0), grid.columns - 1)
  const row = Math.min(Math.max((y - grid.originPx) / grid.stridePx, 0), grid.rows - 1)
  const column0 = Math.min(column | 0, grid.columns - 2)
  const row0 = Math.min(row | 0, grid.rows - 2)
  const fx = column - column0
  const fy = row - row0
  const at = row0 * grid.columns + column0
  const top = values[at]! + fx * (values[at + 1]! - values[at]!)
  const below = at + grid.columns
  const bottom = values[below]! + fx * (values[below + 1]! - values[below]!)
  return top + fy * (bottom - top)
}

/** Where a point of the reference frame lies in the moving frame. */
export function mapPoint(map: FrameMap, point: Point): Point {
  const moved = applySimilarity(map.similarity, point)
  if (!map.local) return moved
  return {
    x: moved.x + gridValueAt(map.local, map.local.u, point.x, point.y),
    y: moved.y + gridValueAt(map.local, map.local.v, point.x, point.y),
  }
}

/** The map between the same frames drawn `factor` times as large. */
export function rescaledMap(map: FrameMap, factor: number): FrameMap {
  const shift = (factor - 1) / 2
  const { a, b, tx, ty } = map.similarity
  const similarity = {
    a,
    b,
    tx: factor * tx + shift - (a - b) * shift,
    ty: factor * ty + shift - (a + b) * shift,
  }
  if (!map.local) return { similarity, local: null }
  const { local } = map
  return {
    similarity,
    local: {
      ...local,
      originPx: local.originPx * factor + shift,
      stridePx: local.stridePx * factor,
      u: local.u.map((value) => value * factor),
      v: local.v.map((value) => value * factor),
    },
  }
}

/** Draws the moving frame into the reference frame, bilinear. */
export function warpByMap(moving: Plane, map: FrameMap, widthPx: number, heightPx: number): Plane {
  const result = emptyPlane(widthPx, heightPx)
  const { a, b, tx, ty } = map.similarity
  const { local } = map
  const u = new Float32Array(widthPx)
  const v = new Float32Array(widthPx)
  for (let y = 0, i = 0; y < heightPx; y++) {
    if (local) {
      gridRow(local, local.u, y, u)
      gridRow(local, local.v, y, v)
    }
    for (let x = 0; x < widthPx; x++, i++) {
      result.data[i] = sampleBilinear(moving, a * x - b * y + tx + u[x]!, b * x + a * y + ty + v[x]!)
    }
  }
  return result
}

/** `gridValueAt` for one row of pixels. */
function gridRow(grid: LocalGrid, values: Float32Array, y: number, into: Float32Array): void {
  const { columns, rows, originPx, stridePx } = grid
  const row = Math.min(Math.max((y - originPx) / stridePx, 0), rows - 1)
  const row0 = Math.min(row | 0, rows - 2)
  const fy = row - row0
  const top = row0 * columns
  const bottom = top + columns
  for (let x = 0; x < into.length; x++) {
    const column = Math.min(Math.max((x - originPx) / stridePx, 0), columns - 1)
    const column0 = Math.min(column | 0, columns - 2)
    const left = values[top + column0]! * (1 - fy) + values[bottom + column0]! * fy
    const right = values[top + column0 + 1]! * (1 - fy) + values[bottom + column0 + 1]! * fy
    into[x] = left + (column - column0) * (right - left)
  }
}
