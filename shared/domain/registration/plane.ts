/** One channel of a picture: row-major, pixel centres at whole numbers. */
export interface Plane {
  readonly widthPx: number
  readonly heightPx: number
  readonly data: Float32Array
}

/** A plane of zeros. */
export function emptyPlane(widthPx: number, heightPx: number): Plane {
  return { widthPx, heightPx, data: new Float32Array(widthPx * heightPx) }
}

/** Luma (Rec. 601, 0–255) of interleaved 8-bit RGB. */
export function lumaOfRgb(rgb: Uint8Array, widthPx: number, heightPx: number): Plane {
  const plane = emptyPlane(widthPx, heightPx)
  for (let i = 0, j = 0; i < plane.data.length; i++, j += 3) {
    plane.data[i] = 0.299 * rgb[j]! + 0.587 * rgb[j + 1]! + 0.114 * rgb[j + 2]!
  }
  return plane
}

/** Half the size (rounded down) by 2 × 2 means; pixel x of the result lies at 2x + ½ of the source. */
export function halved(source: Plane): Plane {
  const result = emptyPlane(Math.max(1, source.widthPx >> 1), Math.max(1, source.heightPx >> 1))
  const right = source.widthPx > 1 ? 1 : 0
  const below = source.heightPx > 1 ? source.widthPx : 0
  for (let y = 0, i = 0; y < result.heightPx; y++) {
    for (let x = 0; x < result.widthPx; x++, i++) {
      const at = 2 * y * source.widthPx + 2 * x
      const { data } = source
      result.data[i] = (data[at]! + data[at + right]! + data[at + below]! + data[at + below + right]!) / 4
    }
  }
  return result
}

/** Bilinear value; outside the plane the nearest edge pixel. */
export function sampleBilinear(plane: Plane, x: number, y: number): number {
  const { widthPx, heightPx, data } = plane
  const cx = Math.min(Math.max(x, 0), widthPx - 1)
  const cy = Math.min(Math.max(y, 0), heightPx - 1)
  const x0 = cx | 0
  const y0 = cy | 0
  const right = x0 + 1 < widthPx ? 1 : 0
  const below = y0 + 1 < heightPx ? widthPx : 0
  const fx = cx - x0
  const fy = cy - y0
  const at = y0 * widthPx + x0
  const top = data[at]! + fx * (data[at + right]! - data[at]!)
  const bottom = data[at + below]! + fx * (data[at + below + right]! - data[at + below]!)
  return top + fy * (bottom - top)
}

/**
 * Draws a window of `source`: pixel (x, y) shows source pixel (originX + stepX·x, originY + stepY·y); outside the source its edge goes on. Halves first while the source has at least two pixels per new pixel,
 * so that detail too fine for the new plane doesn't turn into false patterns.
 */
export function cropAndScale(
  source: Plane,
  window: { readonly originX: number; readonly originY: number; readonly stepX: number; readonly stepY: number },
  widthPx: number,
  heightPx: number,
): Plane {
  let plane = source
  let { originX, originY, stepX, stepY } = window
  while (Math.min(stepX, stepY) >= 2) {
    plane = halved(plane)
    stepX /= 2
    stepY /= 2
    originX = (originX - 0.5) / 2
    originY = (originY - 0.5) / 2
  }
  const softened = stepX > 1.25 ? blurred(plane, 0.4 * stepX) : plane
  const result = emptyPlane(widthPx, heightPx)
  for (let y = 0, i = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, i++) {
      result.data[i] = sampleBilinear(softened, originX + stepX * x, originY + stepY * y)
    }
  }
  return result
}

/** Gaussian blur of standard deviation `sigmaPx`: exact kernel when small, three running means (edge repeated) when large. */
export function blurred(source: Plane, sigmaPx: number): Plane {
  const first = emptyPlane(source.widthPx, source.heightPx)
  const second = emptyPlane(source.widthPx, source.heightPx)
  if (sigmaPx < 2.5) {
    const kernel = gaussianKernel(sigmaPx)
    convolveRows(source, first, kernel)
    convolveColumns(first, second, kernel)
    return second
  }
  second.data.set(source.data)
  for (const radius of boxRadii(sigmaPx)) {
    boxRows(second, first, radius)
    boxColumns(first, second, radius)
  }
  return second
}

