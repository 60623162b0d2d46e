import type { Size } from '../geometry/viewport.ts'
import type { HeadEllipse } from '../head.ts'

/** How a head stands in a photo: what to look for when the next one is taken. */
export interface HeadFraming {
  /** The head's height in percent of the photo's. */
  readonly heightPercent: number
  /** The head's middle, in percent of the photo's width from the left and of its height from the top. */
  readonly middlePercent: { readonly x: number; readonly y: number }
  /** How far the outline is turned from upright (or lying), clockwise, above −45 up to 45; null where it is too round to tell. */
  readonly tiltDegrees: number | null
}

/** Longer than wide by this much, an outline has a direction. */
const leastElongation = 1.06

/** How the head of an outline (pixels of the photo as shown) fills and stands in its photo. */
export function headFramingOf(ellipse: HeadEllipse, photo: Size): HeadFraming {
  const { centreX, centreY, radiusX, radiusY } = ellipse
  const { sin, cos } = directionOf(ellipse)
  const halfHeight = Math.hypot(radiusX * sin, radiusY * cos)
  return {
    heightPercent: (100 * 2 * halfHeight) / photo.heightPx,
    middlePercent: {
      x: (100 * (centreX + 0.5)) / photo.widthPx,
      y: (100 * (centreY + 0.5)) / photo.heightPx,
    },
    tiltDegrees:
      Math.max(radiusX, radiusY) / Math.min(radiusX, radiusY) < leastElongation ? null : tilt(ellipse.angleDegrees),
  }
}

function directionOf({ angleDegrees }: HeadEllipse) {
  const angle = (angleDegrees * Math.PI) / 180
  return { sin: Math.sin(angle), cos: Math.cos(angle) }
}

/** An angle's distance from the nearest quarter turn. */
function tilt(degrees: number): number {
  const rest = ((degrees % 90) + 90) % 90
  return rest > 45 ? rest - 90 : rest
}
