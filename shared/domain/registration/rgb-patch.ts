import type { Point } from '../geometry/points.ts'
import { similarityAbout } from '../geometry/similarity.ts'
import type { Similarity } from '../geometry/transform.ts'

/** An 8-bit RGB picture: 3 bytes a pixel, row-major, pixel centres at whole numbers. */
export interface RgbPicture {
  readonly data: Uint8Array
  readonly widthPx: number
  readonly heightPx: number
}

const mostSamplesPerSide = 6

/**
 * Cuts a square patch of `sidePx` out of a picture: patch pixel p shows picture pixel `toPicture`(p). RGB interleaved, 0–255, black outside the picture.
 * Where the picture is finer than the patch, each pixel is the mean of a grid of samples.
 */
export function cutPatch(picture: RgbPicture, toPicture: Similarity, sidePx: number): Float32Array {
  const patch = new Float32Array(3 * sidePx * sidePx)
  const { a, b, tx, ty } = toPicture
  const samples = Math.min(mostSamplesPerSide, Math.max(1, Math.round(Math.hypot(a, b))))
  // in a dense grid the nearest pixel does as well
  const add = samples > 2 ? addNearest : addBilinear
  const offsets = Array.from({ length: samples }, (_, i) => (i + 0.5) / samples - 0.5)
  for (let y = 0, i = 0; y < sidePx; y++) {
    for (let x = 0; x < sidePx; x++, i += 3) {
      for (const down of offsets) {
        for (const across of offsets) {
          const u = x + across
          const v = y + down
          add(picture, a * u - b * v + tx, b * u + a * v + ty, patch, i)
        }
      }
    }
  }
  const weight = 1 / (samples * samples)
  for (let i = 0; i < patch.length; i++) patch[i]! *= weight
  return patch
}

function addNearest(
  { data, widthPx, heightPx }: RgbPicture,
  x: number,
  y: number,
  patch: Float32Array,
  to: number,
): void {
  const column = Math.round(x)
  const row = Math.round(y)
  if (column < 0 || row < 0 || column >= widthPx || row >= heightPx) return
  const at = 3 * (row * widthPx + column)
  patch[to]! += data[at]!
  patch[to + 1]! += data[at + 1]!
  patch[to + 2]! += data[at + 2]!
}

function addBilinear(
  { data, widthPx, heightPx }: RgbPicture,
  x: number,
  y: number,
  patch: Float32Array,
  to: number,
): void {
  if (x < -0.5 || y < -0.5 || x > widthPx - 0.5 || y > heightPx - 0.5) return
  const cx = Math.min(Math.max(x, 0), widthPx - 1)
  const cy = Math.min(Math.max(y, 0), heightPx - 1)
  const x0 = cx | 0
  const y0 = cy | 0
  const fx = cx - x0
  const fy = cy - y0
  const at = 3 * (y0 * widthPx + x0)
  const right = x0 + 1 < widthPx ? 3 : 0
  const below = y0 + 1 < heightPx ? 3 * widthPx : 0
  for (let channel = 0; channel < 3; channel++) {
    const i = at + channel
    const top = data[i]! + fx * (data[i + right]! - data[i]!)
    const bottom = data[i + below]! + fx * (data[i + below + right]! - data[i + below]!)
    patch[to + channel]! += top + fy * (bottom - top)
  }
}

/** Where a square patch of `patchSidePx` lies in a picture: its centre, its side in picture pixels, and its turn (clockwise as seen). */
export function patchPlace(
  centre: Point,
  sideInPicturePx: number,
  angleDegrees: number,
  patchSidePx: number,
): Similarity {
  const middle = (patchSidePx - 1) / 2
  return similarityAbout({ x: middle, y: middle }, centre, sideInPicturePx / patchSidePx, angleDegrees)
}
