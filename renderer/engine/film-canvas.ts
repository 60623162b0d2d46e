import type { Size } from '../../shared/domain/geometry/viewport.ts'
import { AppError } from '../../shared/errors.ts'

/** An opaque canvas that isn't on the screen; one of the document's, so that it writes in its fonts. */
export function canvasOf({ widthPx, heightPx }: Size, options: CanvasRenderingContext2DSettings = {}) {
  const canvas = document.createElement('canvas')
  canvas.width = widthPx
  canvas.height = heightPx
  const context = canvas.getContext('2d', { ...options, alpha: false })
  if (!context) throw new AppError('bug')
  return { canvas, context }
}
