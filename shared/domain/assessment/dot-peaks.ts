import { quantileOf } from '../light/linear-light.ts'
import type { Plane } from '../registration/plane.ts'
import type { ZoneMask } from './zone-mask.ts'

/** Standard deviation of the dots that are looked for, in work pixels: 0.145 mm, for dots of 0.3–0.5 mm (assessment-measurements, step 4). */
export const dotSigmaPx = 1.45

/** Places where a response peaks: work pixels (to a fraction of one) and how high, all three of one length. */
export interface Peaks {
  readonly x: Float32Array
  readonly y: Float32Array
  readonly height: Float32Array
}

/** Maxima above 0 among their eight neighbours where a zone has one of `bits`; `sign` −1 finds minima. The place is that of the parabola through its neighbours. */
export function findPeaks({ widthPx, heightPx, data }: Plane, mask: ZoneMask, bits: number, sign: 1 | -1): Peaks {
  const at: number[] = []
  for (let y = 1; y < heightPx - 1; y++) {
    for (let x = 1, i = y * widthPx + 1; x < widthPx - 1; x++, i++) {
      if ((mask.data[i]! & bits) === 0) continue
      const value = sign * data[i]!
      if (
        value > 0 &&
        value > sign * data[i - 1]! &&
        value >= sign * data[i + 1]! &&
        value > sign * data[i - widthPx]! &&
        value >= sign * data[i + widthPx]! &&
        value > sign * data[i - widthPx - 1]! &&
        value > sign * data[i - widthPx + 1]! &&
        value >= sign * data[i + widthPx - 1]! &&
        value >= sign * data[i + widthPx + 1]!
      ) {
        at.push(i)
      }
    }
  }
  const peaks = { x: new Float32Array(at.length), y: new Float32Array(at.length), height: new Float32Array(at.length) }
  for (const [peak, i] of at.entries()) {
    peaks.x[peak] = (i % widthPx) + parabolaTop(data[i - 1]!, data[i]!, data[i + 1]!)
    peaks.y[peak] = Math.floor(i / widthPx) + parabolaTop(data[i - widthPx]!, data[i]!, data[i + widthPx]!)
    peaks.height[peak] = sign * data[i]!
  }
  return peaks
}

/** The peaks for which a function says yes. */
export function peaksWhere(peaks: Peaks, isWanted: (peak: number) => boolean): Peaks {
  const wanted: number[] = []
  for (let peak = 0; peak < peaks.x.length; peak++) if (isWanted(peak)) wanted.push(peak)
  return {
    x: Float32Array.from(wanted, (peak) => peaks.x[peak]!),
    y: Float32Array.from(wanted, (peak) => peaks.y[peak]!),
    height: Float32Array.from(wanted, (peak) => peaks.height[peak]!),
  }
}

/** Above this height a peak is a dot: a share of the highest that follows how many peaks are low (assessment-measurements, step 4). */
export function dotThreshold(heights: Float32Array): number {
  if (heights.length === 0) return Number.POSITIVE_INFINITY
  const high = quantileOf(Float64Array.from(heights), 0.98)
  const lowShare = heights.reduce((count, height) => count + (height < high / 4 ? 1 : 0), 0) / heights.length
  return high * Math.min(Math.max(0.1 + 0.36 * lowShare, 0.12), 0.36)
}

/** How much stronger dark peaks are than bright ones: about 1 on bare skin, 2 and more where dots are resolved (assessment-measurements, step 4). */
export function darkOverBright(dark: Float32Array, bright: Float32Array): number {
  return dark.length > 0 && bright.length > 0 ? upperLevel(dark) / upperLevel(bright) : 1
}

/** The 80 % quantile of the upper half. */
function upperLevel(heights: Float32Array): number {
  return quantileOf(Float64Array.from(heights), 0.9)
}

function parabolaTop(before: number, here: number, after: number): number {
  const bend = before - 2 * here + after
  return bend === 0 ? 0 : Math.min(Math.max((before - after) / (2 * bend), -0.5), 0.5)
}
