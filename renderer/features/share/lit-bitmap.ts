import { type ColourCorrection, correctPixels } from '../../../shared/domain/light/colour-correction.ts'
import { AppError } from '../../../shared/errors.ts'

/** A picture with its light corrected, pixel by pixel as the screen's filter does it; without a correction the picture itself. */
export async function litBitmap(picture: ImageBitmap, correction: ColourCorrection | undefined): Promise<ImageBitmap> {
  if (!correction) return picture
  const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d', { willReadFrequently: true })
  if (!context) throw new AppError('bug')
  context.drawImage(picture, 0, 0)
  picture.close()
  const pixels = context.getImageData(0, 0, context.canvas.width, context.canvas.height)
  correctPixels(pixels.data, correction)
  return createImageBitmap(pixels)
}
