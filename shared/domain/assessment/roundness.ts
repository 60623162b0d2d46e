import type { Plane } from '../registration/plane.ts'

/** How round a peak of a smooth plane is: the ratio of its weaker to its stronger principal curvature (1 round, 0 a ridge, negative a saddle). */
export function roundnessAt({ widthPx, heightPx, data }: Plane, atX: number, atY: number): number {
  const x = Math.min(Math.max(Math.round(atX), 1), widthPx - 2)
  const y = Math.min(Math.max(Math.round(atY), 1), heightPx - 2)
  const at = y * widthPx + x
  const xx = data[at - 1]! - 2 * data[at]! + data[at + 1]!
  const yy = data[at - widthPx]! - 2 * data[at]! + data[at + widthPx]!
  const xy = (data[at + widthPx + 1]! - data[at + widthPx - 1]! - data[at - widthPx + 1]! + data[at - widthPx - 1]!) / 4
  const mean = -(xx + yy) / 2
  const half = Math.hypot((xx - yy) / 2, xy)
  return mean + half > 0 ? (mean - half) / (mean + half) : 0
}
