import type { Point } from '../../../shared/domain/geometry/points.ts'
import type { HeadEllipse } from '../../../shared/domain/head.ts'

/** What is taken hold of at a head outline. */
export type HeadHandle = 'middle' | 'width' | 'height' | 'turn'

export const headHandles: readonly HeadHandle[] = ['middle', 'width', 'height', 'turn']

const smallestRadiusPx = 10

/** Where the handles lie, in the photo's pixels; the turning handle stands outside the outline's top, `gapPx` away. */
export function handlePlaces(ellipse: HeadEllipse, gapPx: number): Record<HeadHandle, Point> {
  const along = (x: number, y: number): Point => {
    const angle = (ellipse.angleDegrees * Math.PI) / 180
    return {
      x: ellipse.centreX + x * Math.cos(angle) - y * Math.sin(angle),
      y: ellipse.centreY + x * Math.sin(angle) + y * Math.cos(angle),
    }
  }
  return {
    middle: { x: ellipse.centreX, y: ellipse.centreY },
    width: along(ellipse.radiusX, 0),
    height: along(0, ellipse.radiusY),
    turn: along(0, -ellipse.radiusY - gapPx),
  }
}

/** The outline after a handle was dragged to a place in the photo. */
export function draggedTo(ellipse: HeadEllipse, handle: HeadHandle, to: Point): HeadEllipse {
  const x = to.x - ellipse.centreX
  const y = to.y - ellipse.centreY
  const angle = (ellipse.angleDegrees * Math.PI) / 180
  switch (handle) {
    case 'middle':
      return { ...ellipse, centreX: to.x, centreY: to.y }
    case 'width':
      return { ...ellipse, radiusX: atLeast(x * Math.cos(angle) + y * Math.sin(angle)) }
    case 'height':
      return { ...ellipse, radiusY: atLeast(-x * Math.sin(angle) + y * Math.cos(angle)) }
    case 'turn':
      return { ...ellipse, angleDegrees: upright((Math.atan2(y, x) * 180) / Math.PI + 90) }
  }
}

/** The outline after an arrow key on a handle; right and up make it wider, taller, or turn it clockwise. `stepPx` is in the photo's pixels. */
export function nudgedBy(ellipse: HeadEllipse, handle: HeadHandle, direction: Point, stepPx: number): HeadEllipse {
  const more = direction.x - direction.y
  switch (handle) {
    case 'middle':
      return {
        ...ellipse,
        centreX: ellipse.centreX + direction.x * stepPx,
        centreY: ellipse.centreY + direction.y * stepPx,
      }
    case 'width':
      return { ...ellipse, radiusX: atLeast(ellipse.radiusX + more * stepPx) }
    case 'height':
      return { ...ellipse, radiusY: atLeast(ellipse.radiusY + more * stepPx) }
    case 'turn':
      return { ...ellipse, angleDegrees: upright(ellipse.angleDegrees + more) }
  }
}

function atLeast(radiusPx: number): number {
  return Math.max(radiusPx, smallestRadiusPx)
}

/** The same turn between −180° and 180°. */
function upright(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180
}
