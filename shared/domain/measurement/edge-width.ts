import { ellipseMask, grownEllipse } from '../registration/ellipse-mask.ts'
import type { HeadFrame } from '../registration/head-frame.ts'
import type { Plane } from '../registration/plane.ts'

/** The head's outline is an edge too, the background beyond it isn't the head's. */
const reach = 1.02
/** An edge's two sides are looked for within this distance. */
const windowRadiusPx = 6
/** A clear edge spans at least this share of the head's contrast (between its 5 % darkest and 5 % brightest places). */
const leastSpan = 0.3
/** Of the clear edges the sharpest tenth counts: what is round or shaded never is sharp. */
const sharpestShare = 0.1
const fewestEdges = 40

/**
 * Width of the sharpest clear edges on a head in per cent of its width: the brightness step over the slope at its steepest (2.5 σ for a step blurred
 * by a Gaussian of σ). Undefined where there are too few clear edges.
 */
export function measureEdgeWidth(frame: HeadFrame): number | undefined {
  const { plane } = frame
  const mask = ellipseMask(grownEllipse(frame.ellipse, reach), plane.widthPx, plane.heightPx)
  const span = leastSpan * contrastOf(plane, mask)
  if (!(span > 4)) return undefined
  const widths: number[] = []
  for (let y = windowRadiusPx; y < plane.heightPx - windowRadiusPx; y++) {
    for (let x = windowRadiusPx; x < plane.widthPx - windowRadiusPx; x++) {
      const at = y * plane.widthPx + x
      if (mask.data[at]! < 0.5) continue
      for (const step of [1, plane.widthPx]) {
        const width = widthOfEdge(plane.data, at, step, span)
        if (width !== undefined) widths.push(width)
      }
    }
  }
  if (widths.length < fewestEdges) return undefined
  widths.sort((a, b) => a - b)
  return (100 * widths[Math.floor(sharpestShare * widths.length)]!) / frame.headWidthPx
}

/** Width in pixels of the edge whose steepest place is here along a row or a column; undefined where there is none or it spans too little. */
function widthOfEdge(data: Float32Array, at: number, step: number, leastHeight: number): number | undefined {
  const slope = (place: number) => (data[place + step]! - data[place - step]!) / 2
  const here = slope(at)
  const steepness = Math.abs(here)
  if (steepness < Math.abs(slope(at - step)) || steepness <= Math.abs(slope(at + step))) return undefined
  if (steepness * 2 * windowRadiusPx < leastHeight) return undefined
  const sign = Math.sign(here)
  const end = (direction: number) => {
    let place = at
    for (let i = 0; i < windowRadiusPx; i++) {
      const next = place + direction * step
      if (sign * direction * (data[next]! - data[place]!) <= 0) break
      place = next
    }
    return data[place]!
  }
  const height = sign * (end(1) - end(-1))
  return height < leastHeight ? undefined : height / steepness
}

function contrastOf(plane: Plane, mask: Plane): number {
  const inside = plane.data.filter((_, at) => mask.data[at]! >= 0.5).sort()
  const at = (share: number) => inside[Math.floor(share * (inside.length - 1))] ?? 0
  return at(0.95) - at(0.05)
}
