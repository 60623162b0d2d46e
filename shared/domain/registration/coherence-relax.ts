import { limitDisplacement } from '../geometry/displacement-field.ts'
import { ellipseMask } from './ellipse-mask.ts'
import { type FrameMap, gridValueAt, type LocalGrid, warpByMap } from './frame-map.ts'
import type { HeadFrame } from './head-frame.ts'
import { type OrientationField, orientationField } from './orientation-field.ts'
import { blurred, emptyPlane, type Plane } from './plane.ts'

/** How the local part is let go: edges at a scale of `detail` head widths, evidence pooled over `reach` head widths, so many steps. */
export interface Relaxing {
  readonly detail: number
  readonly reach: number
  readonly steps: number
}

/** How far, in head widths, a place of the head may be expected beside where the start has it. */
const strayShare = 0.008
const cellPx = 4
const noiseFloor = 2
const leastCorrelation = 0.05

/**
 * Lets a nearly right map give way locally: Lucas–Kanade steps on the double-angle field, the evidence pooled over a Gaussian window (Bigün, Granlund & Wiklund
 * 1991) and weighed by the local correlation against staying where the start was. Places without common edges keep to the start.
 */
export function relaxCoherence(reference: HeadFrame, moving: HeadFrame, start: FrameMap, how: Relaxing): FrameMap {
  const { widthPx, heightPx } = reference.plane
  const detailPx = how.detail * reference.headWidthPx
  const field = fieldAt(reference.plane, detailPx)
  const mask = ellipseMask(reference.ellipse, widthPx, heightPx)
  const columns = Math.ceil(widthPx / cellPx)
  const rows = Math.ceil(heightPx / cellPx)
  const strayed = { u: new Float32Array(columns * rows), v: new Float32Array(columns * rows) }
  const reachCells = (how.reach * reference.headWidthPx) / cellPx
  const correlatedPx = 4 * Math.PI * ((detailPx / 9) ** 2 + (detailPx / 6) ** 2 + 1)
  const priorInformation = 1 / (strayShare * reference.headWidthPx) ** 2
  const limitPx = 3 * strayShare * reference.headWidthPx
  let map = start
  for (let step = 0; step < how.steps; step++) {
    const warped = fieldAt(warpByMap(moving.plane, map, widthPx, heightPx), detailPx)
    const sums = pooledSums(field, warped, mask, columns, rows, reachCells)
    for (let i = 0; i < columns * rows; i++) {
      const change = stepAt(sums, i, correlatedPx, priorInformation, strayed.u[i]!, strayed.v[i]!)
      const total = limitDisplacement(
        { x: strayed.u[i]! + change.x, y: strayed.v[i]! + change.y },
        0.7 * limitPx,
        limitPx,
      )
      strayed.u[i] = total.x
      strayed.v[i] = total.y
    }
    map = strayedMap(start, strayed, columns, rows)
  }
  return map
}

function fieldAt(plane: Plane, detailPx: number): OrientationField {
  return orientationField(plane, Math.max(0.6, detailPx / 9), Math.max(0.7, detailPx / 6), noiseFloor)
}

/** Per cell, summed under the window: ∇A∇Aᵀ (xx, xy, yy), ∇A·A (ax, ay), ∇A·B (bx, by), the energies and the product of both fields, and the area. */
type Sums = Record<'xx' | 'xy' | 'yy' | 'ax' | 'ay' | 'bx' | 'by' | 'one' | 'other' | 'both' | 'area', Float32Array>

