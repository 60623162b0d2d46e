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

/** CSS pixels per picture pixel of a viewport in a pane. */
export function scaleOf(viewport: Viewport, pane: Size, picture: Size): number {
  return viewport.zoom * fitScale(pane, picture)
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

/** Magnifies by a factor and keeps what is under `at` where it is. */
export function zoomAt(viewport: Viewport, pane: Size, picture: Size, at: ScreenPoint, factor: number): Viewport {
  const fit = fitScale(pane, picture)
  const zoom = Math.min(Math.max(viewport.zoom * factor, 1), Math.max(largestScale / fit, 1))
  const under = toPicture(viewport, pane, picture, at)
  const zoomed = { ...viewport, zoom }
  const now = toPicture(zoomed, pane, picture, at)
  return inside({
    zoom,
    centreX: viewport.centreX + (under.x - now.x) / picture.widthPx,
    centreY: viewport.centreY + (under.y - now.y) / picture.heightPx,
  })
}

/** Moves the picture by a distance on the screen. */
export function panBy(viewport: Viewport, pane: Size, picture: Size, by: ScreenPoint): Viewport {
  const scale = scaleOf(viewport, pane, picture)
  return inside({
    zoom: viewport.zoom,
    centreX: viewport.centreX - by.x / scale / picture.widthPx,
    centreY: viewport.centreY - by.y / scale / picture.heightPx,
  })
}

/** The viewport that shows one picture pixel on one CSS pixel, around the same middle. */
export function atFullSize(viewport: Viewport, pane: Size, picture: Size): Viewport {
  return { ...viewport, zoom: Math.max(1 / fitScale(pane, picture), 1) }
}

function fitScale(pane: Size, picture: Size): number {
  return Math.min(pane.widthPx / picture.widthPx, pane.heightPx / picture.heightPx)
}

function middleOf(viewport: Viewport, picture: Size): Point {
  return { x: viewport.centreX * picture.widthPx - 0.5, y: viewport.centreY * picture.heightPx - 0.5 }
}

function inside(viewport: Viewport): Viewport {
  const clamp = (value: number) => Math.min(Math.max(value, 0), 1)
  return { ...viewport, centreX: clamp(viewport.centreX), centreY: clamp(viewport.centreY) }
}
