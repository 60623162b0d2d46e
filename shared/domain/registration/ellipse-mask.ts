import type { HeadEllipse } from '../head.ts'
import { emptyPlane, type Plane } from './plane.ts'

/** 1 inside the ellipse, 0 outside, with a soft edge as wide as `softness` (share of the radius). */
export function ellipseMask(ellipse: HeadEllipse, widthPx: number, heightPx: number, softness = 0.04): Plane {
  const mask = emptyPlane(widthPx, heightPx)
  const angle = (ellipse.angleDegrees * Math.PI) / 180
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  for (let y = 0, i = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, i++) {
      const dx = x - ellipse.centreX
      const dy = y - ellipse.centreY
      const u = (cos * dx + sin * dy) / ellipse.radiusX
      const v = (-sin * dx + cos * dy) / ellipse.radiusY
      const inside = (1 - Math.sqrt(u * u + v * v)) / softness + 0.5
      mask.data[i] = Math.min(Math.max(inside, 0), 1)
    }
  }
  return mask
}

/** The ellipse with both radii multiplied. */
export function grownEllipse(ellipse: HeadEllipse, factor: number): HeadEllipse {
  return { ...ellipse, radiusX: ellipse.radiusX * factor, radiusY: ellipse.radiusY * factor }
}

/** The upright box around the ellipse: half its width and half its height. */
export function ellipseExtent({ radiusX, radiusY, angleDegrees }: HeadEllipse): { x: number; y: number } {
  const angle = (angleDegrees * Math.PI) / 180
  return {
    x: Math.hypot(radiusX * Math.cos(angle), radiusY * Math.sin(angle)),
    y: Math.hypot(radiusX * Math.sin(angle), radiusY * Math.cos(angle)),
  }
}