function pooledSums(
  { cos, sin }: OrientationField,
  other: OrientationField,
  mask: Plane,
  columns: number,
  rows: number,
  reachCells: number,
): Sums {
  const { widthPx, heightPx } = mask
  const empty = () => emptyPlane(columns, rows)
  const cells = {
    xx: empty(),
    xy: empty(),
    yy: empty(),
    ax: empty(),
    ay: empty(),
    bx: empty(),
    by: empty(),
    one: empty(),
    other: empty(),
    both: empty(),
    area: empty(),
  }
  for (let y = 1; y < heightPx - 1; y++) {
    for (let x = 1; x < widthPx - 1; x++) {
      const i = y * widthPx + x
      const weight = mask.data[i]!
      if (weight === 0) continue
      const cell = Math.floor(y / cellPx) * columns + Math.floor(x / cellPx)
      const c = cos.data[i]!
      const s = sin.data[i]!
      const c2 = other.cos.data[i]!
      const s2 = other.sin.data[i]!
      const cx = (cos.data[i + 1]! - cos.data[i - 1]!) / 2
      const cy = (cos.data[i + widthPx]! - cos.data[i - widthPx]!) / 2
      const sx = (sin.data[i + 1]! - sin.data[i - 1]!) / 2
      const sy = (sin.data[i + widthPx]! - sin.data[i - widthPx]!) / 2
      cells.xx.data[cell]! += weight * (cx * cx + sx * sx)
      cells.xy.data[cell]! += weight * (cx * cy + sx * sy)
      cells.yy.data[cell]! += weight * (cy * cy + sy * sy)
      cells.ax.data[cell]! += weight * (cx * c + sx * s)
      cells.ay.data[cell]! += weight * (cy * c + sy * s)
      cells.bx.data[cell]! += weight * (cx * c2 + sx * s2)
      cells.by.data[cell]! += weight * (cy * c2 + sy * s2)
      cells.one.data[cell]! += weight * (c * c + s * s)
      cells.other.data[cell]! += weight * (c2 * c2 + s2 * s2)
      cells.both.data[cell]! += weight * (c * c2 + s * s2)
      cells.area.data[cell]! += weight
    }
  }
  const window = 2 * Math.PI * reachCells * reachCells
  const pooled = (plane: Plane) => blurred(plane, reachCells).data.map((value) => value * window)
  return {
    xx: pooled(cells.xx),
    xy: pooled(cells.xy),
    yy: pooled(cells.yy),
    ax: pooled(cells.ax),
    ay: pooled(cells.ay),
    bx: pooled(cells.bx),
    by: pooled(cells.by),
    one: pooled(cells.one),
    other: pooled(cells.other),
    both: pooled(cells.both),
    area: pooled(cells.area),
  }
}

function stepAt(sums: Sums, i: number, correlatedPx: number, prior: number, u: number, v: number) {
  // running means leave rounding errors where there is nothing
  const one = Math.max(sums.one[i]!, 0) + 1e-3
  const other = Math.max(sums.other[i]!, 0) + 1e-3
  const correlation = Math.min(Math.max(sums.both[i]! / Math.sqrt(one * other), leastCorrelation), 0.98)
  const gain = correlation * Math.sqrt(other / one)
  const variance = (other * (1 - correlation * correlation)) / (2 * sums.area[i]! + 1e-6) + 1e-6
  const perPixel = gain / (variance * correlatedPx)
  const pullX = -(sums.bx[i]! - gain * sums.ax[i]!) * perPixel - prior * u
  const pullY = -(sums.by[i]! - gain * sums.ay[i]!) * perPixel - prior * v
  const xx = Math.max(sums.xx[i]!, 0) * gain * perPixel + prior
  const yy = Math.max(sums.yy[i]!, 0) * gain * perPixel + prior
  const xy = sums.xy[i]! * gain * perPixel
  const determinant = xx * yy - xy * xy
  return { x: (yy * pullX - xy * pullY) / determinant, y: (xx * pullY - xy * pullX) / determinant }
}

/** The start, looked up beside each place by what it strayed. */
function strayedMap(
  start: FrameMap,
  strayed: { u: Float32Array; v: Float32Array },
  columns: number,
  rows: number,
): FrameMap {
  const { a, b } = start.similarity
  const originPx = (cellPx - 1) / 2
  const grid = { columns, rows, originPx, stridePx: cellPx }
  const u = new Float32Array(columns * rows)
  const v = new Float32Array(columns * rows)
  const before = start.local
  for (let row = 0, i = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, i++) {
      const dx = strayed.u[i]!
      const dy = strayed.v[i]!
      const x = originPx + column * cellPx + dx
      const y = originPx + row * cellPx + dy
      u[i] = a * dx - b * dy + (before ? gridValueAt(before, before.u, x, y) : 0)
      v[i] = b * dx + a * dy + (before ? gridValueAt(before, before.v, x, y) : 0)
    }
  }
  const local: LocalGrid = { ...grid, u, v }
  return { similarity: start.similarity, local }
}
