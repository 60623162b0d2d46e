import type { HeadEllipse } from '../head.ts'
import { ellipseExtent } from '../registration/ellipse-mask.ts'
import type { Point } from './points.ts'

/** The points of a regular grid about an ellipse's centre that lie inside it. */
export function* pointsInside(ellipse: HeadEllipse, stepPx: number): Generator<Point> {
  const extent = ellipseExtent(ellipse)
  for (let y = -extent.y; y <= extent.y; y += stepPx) {
    for (let x = -extent.x; x <= extent.x; x += stepPx) {
      const point = { x: ellipse.centreX + x, y: ellipse.centreY + y }
      if (isInside(ellipse, point)) yield point
    }
  }
}

/** Whether a point lies in an ellipse or on its line. */
export function isInside({ centreX, centreY, radiusX, radiusY, angleDegrees }: HeadEllipse, { x, y }: Point): boolean {
  const angle = (angleDegrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const u = (cos * (x - centreX) + sin * (y - centreY)) / radiusX
  const v = (-sin * (x - centreX) + cos * (y - centreY)) / radiusY
  return u * u + v * v <= 1
}
