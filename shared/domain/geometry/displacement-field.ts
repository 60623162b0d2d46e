import { packNodes } from './packed-nodes.ts'
import type { Point } from './points.ts'
import type { PlaneFunction } from './thin-plate-spline.ts'
import type { DisplacementField } from './transform.ts'
import type { Size } from './viewport.ts'

const maxNodesAcross = 240

/**
 * Samples a displacement (moving-photo pixels) on a grid that covers the whole reference and a node more on every side, as splines need.
 * The spacing is the wanted one, or wider where the grid would get more than 240 nodes across.
 */
export function sampleField(size: Size, wantedSpacingPx: number, displacement: PlaneFunction): DisplacementField {
  const longest = Math.max(size.widthPx, size.heightPx)
  const spacingPx = Math.max(wantedSpacingPx, longest / (maxNodesAcross - 4))
  const columns = Math.ceil(size.widthPx / spacingPx) + 3
  const rows = Math.ceil(size.heightPx / spacingPx) + 3
  const originX = (size.widthPx - 1 - (columns - 1) * spacingPx) / 2
  const originY = (size.heightPx - 1 - (rows - 1) * spacingPx) / 2
  const dx = new Array<number>(columns * rows)
  const dy = new Array<number>(columns * rows)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const value = displacement({ x: originX + column * spacingPx, y: originY + row * spacingPx })
      dx[row * columns + column] = hundredths(value.x)
      dy[row * columns + column] = hundredths(value.y)
    }
  }
  return { originX, originY, spacingPx, columns, rows, nodes: packNodes(columns, dx, dy) }
}

/** The displacement with its length kept below `limit`: exact up to `free`, then bending smoothly towards the limit. */
export function limitDisplacement(value: Point, free: number, limit: number): Point {
  const length = Math.hypot(value.x, value.y)
  if (length <= free || limit <= free) return length > limit ? scaled(value, limit / length) : value
  return scaled(value, (free + (limit - free) * Math.tanh((length - free) / (limit - free))) / length)
}

function scaled(value: Point, factor: number): Point {
  return { x: value.x * factor, y: value.y * factor }
}

function hundredths(value: number): number {
  return Math.round(value * 100) + 0
}
