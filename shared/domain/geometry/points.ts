declare const frame: unique symbol

/** A point in pixels; x to the right, y down, whole numbers at pixel centres. The brand names its frame. */
export interface Point {
  readonly x: number
  readonly y: number
}
/** A point of the upright, full-size reference photo: the frame that every comparison is drawn in. */
export type ReferencePoint = Point & { readonly [frame]?: 'reference' }
/** A point of the upright, full-size moving photo. */
export type MovingPoint = Point & { readonly [frame]?: 'moving' }
/** A point on the screen, in CSS pixels from the pane's top left corner. */
export type ScreenPoint = Point & { readonly [frame]?: 'screen' }

/** Distance between two points of one frame, in its pixels. */
export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
