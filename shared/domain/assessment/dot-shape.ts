import { blurred, emptyPlane, type Plane } from '../registration/plane.ts'
import type { Peaks } from './dot-peaks.ts'
import { workPixelsPerMm } from './work-scale.ts'

/** What a picture's dots look like on average: their standard deviation in mm, and how much wider they are one way than across (1: round). */
export interface DotShape {
  readonly sigmaMm: number
  readonly stretch: number
}

/** The average is taken over so many pixels around a dot, and over no more dots than this. */
const radiusPx = 12
const mostDots = 6000
/** With fewer dots their average is still noise. */
const fewestDots = 200
/** Shape is read from responses at these two scales. */
const finePx = 1
const coarsePx = 2

/** Averages the optical density around dots (their places rounded to pixels) and measures its shape; undefined with too few dots. */
export function measureDotShape(density: Plane, dots: Peaks): DotShape | undefined {
  const average = averageAround(density, dots)
  if (!average) return undefined
  const fine = blobAt(average, finePx)
  const coarse = blobAt(average, coarsePx)
  // a Gaussian dot of σ = s answers with σf²·2A·s²/(s²+σf²)², so that the two answers tell s
  const root = Math.sqrt((fine.response / coarse.response) * (coarsePx / finePx) ** 2)
  const squared = (coarsePx ** 2 - root * finePx ** 2) / (root - 1)
  if (!(fine.response > 0) || !(coarse.response > 0)) return undefined
  const sigmaPx = root > 1 && squared > 0 ? Math.sqrt(squared) : Number.POSITIVE_INFINITY
  return { sigmaMm: sigmaPx / workPixelsPerMm, stretch: fine.stretch }
}

function averageAround({ widthPx, heightPx, data }: Plane, dots: Peaks): Plane | undefined {
  const side = 2 * radiusPx + 1
  const average = emptyPlane(side, side)
  const every = Math.max(1, Math.ceil(dots.x.length / mostDots))
  let count = 0
  for (let dot = 0; dot < dots.x.length; dot += every) {
    const [x, y] = [Math.round(dots.x[dot]!), Math.round(dots.y[dot]!)]
    if (x < radiusPx || y < radiusPx || x >= widthPx - radiusPx || y >= heightPx - radiusPx) continue
    const weight = 1 / dots.height[dot]!
    for (let row = -radiusPx, to = 0; row <= radiusPx; row++) {
      const from = (y + row) * widthPx + x - radiusPx
      for (let column = 0; column < side; column++, to++) average.data[to]! += weight * data[from + column]!
    }
    count++
  }
  return count < fewestDots ? undefined : average
}

/** −σ² times the Laplacian of the Gaussian in the middle, and the ratio of the two principal widths that the curvatures there tell. */
function blobAt(average: Plane, sigmaPx: number): { response: number; stretch: number } {
  const { data, widthPx } = blurred(average, sigmaPx)
  const middle = radiusPx * widthPx + radiusPx
  const value = (x: number, y: number) => data[middle + y * widthPx + x]!
  const xx = value(-1, 0) - 2 * value(0, 0) + value(1, 0)
  const yy = value(0, -1) - 2 * value(0, 0) + value(0, 1)
  const xy = (value(1, 1) - value(-1, 1) - value(1, -1) + value(-1, -1)) / 4
  const half = Math.hypot((xx - yy) / 2, xy)
  const mean = -(xx + yy) / 2
  return { response: -sigmaPx * sigmaPx * (xx + yy), stretch: Math.sqrt((mean + half) / Math.max(mean - half, 1e-9)) }
}
