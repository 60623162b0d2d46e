import type { Point } from '../../../shared/domain/geometry/points.ts'
import { panBy, type Size, type Viewport } from '../../../shared/domain/geometry/viewport.ts'

/** The viewport with a photo's point in the pane's middle, as far as the photo's edges allow. */
export function viewportOn(point: Point, frame: Size, zoom: number): Viewport {
  const centred = { centreX: (point.x + 0.5) / frame.widthPx, centreY: (point.y + 0.5) / frame.heightPx, zoom }
  return panBy(centred, frame, frame, { x: 0, y: 0 })
}

/** Whether a mark's button lies outside its pane altogether. */
export function isOutsidePane(mark: HTMLElement): boolean {
  const pane = mark.closest('[data-pane]')?.getBoundingClientRect()
  const box = mark.getBoundingClientRect()
  return (
    pane !== undefined &&
    (box.right < pane.left || box.left > pane.right || box.bottom < pane.top || box.top > pane.bottom)
  )
}
