import type { HeadEllipse } from '../head.ts'

/** Foreground (1) and background (0) of a small picture, row-major. */
export interface ForegroundMask {
  readonly widthPx: number
  readonly heightPx: number
  readonly data: Uint8Array
}

/** "The head fills the middle of the picture": what is assumed when the picture gives no better evidence. */
export function centredHead(widthPx: number, heightPx: number): HeadEllipse {
  const radiusX = 0.3 * Math.min(widthPx, heightPx)
  return {
    centreX: (widthPx - 1) / 2,
    centreY: (heightPx - 1) / 2,
    radiusX,
    radiusY: 1.25 * radiusX,
    angleDegrees: 0,
  }
}

/**
 * The head in a foreground: the widest circle that fits (nearer to the middle counts more) is the head's core; the head reaches up and sideways as far as
 * the foreground does, and at most a head's length below its top, which cuts it at the neck. Undefined when nothing head-like is there.
 */
export function headFromForeground(mask: ForegroundMask): HeadEllipse | undefined {
  const { widthPx, heightPx } = mask
  const depth = distanceInside(mask)
  const core = headCore(depth, widthPx, heightPx)
  if (!core || core.radius < 0.08 * Math.min(widthPx, heightPx)) return undefined
  const reach = (degrees: number) => rayLength(mask, core.x, core.y, degrees, 2 * core.radius)
  const top = median(
    [-110, -100, -90, -80, -70].map((degrees) => reach(degrees) * Math.sin((-degrees * Math.PI) / 180)),
  )
  const bottom = Math.min(reach(90), Math.max(core.radius, 2.75 * core.radius - top))
  const left = Math.min(1.15 * core.radius, median([165, 180, 195].map((degrees) => reach(degrees))))
  const right = Math.min(1.15 * core.radius, median([-15, 0, 15].map((degrees) => reach(degrees))))
  return {
    centreX: core.x + (right - left) / 2,
    centreY: core.y + (bottom - top) / 2,
    radiusX: (left + right) / 2,
    radiusY: (top + bottom) / 2,
    angleDegrees: 0,
  }
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
function headCore(depth: Float32Array, widthPx: number, heightPx: number) {
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

function rayLength(mask: ForegroundMask, x: number, y: number, degrees: number, limit: number): number {
  const dx = Math.cos((degrees * Math.PI) / 180)
  const dy = Math.sin((degrees * Math.PI) / 180)
  let outside = 0
  for (let length = 1; length < limit; length++) {
    const px = Math.round(x + dx * length)
    const py = Math.round(y + dy * length)
    const isIn =
      px >= 0 && py >= 0 && px < mask.widthPx && py < mask.heightPx && mask.data[py * mask.widthPx + px] === 1
    outside = isIn ? 0 : outside + 1
    // a gap of a pixel or two is noise
    if (outside === 3) return length - 2
  }
  return limit
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1]!
}
