import type { Size } from '../geometry/viewport.ts'

/** The strongest line is this opaque, of 255. */
const strongestAlpha = 150
/** Share of the pixels whose edges are drawn fully; what is fainter fades, and below a third of it nothing is drawn. */
const fullShare = 0.03

/**
 * The edges of a picture as opacities (0 to 255, one for each pixel): what is left of a photo when only its outlines are traced. Takes RGBA pixels; Sobel's gradient of the
 * luma, smoothed twice by a 5 × 5 binomial filter so that stubble and pigment dots leave no line.
 */
export function faintEdges(rgba: Uint8Array | Uint8ClampedArray, { widthPx, heightPx }: Size): Uint8ClampedArray {
  if (rgba.length !== widthPx * heightPx * 4) throw new RangeError('Expected four bytes for each pixel')
  const smooth = smoothed(smoothed(lumaOf(rgba), widthPx, heightPx), widthPx, heightPx)
  const gradient = new Float32Array(widthPx * heightPx)
  for (let y = 1; y < heightPx - 1; y++)
    for (let x = 1; x < widthPx - 1; x++) {
      const at = y * widthPx + x
      const value = (dx: number, dy: number) => smooth[at + dy * widthPx + dx]!
      const across = value(1, -1) + 2 * value(1, 0) + value(1, 1) - value(-1, -1) - 2 * value(-1, 0) - value(-1, 1)
      const down = value(-1, 1) + 2 * value(0, 1) + value(1, 1) - value(-1, -1) - 2 * value(0, -1) - value(1, -1)
      gradient[at] = Math.hypot(across, down)
    }
  return opacitiesOf(gradient)
}

function opacitiesOf(gradient: Float32Array): Uint8ClampedArray {
  const opacities = new Uint8ClampedArray(gradient.length)
  const full = Float32Array.from(gradient).sort()[Math.floor(gradient.length * (1 - fullShare))] ?? 0
  // a picture without any edge, such as a black one, stays empty
  if (full < 4) return opacities
  const least = full / 3
  for (const [at, value] of gradient.entries())
    opacities[at] = value <= least ? 0 : strongestAlpha * Math.min((value - least) / (full - least), 1)
  return opacities
}

/** Luma of ITU-R BT.709. */
function lumaOf(rgba: Uint8Array | Uint8ClampedArray): Float32Array {
  const luma = new Float32Array(rgba.length / 4)
  for (let at = 0; at < luma.length; at++)
    luma[at] = 0.2126 * rgba[4 * at]! + 0.7152 * rgba[4 * at + 1]! + 0.0722 * rgba[4 * at + 2]!
  return luma
}

const binomial = [1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16]

/** Along rows, then along columns; beyond the picture stands its last pixel again. */
function smoothed(values: Float32Array, widthPx: number, heightPx: number): Float32Array {
  const pass = (from: Float32Array, length: number, step: number, start: (line: number) => number, lines: number) => {
    const result = new Float32Array(from.length)
    for (let line = 0; line < lines; line++)
      for (let place = 0; place < length; place++) {
        let sum = 0
        for (const [index, weight] of binomial.entries()) {
          const other = Math.min(Math.max(place + index - 2, 0), length - 1)
          sum += weight * from[start(line) + other * step]!
        }
        result[start(line) + place * step] = sum
      }
    return result
  }
  const rows = pass(values, widthPx, 1, (line) => line * widthPx, heightPx)
  return pass(rows, heightPx, widthPx, (line) => line, widthPx)
}
