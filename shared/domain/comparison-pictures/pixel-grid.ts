import type { PictureView } from '../geometry/reference-view.ts'
import type { Size } from '../geometry/viewport.ts'

/** Where a picture's pixels lie in the reference's frame: pixel (column, row) shows the point (originX + column·stepX, originY + row·stepY). */
export interface PixelGrid extends Size {
  readonly originX: number
  readonly originY: number
  readonly stepX: number
  readonly stepY: number
}

/** The grid of a picture that shows the whole frame. */
export function gridOfWhole(frame: Size, { widthPx, heightPx }: Size): PixelGrid {
  const [stepX, stepY] = [frame.widthPx / widthPx, frame.heightPx / heightPx]
  return { widthPx, heightPx, stepX, stepY, originX: stepX / 2 - 0.5, originY: stepY / 2 - 0.5 }
}

/** The grid of a picture that shows a view of the frame. */
export function gridOfView({ centreX, centreY, scale, widthPx, heightPx }: PictureView): PixelGrid {
  return {
    widthPx,
    heightPx,
    stepX: 1 / scale,
    stepY: 1 / scale,
    originX: centreX - (widthPx - 1) / 2 / scale,
    originY: centreY - (heightPx - 1) / 2 / scale,
  }
}
