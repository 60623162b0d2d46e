import type { QuarterTurns } from './quarter-turns.ts'
import { turned } from './quarter-turns.ts'
import type { PictureView } from './reference-view.ts'
import { type Size, toPicture, turnedSizeOf, turnsOf, type Viewport } from './viewport.ts'

/** How a slider's split lies on the screen: the photos beside each other, or one above the other. */
export type SplitDirection = 'beside' | 'above'

/** Where a split (a share of the pane) stands on the picture: a fraction of the side of the picture that it runs along. May lie outside 0 to 1. */
export function splitOnPicture(
  viewport: Viewport,
  pane: Size,
  picture: Size,
  split: number,
  direction: SplitDirection,
): number {
  const place = toPicture(viewport, pane, picture, { x: split * pane.widthPx, y: split * pane.heightPx })
  return runsAlongWidth(direction, turnsOf(viewport))
    ? (place.x + 0.5) / picture.widthPx
    : (place.y + 0.5) / picture.heightPx
}

/** Where a split that stands at a fraction of the picture's side lies across a turned view of it, 0 to 1. */
export function splitInView(
  view: PictureView,
  picture: Size,
  fraction: number,
  direction: SplitDirection,
  quarterTurns: QuarterTurns,
): number {
  const away = runsAlongWidth(direction, quarterTurns)
    ? { x: fraction * picture.widthPx - 0.5 - view.centreX, y: 0 }
    : { x: 0, y: fraction * picture.heightPx - 0.5 - view.centreY }
  const seen = turned(away, quarterTurns)
  const size = turnedSizeOf(view, quarterTurns)
  const share = direction === 'beside' ? seen.x / size.widthPx : seen.y / size.heightPx
  return Math.min(Math.max(share * view.scale + 0.5, 0), 1)
}

function runsAlongWidth(direction: SplitDirection, quarterTurns: QuarterTurns): boolean {
  return (direction === 'beside') === (quarterTurns % 2 === 0)
}