function gaussianKernel(sigmaPx: number): Float32Array {
  const radius = Math.max(1, Math.ceil(3 * sigmaPx))
  const kernel = new Float32Array(2 * radius + 1)
  let sum = 0
  for (let i = -radius; i <= radius; i++) sum += kernel[i + radius] = Math.exp(-(i * i) / (2 * sigmaPx * sigmaPx))
  for (let i = 0; i < kernel.length; i++) kernel[i]! /= sum
  return kernel
}

/** Three box widths whose variances add up to about sigma² (Kovesi 2010). */
function boxRadii(sigmaPx: number): number[] {
  const ideal = Math.sqrt((12 * sigmaPx * sigmaPx) / 3 + 1)
  const low = Math.floor((ideal - 1) / 2)
  const lowWidth = 2 * low + 1
  const count = Math.round((12 * sigmaPx * sigmaPx - 3 * lowWidth * lowWidth - 12 * lowWidth - 9) / (-4 * lowWidth - 4))
  return [0, 1, 2].map((i) => (i < count ? low : low + 1))
}

function convolveRows({ widthPx, heightPx, data }: Plane, target: Plane, kernel: Float32Array): void {
  const radius = kernel.length >> 1
  const row = new Float32Array(widthPx + 2 * radius)
  for (let y = 0, i = 0; y < heightPx; y++) {
    const from = y * widthPx
    row.fill(data[from]!, 0, radius)
    row.set(data.subarray(from, from + widthPx), radius)
    row.fill(data[from + widthPx - 1]!, radius + widthPx)
    for (let x = radius; x < widthPx + radius; x++, i++) {
      let sum = kernel[radius]! * row[x]!
      for (let k = 1; k <= radius; k++) sum += kernel[radius + k]! * (row[x - k]! + row[x + k]!)
      target.data[i] = sum
    }
  }
}

function convolveColumns({ widthPx, heightPx, data }: Plane, target: Plane, kernel: Float32Array): void {
  const radius = kernel.length >> 1
  const above = new Int32Array(radius + 1)
  const below = new Int32Array(radius + 1)
  for (let y = 0, i = 0; y < heightPx; y++) {
    for (let k = 0; k <= radius; k++) {
      above[k] = Math.max(y - k, 0) * widthPx
      below[k] = Math.min(y + k, heightPx - 1) * widthPx
    }
    for (let x = 0; x < widthPx; x++, i++) {
      let sum = kernel[radius]! * data[i]!
      for (let k = 1; k <= radius; k++) sum += kernel[radius + k]! * (data[above[k]! + x]! + data[below[k]! + x]!)
      target.data[i] = sum
    }
  }
}

function boxRows({ widthPx, heightPx, data }: Plane, target: Plane, radius: number): void {
  const norm = 1 / (2 * radius + 1)
  for (let y = 0; y < heightPx; y++) {
    const row = y * widthPx
    let sum = 0
    for (let k = -radius; k <= radius; k++) sum += data[row + Math.min(Math.max(k, 0), widthPx - 1)]!
    for (let x = 0; x < widthPx; x++) {
      target.data[row + x] = sum * norm
      const leaves = x - radius
      const enters = x + radius + 1
      sum += data[row + Math.min(enters, widthPx - 1)]! - data[row + Math.max(leaves, 0)]!
    }
  }
}

function boxColumns({ widthPx, heightPx, data }: Plane, target: Plane, radius: number): void {
  const norm = 1 / (2 * radius + 1)
  const sums = new Float32Array(widthPx)
  for (let k = -radius; k <= radius; k++) {
    const row = Math.min(Math.max(k, 0), heightPx - 1) * widthPx
    for (let x = 0; x < widthPx; x++) sums[x]! += data[row + x]!
  }
  for (let y = 0; y < heightPx; y++) {
    const leaves = Math.max(y - radius, 0) * widthPx
    const enters = Math.min(y + radius + 1, heightPx - 1) * widthPx
    for (let x = 0; x < widthPx; x++) {
      target.data[y * widthPx + x] = sums[x]! * norm
      sums[x]! += data[enters + x]! - data[leaves + x]!
    }
  }
}
