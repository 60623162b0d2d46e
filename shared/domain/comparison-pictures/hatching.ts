import type { Size } from '../geometry/viewport.ts'

/** Lines across the longer side of a picture that is hatched all over: on a screen they stand some ten pixels apart. */
const linesAcross = 90

/** Whether a pixel lies on a line of a hatching at 45°; the lines are as far apart as suits the picture's size. */
export function isOnHatch(x: number, y: number, { widthPx, heightPx }: Size): boolean {
  const periodPx = Math.max(6, Math.round(Math.max(widthPx, heightPx) / linesAcross))
  return (x + y) % periodPx < periodPx / 4
}
