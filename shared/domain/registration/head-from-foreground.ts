import type { HeadEllipse } from '../head.ts'
import { type ForegroundMask, headCoreOf } from './head-core.ts'

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
  const core = headCoreOf(mask)
  if (!core || core.radius < 0.14 * Math.min(widthPx, heightPx)) return undefined
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
