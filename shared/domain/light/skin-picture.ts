import type { Point } from '../geometry/points.ts'
import type { HeadEllipse } from '../head.ts'
import type { RgbPicture } from '../measurement/skin-light.ts'
import type { Plane } from '../registration/plane.ts'
import type { FacePlace } from './face-skin.ts'
import { type LinearLight, linearValues } from './linear-light.ts'

/** A face: its places on bare skin, and where it is, in the picture's pixels. */
export interface FaceSkin {
  readonly places: readonly FacePlace[]
  /** The middle of the eyes. */
  readonly eyes: Point
  /** From the mouth to the eyes, one pixel long. */
  readonly up: Point
  readonly eyesToMouthPx: number
}

/** A photo as it was decoded to measure its light, maybe reduced. `head`, `face` and `person` (0 to 1, at any size) speak of these pixels. */
export interface SkinPicture extends RgbPicture {
  readonly fullWidthPx: number
  readonly fullHeightPx: number
  readonly head: HeadEllipse
  readonly person: Plane
  /** Null where no face is seen: from behind, from above. */
  readonly face: FaceSkin | null
}

/** A channel that is emptier or fuller than this says nothing of the light. */
export const [emptiestValue, fullestValue] = [4, 250] as const

/** The light of a pixel. */
export function lightAt({ data }: RgbPicture, at: number): LinearLight {
  return {
    red: linearValues[data[3 * at]!]!,
    green: linearValues[data[3 * at + 1]!]!,
    blue: linearValues[data[3 * at + 2]!]!,
  }
}

/** Whether every channel of a pixel is between empty and full. */
export function isExposed({ data }: RgbPicture, at: number): boolean {
  const [red, green, blue] = [data[3 * at]!, data[3 * at + 1]!, data[3 * at + 2]!]
  return Math.min(red, green, blue) >= emptiestValue && Math.max(red, green, blue) <= fullestValue
}

/** How far out a place lies in an ellipse: 1 on its line. */
export function reachIn({
  centreX,
  centreY,
  radiusX,
  radiusY,
  angleDegrees,
}: HeadEllipse): (x: number, y: number) => number {
  const angle = (angleDegrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return (x, y) =>
    Math.hypot(
      (cos * (x - centreX) + sin * (y - centreY)) / radiusX,
      (-sin * (x - centreX) + cos * (y - centreY)) / radiusY,
    )
}

/** The pixels of a round place that lie in a picture. */
export function pixelsOfPlace({ widthPx, heightPx }: RgbPicture, { x, y, radiusPx }: FacePlace): number[] {
  const pixels: number[] = []
  for (let row = Math.max(0, Math.ceil(y - radiusPx)); row <= Math.min(heightPx - 1, y + radiusPx); row++) {
    const half = Math.sqrt(Math.max(0, radiusPx ** 2 - (row - y) ** 2))
    for (let column = Math.max(0, Math.ceil(x - half)); column <= Math.min(widthPx - 1, x + half); column++)
      pixels.push(row * widthPx + column)
  }
  return pixels
}
