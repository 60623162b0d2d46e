import type { PhotoFormat } from '../../shared/domain/photo.ts'
import { AppError } from '../../shared/errors.ts'
import { t } from '../../shared/words/translate.ts'

/** The most pixels that a picture may have, by its header, before anything of it is decoded. */
export const mostPixels = 80e6

/**
 * The same for formats that are decoded as a whole, by measured memory: a WebP takes 8 bytes a pixel, an AVIF 17, a
 * HEIC 15. Telephones write HEIC of 48 and 50 megapixels, so that those may take more than the half gigabyte that a
 * hostile file is meant to be kept to.
 */
const mostPixelsByFormat: Partial<Record<PhotoFormat, number>> = { webp: 52e6, avif: 26e6, heic: 52e6 }

/** The most memory that a progressive JPEG or an interlaced PNG may take: their decoders hold the whole picture too. */
const mostProgressiveBytes = 300e6

/** What a header says that decoding memory depends on. `isProgressive`: a progressive JPEG, an interlaced PNG. */
export interface PictureShape {
  readonly widthPx: number
  readonly heightPx: number
  readonly channelCount: number
  readonly bytesPerSample: number
  readonly isProgressive: boolean
}

/** Throws `picture-too-large` for a picture that would take too much memory to decode. */
export function approveSize(format: PhotoFormat, shape: PictureShape): void {
  const pixelCount = shape.widthPx * shape.heightPx
  const isWithinLimit = pixelCount <= (mostPixelsByFormat[format] ?? mostPixels)
  if (isWithinLimit && progressiveBytes(format, shape) <= mostProgressiveBytes) return
  const megapixels = Math.round(pixelCount / 1e6)
  throw new AppError('picture-too-large', {
    reason: t('It has {{widthPx}} × {{heightPx}} pixels ({{megapixels}} megapixels).', {
      widthPx: shape.widthPx,
      heightPx: shape.heightPx,
      megapixels,
    }),
  })
}

/** A progressive JPEG is held as coefficients of 2 bytes, an interlaced PNG as its samples. */
function progressiveBytes(format: PhotoFormat, shape: PictureShape): number {
  if (!shape.isProgressive) return 0
  const bytesPerSample = format === 'jpeg' ? 2 : shape.bytesPerSample
  return shape.widthPx * shape.heightPx * shape.channelCount * bytesPerSample
}
