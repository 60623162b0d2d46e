import type { Point } from '../geometry/points.ts'
import type { HeadEllipse } from '../head.ts'

/** How skin lies to the camera at a place: `cosine` of the angle between its normal and the line of sight, `depthPx` below the head's nearest place. */
export interface SkinView {
  readonly cosine: number
  readonly depthPx: number
}

/** The head's third half-axis over the sum of the two that are seen: 0.525 (egg-shaped heads; assessment-measurements, step 2). */
const depthShare = 0.525

/**
 * How skin lies to the camera, from the head's outline as an ellipsoid seen from afar; undefined outside it. Without a head (a close-up) all skin faces the camera.
 * `point` and `head` in one frame of pixels.
 */
export function skinViewAt(head: HeadEllipse | null, point: Point): SkinView | undefined {
  if (!head) return { cosine: 1, depthPx: 0 }
  const { centreX, centreY, radiusX, radiusY, angleDegrees } = head
  const angle = (angleDegrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const u = (cos * (point.x - centreX) + sin * (point.y - centreY)) / radiusX
  const v = (-sin * (point.x - centreX) + cos * (point.y - centreY)) / radiusY
  const height = 1 - u * u - v * v
  if (height <= 0) return undefined
  const depthRadius = depthShare * (radiusX + radiusY)
  const normalZ = Math.sqrt(height) / depthRadius
  const cosine = normalZ / Math.hypot(u / radiusX, v / radiusY, normalZ)
  return { cosine, depthPx: depthRadius * (1 - Math.sqrt(height)) }
}

/** By how much skin `depthMm` further away than the nearest is seen smaller in area, for a camera at `distanceMm` from the nearest. */
export function areaShrinkAt(depthMm: number, distanceMm: number): number {
  return (distanceMm / (distanceMm + depthMm)) ** 2
}

/** The head's outline as a polygon, in its own frame of pixels. */
export function headOutline({ centreX, centreY, radiusX, radiusY, angleDegrees }: HeadEllipse): Point[] {
  const [cos, sin] = [Math.cos((angleDegrees * Math.PI) / 180), Math.sin((angleDegrees * Math.PI) / 180)]
  return Array.from({ length: 96 }, (_, index) => {
    const angle = (2 * Math.PI * index) / 96
    const [u, v] = [radiusX * Math.cos(angle), radiusY * Math.sin(angle)]
    return { x: centreX + cos * u - sin * v, y: centreY + sin * u + cos * v }
  })
}
