import { middleOf, type Size, scaleOf, type Viewport } from './viewport.ts'

/** A window onto a picture: the output's middle shows (centreX, centreY); `scale` is output pixels per picture pixel. */
export interface PictureView {
  readonly centreX: number
  readonly centreY: number
  readonly scale: number
  readonly widthPx: number
  readonly heightPx: number
}

/** How a picture lies in an exported pane: whole as on the screen, or magnified until it leaves no margin. */
export type Framing = 'whole' | 'fill'

/**
 * The view that shows in a pane of whole output pixels what the viewport shows on the screen: the same middle and the same zoom relative to
 * the whole picture. `fill` magnifies further, only as far as needed to cover the pane, and then keeps the picture's edges outside it.
 */
export function referenceViewOf(
  viewport: Viewport,
  pane: Size,
  picture: Size,
  framing: Framing = 'whole',
): PictureView {
  const middle = middleOf(viewport, picture)
  const shown = scaleOf(viewport, pane, picture)
  if (framing === 'whole') return { ...pane, centreX: middle.x, centreY: middle.y, scale: shown }
  const scale = Math.max(shown, pane.widthPx / picture.widthPx, pane.heightPx / picture.heightPx)
  return {
    ...pane,
    centreX: covering(middle.x, pane.widthPx / scale, picture.widthPx),
    centreY: covering(middle.y, pane.heightPx / scale, picture.heightPx),
    scale,
  }
}

/** Where a picture's column (a fraction of its width) lies across a view's width, 0 to 1. */
export function shareOfWidth(view: PictureView, picture: Size, fraction: number): number {
  const x = fraction * picture.widthPx - 0.5
  return Math.min(Math.max(((x - view.centreX) * view.scale) / view.widthPx + 0.5, 0), 1)
}

function covering(middle: number, seen: number, length: number): number {
  return Math.min(Math.max(middle, seen / 2 - 0.5), length - seen / 2 - 0.5)
}
