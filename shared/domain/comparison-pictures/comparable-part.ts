import type { Point } from '../geometry/points.ts'
import { type Transform, toMoving } from '../geometry/transform.ts'
import type { Size } from '../geometry/viewport.ts'
import type { PixelGrid } from './pixel-grid.ts'

/** What a pixel shows: nothing of the reference photo, only the reference photo, both photos, or both photos but beside the head. */
export const seenIn = { neither: 0, reference: 1, both: 2, besideHead: 3 } as const

/** The transform is asked at the corners of cells of this many pixels; in between it is as good as straight. */
const cellPx = 32
/** So many pixels of the grid at the moving photo's edge are mixed with what lies beyond it. */
const mixedPx = 1.5

/** Where both photos are seen: for each pixel of the grid one of `seenIn`. `moving` is the moving photo's size. */
export function comparablePart(grid: PixelGrid, frame: Size, transform: Transform, moving: Size): Uint8Array {
  const part = new Uint8Array(grid.widthPx * grid.heightPx)
  const scale = Math.hypot(transform.similarity.a, transform.similarity.b)
  const marginPx = mixedPx * Math.max(grid.stepX, grid.stepY) * scale
  const columns = stops(grid.originX, grid.stepX, grid.widthPx, frame.widthPx)
  const rows = stops(grid.originY, grid.stepY, grid.heightPx, frame.heightPx)
  const nodesOf = (row: number) =>
    columns.map((column) =>
      toMoving(transform, { x: grid.originX + column * grid.stepX, y: grid.originY + row * grid.stepY }),
    )
  let above = nodesOf(rows[0]!)
  for (let r = 1; r < rows.length; r++) {
    const below = nodesOf(rows[r]!)
    for (let c = 1; c < columns.length; c++) {
      const corners: Corners = [above[c - 1]!, above[c]!, below[c - 1]!, below[c]!]
      const whole = wholeCell(corners, moving, marginPx)
      const [left, right] = [columns[c - 1]!, columns[c]!]
      const [top, bottom] = [rows[r - 1]!, rows[r]!]
      for (let y = top; y < bottom; y++) {
        if (whole !== undefined) part.fill(whole, y * grid.widthPx + left, y * grid.widthPx + right)
        else
          for (let x = left; x < right; x++) {
            const u = (x - left) / (right - left)
            const v = (y - top) / (bottom - top)
            const isSeen = isInside(between(corners, 'x', u, v), between(corners, 'y', u, v), moving, marginPx)
            part[y * grid.widthPx + x] = isSeen ? seenIn.both : seenIn.reference
          }
      }
    }
    above = below
  }
  return part
}

type Corners = readonly [Point, Point, Point, Point]

/** What all pixels of a cell show, if it is the same for sure: all corners inside, or all beyond the same edge. */
function wholeCell(corners: Corners, moving: Size, marginPx: number): number | undefined {
  if (corners.every(({ x, y }) => isInside(x, y, moving, marginPx))) return seenIn.both
  const isBeyond =
    corners.every(({ x }) => x < 0) ||
    corners.every(({ y }) => y < 0) ||
    corners.every(({ x }) => x > moving.widthPx) ||
    corners.every(({ y }) => y > moving.heightPx)
  return isBeyond ? seenIn.reference : undefined
}

function between([a, b, c, d]: Corners, key: 'x' | 'y', u: number, v: number): number {
  return (a[key] * (1 - u) + b[key] * u) * (1 - v) + (c[key] * (1 - u) + d[key] * u) * v
}

function isInside(x: number, y: number, { widthPx, heightPx }: Size, marginPx: number): boolean {
  const least = marginPx - 0.5
  return x >= least && y >= least && x <= widthPx - 1 - least && y <= heightPx - 1 - least
}

/** Pixels at which cells begin, and the one after the last: those whose middles lie on the frame. */
function stops(origin: number, step: number, pixels: number, lengthPx: number): number[] {
  const first = Math.max(Math.ceil((-0.5 - origin) / step), 0)
  const end = Math.min(Math.floor((lengthPx - 0.5 - origin) / step) + 1, pixels)
  const found: number[] = []
  for (let at = first; at < end; at += cellPx) found.push(at)
  return [...found, end]
}
