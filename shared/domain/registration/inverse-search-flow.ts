import { gridValueAt, type LocalGrid } from './frame-map.ts'
import { halved, type Plane } from './plane.ts'

/**
 * Where things went between two pictures, on a grid: node (column, row) stands for reference pixel (origin + column·stride, origin + row·stride);
 * `u`, `v` are pixels to the right and down. `trust` (0–1) says how much texture held the node.
 */
export interface FlowGrid extends LocalGrid {
  readonly trust: Float32Array
}

const patchPx = 8
const patchArea = patchPx * patchPx
const stridePx = 4
const originPx = (patchPx - 1) / 2
const maxIterations = 12

/**
 * Dense inverse search (Kroeger, Timofte, Dai, Van Gool 2016): patches of 8 px every 4 px, each moved by inverse Lucas–Kanade steps from coarse to fine,
 * mean-free, the flow smoothed over neighbouring patches by their trust after every level. Both planes have one size and unit contrast.
 */
export function inverseSearchFlow(reference: Plane, moving: Plane): FlowGrid {
  const references = pyramid(reference)
  const movings = pyramid(moving)
  let flow: FlowGrid | undefined
  for (let level = references.length - 1; level >= 0; level--) {
    flow = smoothedGrid(searchLevel(references[level]!, movings[level]!, flow), 1)
  }
  return flow!
}

function pyramid(plane: Plane): Plane[] {
  const levels = [plane]
  for (let last = plane; Math.min(last.widthPx, last.heightPx) >= 48; ) {
    last = halved(last)
    levels.push(last)
  }
  return levels
}

function emptyGrid(columns: number, rows: number): FlowGrid {
  const count = columns * rows
  return {
    columns,
    rows,
    originPx,
    stridePx,
    u: new Float32Array(count),
    v: new Float32Array(count),
    trust: new Float32Array(count),
  }
}

function searchLevel(reference: Plane, moving: Plane, coarser: FlowGrid | undefined): FlowGrid {
  const { widthPx, heightPx } = reference
  const grid = emptyGrid(
    Math.floor((widthPx - patchPx - 1) / stridePx) + 1,
    Math.floor((heightPx - patchPx - 1) / stridePx) + 1,
  )
  const patch = createPatchSearch(reference, moving)
  for (let row = 0, i = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++, i++) {
      const x = column * stridePx
      const y = row * stridePx
      // pixel x lies at (x + ½)/2 − ½ of the next coarser level
      const halfX = (x + originPx - 0.5) / 2
      const halfY = (y + originPx - 0.5) / 2
      const startU = coarser ? 2 * gridValueAt(coarser, coarser.u, halfX, halfY) : 0
      const startV = coarser ? 2 * gridValueAt(coarser, coarser.v, halfX, halfY) : 0
      patch.search(x, y, startU, startV)
      grid.u[i] = patch.result[0]!
      grid.v[i] = patch.result[1]!
      grid.trust[i] = patch.result[2]!
    }
  }
  return grid
}

