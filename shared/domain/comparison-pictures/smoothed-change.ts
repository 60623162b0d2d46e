import type { Size } from '../geometry/viewport.ts'
import { seenIn } from './comparable-part.ts'

/**
 * How far a heat map averages a change: the Gaussian's standard deviation as a share of the head's width. A head is about 155 mm wide, so it is about 3 mm; a Gaussian
 * averages over 4πσ² ≈ 1.2 cm², where some 70 to 80 dots or shaved hairs stand. That single ones fell in or out then moves the tone by no more than
 * 1/√75 ≈ 12 %, the error that counting has anyway.
 */
export const smoothingShare = 0.02
/**
 * How far a difference is averaged: about 0.8 mm, less than the distance of two dots. Two photos never have a dot at the same place to a fraction of its size, nor
 * the same noise; unaveraged, that would be all that is seen.
 */
export const fineSmoothingShare = 0.005
/** A smoothed value needs this share of what it averages to be seen in both photos. */
const leastWeight = 0.02

/** A change averaged over its surroundings, on a coarser grid: each cell stands for a square of `cellPx` pixels of the picture. */
export interface SmoothedChange extends Size {
  readonly cellPx: number
  /** Hundredths of a step of lightness. */
  readonly values: Float32Array
}

/** Averages a change by a Gaussian of `sigmaPx`; what isn't seen in both photos counts for nothing. */
export function smoothedChange(change: Int16Array, part: Uint8Array, size: Size, sigmaPx: number): SmoothedChange {
  const cellPx = Math.max(1, Math.floor(sigmaPx / 2))
  const widthPx = Math.ceil(size.widthPx / cellPx)
  const heightPx = Math.ceil(size.heightPx / cellPx)
  const values = new Float32Array(widthPx * heightPx)
  const weights = new Float32Array(widthPx * heightPx)
  for (let y = 0, at = 0; y < size.heightPx; y++) {
    const row = Math.floor(y / cellPx) * widthPx
    for (let column = 0, x = 0; column < widthPx; column++) {
      let sum = 0
      let count = 0
      for (const end = Math.min(x + cellPx, size.widthPx); x < end; x++, at++) {
        if (part[at] !== seenIn.both) continue
        sum += change[at]!
        count++
      }
      values[row + column]! += sum
      weights[row + column]! += count
    }
  }
  const sums = blurred(values, widthPx, heightPx, sigmaPx / cellPx)
  const counts = blurred(weights, widthPx, heightPx, sigmaPx / cellPx)
  for (let at = 0; at < sums.length; at++)
    sums[at] = counts[at]! > leastWeight * cellPx * cellPx ? sums[at]! / counts[at]! : 0
  return { widthPx, heightPx, cellPx, values: sums }
}

/** Three boxes one after the other are as good as a Gaussian (Wells 1986); their variances add up to the wanted one. Overwrites the plane. */
function blurred(plane: Float32Array, width: number, height: number, sigma: number): Float32Array {
  const ideal = Math.sqrt(4 * sigma * sigma + 1)
  const lower = Math.max(1, 2 * Math.floor((ideal - 1) / 2) + 1)
  const lowerCount = Math.round((12 * sigma * sigma - 3 * lower * lower - 12 * lower - 9) / (-4 * lower - 4))
  const between = new Float32Array(plane.length)
  for (let pass = 0; pass < 3; pass++) {
    const radius = ((pass < lowerCount ? lower : lower + 2) - 1) / 2
    if (radius === 0) continue
    averageAlongRows(plane, between, width, height, radius)
    averageAlongColumns(between, plane, width, height, radius)
  }
  return plane
}

/** Averages each row by a box; beyond its ends there is nothing. */
function averageAlongRows(from: Float32Array, to: Float32Array, width: number, height: number, radius: number): void {
  const share = 1 / (2 * radius + 1)
  for (let row = 0; row < height; row++) {
    const start = row * width
    let sum = 0
    for (let x = 0; x < Math.min(radius, width); x++) sum += from[start + x]!
    for (let x = 0; x < width; x++) {
      if (x + radius < width) sum += from[start + x + radius]!
      if (x - radius - 1 >= 0) sum -= from[start + x - radius - 1]!
      to[start + x] = sum * share
    }
  }
}

/** Averages each column by a box, all columns at once and row by row: memory is read in its order. */
function averageAlongColumns(
  from: Float32Array,
  to: Float32Array,
  width: number,
  height: number,
  radius: number,
): void {
  const share = 1 / (2 * radius + 1)
  const sums = new Float64Array(width)
  const add = (row: number, sign: 1 | -1) => {
    if (row < 0 || row >= height) return
    const start = row * width
    for (let x = 0; x < width; x++) sums[x]! += sign * from[start + x]!
  }
  for (let row = 0; row < radius; row++) add(row, 1)
  for (let row = 0; row < height; row++) {
    add(row + radius, 1)
    add(row - radius - 1, -1)
    const start = row * width
    for (let x = 0; x < width; x++) to[start + x] = sums[x]! * share
  }
}

/** Gives the rows of a smoothed change at the picture's own pixels (bilinear), in hundredths of a step; each call overwrites the row before. */
export function smoothedRows(
  { values, widthPx, heightPx, cellPx }: SmoothedChange,
  pictureWidthPx: number,
): (y: number) => Float32Array {
  const row = new Float32Array(pictureWidthPx)
  const cells = new Float32Array(widthPx + 1)
  const lefts = new Uint16Array(pictureWidthPx)
  const shares = new Float32Array(pictureWidthPx)
  for (let x = 0; x < pictureWidthPx; x++) {
    const across = cellPlace(x, cellPx, widthPx)
    lefts[x] = Math.floor(across)
    shares[x] = across - Math.floor(across)
  }
  return (y) => {
    const down = cellPlace(y, cellPx, heightPx)
    const upper = Math.floor(down) * widthPx
    const lower = Math.min(Math.floor(down) + 1, heightPx - 1) * widthPx
    const v = down - Math.floor(down)
    for (let cell = 0; cell < widthPx; cell++) cells[cell] = values[upper + cell]! * (1 - v) + values[lower + cell]! * v
    cells[widthPx] = cells[widthPx - 1]!
    for (let x = 0; x < pictureWidthPx; x++) {
      const cell = cells[lefts[x]!]!
      row[x] = cell + (cells[lefts[x]! + 1]! - cell) * shares[x]!
    }
    return row
  }
}

function cellPlace(pixel: number, cellPx: number, cells: number): number {
  return Math.min(Math.max((pixel + 0.5) / cellPx - 0.5, 0), cells - 1)
}
