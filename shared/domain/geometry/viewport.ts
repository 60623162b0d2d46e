import type { Point, ReferencePoint, ScreenPoint } from './points.ts'

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
}

export const wholePicture: Viewport = { centreX: 0.5, centreY: 0.5, zoom: 1 }
const largestScale = 16

/** The scale, in pane pixels per picture pixel, at which the whole picture just fits the pane. */
export function fitScaleOf(pane: Size, picture: Size): number {
  return Math.min(pane.widthPx / picture.widthPx, pane.heightPx / picture.heightPx)
}

/** Pane pixels per picture pixel of a viewport in a pane. */
export function scaleOf(viewport: Viewport, pane: Size, picture: Size): number {
  return viewport.zoom * fitScaleOf(pane, picture)
}

/** The picture's point at the pane's middle. */
export function middleOf(viewport: Viewport, picture: Size): ReferencePoint {
  return { x: viewport.centreX * picture.widthPx - 0.5, y: viewport.centreY * picture.heightPx - 0.5 }
}

/** Where a point of the picture is seen in the pane. */
export function toScreen(viewport: Viewport, pane: Size, picture: Size, point: ReferencePoint): ScreenPoint {
  const scale = scaleOf(viewport, pane, picture)
  const middle = middleOf(viewport, picture)
  return { x: (point.x - middle.x) * scale + pane.widthPx / 2, y: (point.y - middle.y) * scale + pane.heightPx / 2 }
}

/** Which point of the picture is seen at a point of the pane. */
export function toPicture(viewport: Viewport, pane: Size, picture: Size, point: ScreenPoint): ReferencePoint {
  const scale = scaleOf(viewport, pane, picture)
  const middle = middleOf(viewport, picture)
  return { x: (point.x - pane.widthPx / 2) / scale + middle.x, y: (point.y - pane.heightPx / 2) / scale + middle.y }
}

/**
 * Magnifies by a factor and keeps what is under `at` where it is: always on the way in when `at` lies on the picture; on the way out as far
 * as the picture's edges allow.
 */
export function zoomAt(viewport: Viewport, pane: Size, picture: Size, at: ScreenPoint, factor: number): Viewport {
  const zoom = Math.min(Math.max(viewport.zoom * factor, 1), largestZoom(pane, picture))
  const under = toPicture(viewport, pane, picture, at)
  const now = toPicture({ ...viewport, zoom }, pane, picture, at)
  return inside({
    zoom,
    centreX: viewport.centreX + (under.x - now.x) / picture.widthPx,
    centreY: viewport.centreY + (under.y - now.y) / picture.heightPx,
  })
}

/** Moves the picture by a distance on the screen, as far as its edges allow. */
export function panBy(viewport: Viewport, pane: Size, picture: Size, by: ScreenPoint): Viewport {
  const scale = scaleOf(viewport, pane, picture)
  return inside({
    zoom: viewport.zoom,
    centreX: viewport.centreX - by.x / scale / picture.widthPx,
    centreY: viewport.centreY - by.y / scale / picture.heightPx,
  })
}

/** The viewport that shows one picture pixel on one pane pixel around a place (the middle, unless told); a picture smaller than the pane stays whole. */
export function atFullSize(viewport: Viewport, pane: Size, picture: Size, at: ScreenPoint = midpoint(pane)): Viewport {
  return zoomAt(viewport, pane, picture, at, 1 / scaleOf(viewport, pane, picture))
}

function midpoint(pane: Size): Point {
  return { x: pane.widthPx / 2, y: pane.heightPx / 2 }
}

function largestZoom(pane: Size, picture: Size): number {
  return Math.max(largestScale / fitScaleOf(pane, picture), 1)
}

/** The picture's edges never come further in than where they are when the whole picture is shown; that is the same in every pane. */
function inside(viewport: Viewport): Viewport {
  const reach = 0.5 * (1 - 1 / viewport.zoom)
  const clamp = (value: number) => Math.min(Math.max(value, 0.5 - reach), 0.5 + reach)
  return { ...viewport, centreX: clamp(viewport.centreX), centreY: clamp(viewport.centreY) }
}
