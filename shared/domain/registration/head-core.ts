/** Foreground (1) and background (0) of a small picture, row-major. */
export interface ForegroundMask {
  readonly widthPx: number
  readonly heightPx: number
  readonly data: Uint8Array
}

/** The widest circle in a foreground, in its pixels. */
export interface HeadCore {
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** The widest circle that fits in the foreground; nearer to the middle counts more, below it (where shoulders are) less. Undefined without foreground. */
export function headCoreOf(mask: ForegroundMask): HeadCore | undefined {
  return deepestPlace(distanceInside(mask), mask.widthPx, mask.heightPx)
}

/** Chamfer distance (3–4, in pixels) to the nearest background pixel; the picture's edge doesn't count as background. */
function distanceInside({ widthPx, heightPx, data }: ForegroundMask): Float32Array {
  const depth = new Float32Array(data.length)
  const far = widthPx + heightPx
  for (let i = 0; i < data.length; i++) depth[i] = data[i] ? far : 0
  const at = (x: number, y: number) => (x < 0 || y < 0 || x >= widthPx || y >= heightPx ? far : depth[y * widthPx + x]!)
  const diagonal = 4 / 3
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const i = y * widthPx + x
      const before = Math.min(
        at(x - 1, y) + 1,
        at(x, y - 1) + 1,
        at(x - 1, y - 1) + diagonal,
        at(x + 1, y - 1) + diagonal,
      )
      depth[i] = Math.min(depth[i]!, before)
    }
  }
  for (let y = heightPx - 1; y >= 0; y--) {
    for (let x = widthPx - 1; x >= 0; x--) {
      const i = y * widthPx + x
      const after = Math.min(
        at(x + 1, y) + 1,
        at(x, y + 1) + 1,
        at(x + 1, y + 1) + diagonal,
        at(x - 1, y + 1) + diagonal,
      )
      depth[i] = Math.min(depth[i]!, after)
    }
  }
  return depth
}

/** The deepest place, depth counted less away from the middle and below it, where shoulders are. A circle never reaches beyond the picture's sides. */
function deepestPlace(depth: Float32Array, widthPx: number, heightPx: number): HeadCore | undefined {
  let best: { x: number; y: number; radius: number; score: number } | undefined
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const inside = Math.min(x + 1, widthPx - x)
      const radius = Math.min(depth[y * widthPx + x]!, inside)
      if (radius <= 0) continue
      const aside = (x - widthPx / 2) / (0.5 * widthPx)
      const lower = Math.max(0, (y - 0.5 * heightPx) / (0.5 * heightPx))
      const higher = Math.max(0, (0.4 * heightPx - y) / (0.4 * heightPx))
      const score = radius * Math.exp(-(aside * aside) / 0.5 - (lower * lower) / 0.25 - (higher * higher) / 1.5)
      if (!best || score > best.score) best = { x, y, radius, score }
    }
  }
  return best
}
