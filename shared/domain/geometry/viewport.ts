import type { Point, ReferencePoint, ScreenPoint } from './points.ts'
import { type QuarterTurns, turned, turnedBack } from './quarter-turns.ts'

/** A size in pixels. */
export interface Size {
  readonly widthPx: number
  readonly heightPx: number
}

/**
 * What part of a picture is seen, whatever the pane's size: the picture's point at the pane's middle, as fractions of its width and height, and the
 * magnification, where 1 shows the whole picture. The same viewport therefore shows the same place in every mode and of the next pair.
 */
export interface Viewport {
  readonly centreX: number
  readonly centreY: number
  readonly zoom: number
  /** By how many quarters the picture is turned clockwise on the screen; absent: none. */
  readonly quarterTurns?: QuarterTurns
}

export const wholePicture: Viewport = { centreX: 0.5, centreY: 0.5, zoom: 1 }
const largestScale = 16

/** How a picture lies in a pane: where its top left corner is, pane pixels per picture pixel, and by how much it is turned about that corner. */
export interface Placed {
  readonly corner: ScreenPoint
  readonly scale: number
  readonly degrees: number
}

/** The scale, in pane pixels per picture pixel, at which the whole picture just fits the pane. */
export function fitScaleOf(pane: Size, picture: Size): number {
  return Math.min(pane.widthPx / picture.widthPx, pane.heightPx / picture.heightPx)
}

/** Pane pixels per picture pixel of a viewport in a pane. */
export function scaleOf(viewport: Viewport, pane: Size, picture: Size): number {
  return viewport.zoom * fitScaleOf(pane, turnedSizeOf(picture, turnsOf(viewport)))
}

/** By how many quarters a viewport turns the picture clockwise. */
export function turnsOf({ quarterTurns = 0 }: Viewport): QuarterTurns {
  return quarterTurns
}

/** The picture's point at the pane's middle. */
export function middleOf(viewport: Viewport, picture: Size): ReferencePoint {
  return { x: viewport.centreX * picture.widthPx - 0.5, y: viewport.centreY * picture.heightPx - 0.5 }
}

/** Where a point of the picture is seen in the pane. */
export function toScreen(viewport: Viewport, pane: Size, picture: Size, point: ReferencePoint): ScreenPoint {
  const scale = scaleOf(viewport, pane, picture)
  const middle = middleOf(viewport, picture)
  const away = turned({ x: point.x - middle.x, y: point.y - middle.y }, turnsOf(viewport))
  return { x: away.x * scale + pane.widthPx / 2, y: away.y * scale + pane.heightPx / 2 }
}

/** Which point of the picture is seen at a point of the pane. */
export function toPicture(viewport: Viewport, pane: Size, picture: Size, point: ScreenPoint): ReferencePoint {
  const scale = scaleOf(viewport, pane, picture)
  const middle = middleOf(viewport, picture)
  const away = turnedBack(
    { x: (point.x - pane.widthPx / 2) / scale, y: (point.y - pane.heightPx / 2) / scale },
    turnsOf(viewport),
  )
  return { x: away.x + middle.x, y: away.y + middle.y }
}

/** How the picture lies in the pane: what draws a layer or a group of shapes in the picture's own coordinates. */
export function placedIn(viewport: Viewport, pane: Size, picture: Size): Placed {
  return {
    corner: toScreen(viewport, pane, picture, { x: -0.5, y: -0.5 }),
    scale: scaleOf(viewport, pane, picture),
    degrees: 90 * turnsOf(viewport),
  }
}

/** The viewport turned by a quarter, about the pane's middle: clockwise (1) or the other way (-1). */
export function turnedBy(viewport: Viewport, direction: 1 | -1): Viewport {
  const { quarterTurns: _, ...upright } = viewport
  const quarterTurns = ((turnsOf(viewport) + direction + 4) % 4) as QuarterTurns
  return quarterTurns === 0 ? upright : { ...upright, quarterTurns }
}

/** The whole picture, turned as the viewport turns it. */
export function wholeOf(viewport: Viewport): Viewport {
  return { ...viewport, ...wholePicture }
}

/**
 * Magnifies by a factor and keeps what is under `at` where it is: always on the way in when `at` lies on the picture; on the way out as far
 * as the picture's edges allow.
 */
export function zoomAt(viewport: Viewport, pane: Size, picture: Size, at: ScreenPoint, factor: number): Viewport {
  const largest = Math.max(largestScale / fitScaleOf(pane, turnedSizeOf(picture, turnsOf(viewport))), 1)
  const zoom = Math.min(Math.max(viewport.zoom * factor, 1), largest)
  const under = toPicture(viewport, pane, picture, at)
  const now = toPicture({ ...viewport, zoom }, pane, picture, at)
  return inside({
    ...viewport,
    zoom,
    centreX: viewport.centreX + (under.x - now.x) / picture.widthPx,
    centreY: viewport.centreY + (under.y - now.y) / picture.heightPx,
  })
}

/** Moves the picture by a distance on the screen, as far as its edges allow. */
export function panBy(viewport: Viewport, pane: Size, picture: Size, by: ScreenPoint): Viewport {
  const scale = scaleOf(viewport, pane, picture)
  const moved = turnedBack(by, turnsOf(viewport))
  return inside({
    ...viewport,
    centreX: viewport.centreX - moved.x / scale / picture.widthPx,
    centreY: viewport.centreY - moved.y / scale / picture.heightPx,
  })
}

/** The viewport that shows one picture pixel on one pane pixel around a place (the middle, unless told); a picture smaller than the pane stays whole. */
export function atFullSize(viewport: Viewport, pane: Size, picture: Size, at: ScreenPoint = midpoint(pane)): Viewport {
  return zoomAt(viewport, pane, picture, at, 1 / scaleOf(viewport, pane, picture))
}

/** The size that a picture takes up when it is turned. */
export function turnedSizeOf({ widthPx, heightPx }: Size, quarterTurns: QuarterTurns): Size {
  return quarterTurns % 2 === 0 ? { widthPx, heightPx } : { widthPx: heightPx, heightPx: widthPx }
}

function midpoint(pane: Size): Point {
  return { x: pane.widthPx / 2, y: pane.heightPx / 2 }
}

/** The picture's edges never come further in than where they are when the whole picture is shown; that is the same in every pane. */
function inside(viewport: Viewport): Viewport {
  const reach = 0.5 * (1 - 1 / viewport.zoom)
  const clamp = (value: number) => Math.min(Math.max(value, 0.5 - reach), 0.5 + reach)
  return { ...viewport, centreX: clamp(viewport.centreX), centreY: clamp(viewport.centreY) }
}
