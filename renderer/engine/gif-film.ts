import { AppError } from '../../shared/errors.ts'
import { t } from '../../shared/words/translate.ts'
import type { FilmOrder, WorkOptions } from '../ports.ts'
import { canvasOf } from './film-canvas.ts'

const mostColours = 256

/** Makes a picture that blinks for ever; every photo has colours of its own. */
export async function makeGif(order: FilmOrder, { signal, onProgress }: WorkOptions = {}): Promise<Blob> {
  const { applyPalette, GIFEncoder, quantize } = await import('gifenc')
  const { size, frames, framesPerSecond } = order
  const { widthPx, heightPx } = size
  const { context } = canvasOf(size, { willReadFrequently: true })
  const gif = GIFEncoder()
  for (let frame = 0; frame < frames; frame++) {
    // lets the window draw how far it is, and take a cancel
    await new Promise((resume) => setTimeout(resume))
    if (signal?.aborted) throw new AppError('cancelled')
    onProgress?.(frame / frames, t('Making the blinking picture'))
    order.paint(context, frame)
    const { data } = context.getImageData(0, 0, widthPx, heightPx)
    const palette = quantize(data, mostColours)
    gif.writeFrame(applyPalette(data, palette), widthPx, heightPx, {
      palette,
      delay: 1000 / framesPerSecond,
      repeat: 0,
    })
  }
  gif.finish()
  onProgress?.(1, t('Making the blinking picture'))
  return new Blob([gif.bytes() as Uint8Array<ArrayBuffer>], { type: 'image/gif' })
}
