/** A complex picture, row-major, both sides powers of two. */
export interface ComplexPlane {
  readonly width: number
  readonly height: number
  readonly re: Float64Array
  readonly im: Float64Array
}

/** A complex plane of zeros. */
export function emptyComplexPlane(width: number, height: number): ComplexPlane {
  return { width, height, re: new Float64Array(width * height), im: new Float64Array(width * height) }
}

/** The smallest power of two that isn't smaller. */
export function nextPowerOfTwo(value: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, value)))
}

/** Two-dimensional Fourier transforms of one size, in place (radix 2, Cooley–Tukey). The inverse divides by the number of pixels. */
export function createFourier(width: number, height: number) {
  const rows = createLine(width)
  const columns = createLine(height)
  const columnRe = new Float64Array(height)
  const columnIm = new Float64Array(height)
  const forward = (plane: ComplexPlane) => {
    for (let y = 0; y < height; y++) rows(plane.re, plane.im, y * width)
    for (let x = 0; x < width; x++) {
      for (let y = 0, i = x; y < height; y++, i += width) {
        columnRe[y] = plane.re[i]!
        columnIm[y] = plane.im[i]!
      }
      columns(columnRe, columnIm, 0)
      for (let y = 0, i = x; y < height; y++, i += width) {
        plane.re[i] = columnRe[y]!
        plane.im[i] = columnIm[y]!
      }
    }
  }
  const inverse = (plane: ComplexPlane) => {
    const swapped = { ...plane, re: plane.im, im: plane.re }
    forward(swapped)
    const norm = 1 / (width * height)
    for (let i = 0; i < plane.re.length; i++) {
      plane.re[i]! *= norm
      plane.im[i]! *= norm
    }
  }
  return { forward, inverse }
}

function createLine(n: number): (re: Float64Array, im: Float64Array, offset: number) => void {
  const bits = Math.log2(n)
  const reversed = new Uint32Array(n)
  for (let i = 0; i < n; i++) {
    let value = 0
    for (let bit = 0; bit < bits; bit++) value |= ((i >> bit) & 1) << (bits - 1 - bit)
    reversed[i] = value
  }
  const cos = new Float64Array(n >> 1)
  const sin = new Float64Array(n >> 1)
  for (let i = 0; i < n >> 1; i++) {
    cos[i] = Math.cos((2 * Math.PI * i) / n)
    sin[i] = -Math.sin((2 * Math.PI * i) / n)
  }
  return (re, im, offset) => {
    for (let i = 0; i < n; i++) {
      const j = reversed[i]!
      if (j <= i) continue
      const keptRe = re[offset + i]!
      const keptIm = im[offset + i]!
      re[offset + i] = re[offset + j]!
      im[offset + i] = im[offset + j]!
      re[offset + j] = keptRe
      im[offset + j] = keptIm
    }
    for (let half = 1, step = n >> 1; half < n; half <<= 1, step >>= 1) {
      for (let start = offset; start < offset + n; start += half << 1) {
        for (let k = 0, turn = 0; k < half; k++, turn += step) {
          const even = start + k
          const odd = even + half
          const oddRe = re[odd]! * cos[turn]! - im[odd]! * sin[turn]!
          const oddIm = re[odd]! * sin[turn]! + im[odd]! * cos[turn]!
          re[odd] = re[even]! - oddRe
          im[odd] = im[even]! - oddIm
          re[even]! += oddRe
          im[even]! += oddIm
        }
      }
    }
  }
}
