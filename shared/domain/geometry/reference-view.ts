import { middleOf, type Size, scaleOf, turnedSizeOf, turnsOf, type Viewport } from './viewport.ts'

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
 * The view is of the picture as it is: where the viewport turns it, the view has the pane's sides the other way round, and what is drawn of it
 * is to be turned.
 */
export function referenceViewOf(
  viewport: Viewport,
  pane: Size,
  picture: Size,
  framing: Framing = 'whole',
): PictureView {
  const middle = middleOf(viewport, picture)
  const shown = scaleOf(viewport, pane, picture)
  const upright = turnedSizeOf(pane, turnsOf(viewport))
  if (framing === 'whole') return { ...upright, centreX: middle.x, centreY: middle.y, scale: shown }
  const scale = Math.max(shown, upright.widthPx / picture.widthPx, upright.heightPx / picture.heightPx)
  return {
    ...upright,
    centreX: covering(middle.x, upright.widthPx / scale, picture.widthPx),
    centreY: covering(middle.y, upright.heightPx / scale, picture.heightPx),
    scale,
  }
}

function covering(middle: number, seen: number, length: number): number {
  return Math.min(Math.max(middle, seen / 2 - 0.5), length - seen / 2 - 0.5)
}