/** One patch after the other with the same buffers: `search` leaves u, v and trust in `result`. */
function createPatchSearch(reference: Plane, moving: Plane) {
  const { widthPx, heightPx } = reference
  const gx = new Float32Array(patchArea)
  const gy = new Float32Array(patchArea)
  const values = new Float32Array(patchArea)
  const result = new Float64Array(3)
  const from = reference.data
  const to = moving.data
  const maxX = widthPx - patchPx - 1
  const maxY = heightPx - patchPx - 1

  const search = (x: number, y: number, startU: number, startV: number): void => {
    let meanX = 0
    let meanY = 0
    let meanValue = 0
    for (let j = 0, k = 0; j < patchPx; j++) {
      const py = y + j
      const above = py > 0 ? -widthPx : 0
      const below = py < heightPx - 1 ? widthPx : 0
      for (let i = 0; i < patchPx; i++, k++) {
        const px = x + i
        const at = py * widthPx + px
        gx[k] = (from[px < widthPx - 1 ? at + 1 : at]! - from[px > 0 ? at - 1 : at]!) / 2
        gy[k] = (from[at + below]! - from[at + above]!) / 2
        values[k] = from[at]!
        meanX += gx[k]!
        meanY += gy[k]!
        meanValue += from[at]!
      }
    }
    meanX /= patchArea
    meanY /= patchArea
    meanValue /= patchArea
    let xx = 0
    let xy = 0
    let yy = 0
    for (let k = 0; k < patchArea; k++) {
      gx[k]! -= meanX
      gy[k]! -= meanY
      values[k]! -= meanValue
      xx += gx[k]! * gx[k]!
      xy += gx[k]! * gy[k]!
      yy += gy[k]! * gy[k]!
    }
    const half = (xx + yy) / 2
    const weakest = half - Math.sqrt(((xx - yy) / 2) ** 2 + xy * xy)
    // damping keeps patches without texture where the coarser level put them
    const damping = 0.15
    const determinant = (xx + damping) * (yy + damping) - xy * xy
    let u = startU
    let v = startV
    let bestU = u
    let bestV = v
    let bestCost = Number.POSITIVE_INFINITY
    for (let iteration = 0; iteration < maxIterations; iteration++) {
      const left = Math.min(Math.max(x + u, 0), maxX)
      const top = Math.min(Math.max(y + v, 0), maxY)
      const x0 = left | 0
      const y0 = top | 0
      const fx = left - x0
      const fy = top - y0
      const w00 = (1 - fx) * (1 - fy)
      const w01 = fx * (1 - fy)
      const w10 = (1 - fx) * fy
      const w11 = fx * fy
      let alongX = 0
      let alongY = 0
      let sum = 0
      let squares = 0
      for (let j = 0, k = 0; j < patchPx; j++) {
        let at = (y0 + j) * widthPx + x0
        for (let i = 0; i < patchPx; i++, k++, at++) {
          const difference =
            w00 * to[at]! + w01 * to[at + 1]! + w10 * to[at + widthPx]! + w11 * to[at + widthPx + 1]! - values[k]!
          alongX += gx[k]! * difference
          alongY += gy[k]! * difference
          sum += difference
          squares += difference * difference
        }
      }
      const cost = squares - (sum * sum) / patchArea
      if (cost >= bestCost) break
      bestCost = cost
      bestU = u
      bestV = v
      const stepX = ((yy + damping) * alongX - xy * alongY) / determinant
      const stepY = ((xx + damping) * alongY - xy * alongX) / determinant
      u -= stepX
      v -= stepY
      if (stepX * stepX + stepY * stepY < 1e-4) break
    }
    const went = Math.hypot(bestU - startU, bestV - startV)
    const isLost = went > patchPx
    result[0] = isLost ? startU : bestU
    result[1] = isLost ? startV : bestV
    const texture = weakest / (weakest + 1)
    const match = 1 / (1 + bestCost / (0.15 * patchArea))
    result[2] = isLost ? 0 : texture * match
  }
  return { search, result }
}

/** The flow averaged over neighbouring nodes by trust (normalised convolution, standard deviation in nodes); trust itself stays. */
export function smoothedGrid(grid: FlowGrid, sigmaNodes: number): FlowGrid {
  const { columns, rows } = grid
  const radius = Math.ceil(2.5 * sigmaNodes)
  const kernel = Array.from({ length: radius + 1 }, (_, i) => Math.exp(-(i * i) / (2 * sigmaNodes * sigmaNodes)))
  const sums = [0, 1, 2].map(() => new Float32Array(columns * rows))
  const [rowU, rowV, rowWeight] = sums as [Float32Array, Float32Array, Float32Array]
  for (let row = 0, i = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, i++) {
      for (let k = Math.max(-radius, -column); k <= Math.min(radius, columns - 1 - column); k++) {
        const weight = kernel[k < 0 ? -k : k]! * (grid.trust[i + k]! + 1e-3)
        rowU[i]! += weight * grid.u[i + k]!
        rowV[i]! += weight * grid.v[i + k]!
        rowWeight[i]! += weight
      }
    }
  }
  const result = { ...grid, u: new Float32Array(columns * rows), v: new Float32Array(columns * rows) }
  for (let row = 0, i = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, i++) {
      let u = 0
      let v = 0
      let total = 0
      for (let k = Math.max(-radius, -row); k <= Math.min(radius, rows - 1 - row); k++) {
        const weight = kernel[k < 0 ? -k : k]!
        const at = i + k * columns
        u += weight * rowU[at]!
        v += weight * rowV[at]!
        total += weight * rowWeight[at]!
      }
      result.u[i] = u / total
      result.v[i] = v / total
    }
  }
  return result
}
