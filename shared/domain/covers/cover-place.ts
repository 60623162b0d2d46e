import type { Point } from '../geometry/points.ts'
import type { PictureView } from '../geometry/reference-view.ts'

/** A rectangle that lies turned: what a cover lies over, in the pixels of a picture. `angleDegrees` turns it clockwise. */
export interface CoverPlace {
  readonly centreX: number
  readonly centreY: number
  readonly halfWidth: number
  readonly halfHeight: number
  readonly angleDegrees: number
}

/** A cover's sides never come nearer to its middle than this. */
const leastHalfPx = 2

/** The place as it lies after every point was carried into another picture; what bends there is followed in the middle of the place. */
export function carriedPlace(place: CoverPlace, carry: (point: Point) => Point): CoverPlace {
  const carried = (u: number, v: number) => carry(atPlace(place, u, v))
  const centre = carried(0, 0)
  const [left, right, top, bottom] = [carried(-1, 0), carried(1, 0), carried(0, -1), carried(0, 1)]
  return {
    centreX: centre.x,
    centreY: centre.y,
    halfWidth: Math.hypot(right.x - left.x, right.y - left.y) / 2,
    halfHeight: Math.hypot(bottom.x - top.x, bottom.y - top.y) / 2,
    angleDegrees: degreesOf(Math.atan2(right.y - left.y, right.x - left.x)),
  }
}

/** Where a point of a frame lies in a picture that was drawn of it. */
export function inView({ centreX, centreY, scale, widthPx, heightPx }: PictureView, { x, y }: Point): Point {
  return { x: (x - centreX) * scale + (widthPx - 1) / 2, y: (y - centreY) * scale + (heightPx - 1) / 2 }
}

/** Which point of the frame a picture that was drawn of it shows at a point. */
export function fromView({ centreX, centreY, scale, widthPx, heightPx }: PictureView, { x, y }: Point): Point {
  return { x: (x - (widthPx - 1) / 2) / scale + centreX, y: (y - (heightPx - 1) / 2) / scale + centreY }
}

/** A point of the place: (−1, −1) is its upper left corner, (1, 1) its lower right one. */
export function atPlace({ centreX, centreY, halfWidth, halfHeight, angleDegrees }: CoverPlace, u: number, v: number) {
  const angle = (angleDegrees * Math.PI) / 180
  const [x, y] = [u * halfWidth, v * halfHeight]
  return {
    x: centreX + x * Math.cos(angle) - y * Math.sin(angle),
    y: centreY + x * Math.sin(angle) + y * Math.cos(angle),
  }
}

/** The place moved aside, in its picture's pixels. */
export function movedPlace(place: CoverPlace, by: Point): CoverPlace {
  return { ...place, centreX: place.centreX + by.x, centreY: place.centreY + by.y }
}

/** The place made larger or smaller, its middle where it was. */
export function scaledPlace(place: CoverPlace, widthTimes: number, heightTimes: number): CoverPlace {
  return {
    ...place,
    halfWidth: Math.max(place.halfWidth * widthTimes, leastHalfPx),
    halfHeight: Math.max(place.halfHeight * heightTimes, leastHalfPx),
  }
}

/** The place turned about its middle, clockwise. */
export function turnedPlace(place: CoverPlace, degrees: number): CoverPlace {
  return { ...place, angleDegrees: wrapped(place.angleDegrees + degrees) }
}

/** The place with its lower right corner drawn to a point, its middle where it was. */
export function corneredPlace(place: CoverPlace, to: Point): CoverPlace {
  const angle = (place.angleDegrees * Math.PI) / 180
  const [x, y] = [to.x - place.centreX, to.y - place.centreY]
  return {
    ...place,
    halfWidth: Math.max(x * Math.cos(angle) + y * Math.sin(angle), leastHalfPx),
    halfHeight: Math.max(-x * Math.sin(angle) + y * Math.cos(angle), leastHalfPx),
  }
}

/** The place turned so that its upper side looks to a point. */
export function facingPlace(place: CoverPlace, to: Point): CoverPlace {
  return { ...place, angleDegrees: wrapped(degreesOf(Math.atan2(to.y - place.centreY, to.x - place.centreX)) + 90) }
}

function degreesOf(radians: number): number {
  return (radians * 180) / Math.PI
}

/** The same turn between −180° and 180°. */
function wrapped(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180
}
