import { AppError } from '../../shared/errors.ts'
import { t } from '../../shared/words/translate.ts'
import type { ExifDateTexts } from './exif.ts'
import { readTags, type TagValues } from './exiftool.ts'
import { jpegSize } from './jpeg-size.ts'

/** A smaller preview shows no dots: comparing with it would mislead. */
const leastLongestSidePx = 640

/** The picture that a camera put into its RAW file, and what the file says of it. `orientation` is EXIF's (1 to 8) of the RAW file itself. */
export interface RawPreview {
  readonly jpeg: Uint8Array
  readonly orientation: number
  readonly sensorWidthPx: number
  readonly sensorHeightPx: number
  readonly dates: ExifDateTexts
}

/**
 * Takes the largest JPEG preview out of a RAW file. Throws `unsupported-format` where the file has none of at least 640 px, or this computer can't run
 * ExifTool; `picture-damaged` when the file can't be read.
 */
export async function readRawPreview(raw: Uint8Array): Promise<RawPreview> {
  const tags = await readTags(raw, [
    'preview:all',
    // those that hold metadata of their own are given only when asked for by name
    'JpgFromRaw',
    'JpgFromRaw2',
    'EXIF:DateTimeOriginal',
    'EXIF:CreateDate',
    'EXIF:OffsetTimeOriginal',
    'EXIF:OffsetTimeDigitized',
    'EXIF:Orientation',
    'Composite:ImageSize',
  ])
  const [sensorWidthPx = 0, sensorHeightPx = 0] = String(tags.get('ImageSize')?.[0] ?? '')
    .split(' ')
    .map(Number)
  return {
    jpeg: largestPreview(tags),
    orientation: Number(tags.get('Orientation')?.[0] ?? 1),
    sensorWidthPx,
    sensorHeightPx,
    dates: {
      original: textOf(tags, 'DateTimeOriginal'),
      originalOffset: textOf(tags, 'OffsetTimeOriginal'),
      digitized: textOf(tags, 'CreateDate'),
      digitizedOffset: textOf(tags, 'OffsetTimeDigitized'),
    },
  }
}

/**
 * How a preview has to be turned to stand upright (EXIF orientation). A preview that names an orientation is believed; else the RAW file's counts, unless that
 * is a quarter turn and the preview stands crosswise to the sensor: then the camera has turned it already.
 */
export function orientationOfPreview(
  ownOrientation: number | undefined,
  preview: { widthPx: number; heightPx: number },
  raw: Pick<RawPreview, 'orientation' | 'sensorWidthPx' | 'sensorHeightPx'>,
): number {
  if (ownOrientation !== undefined && ownOrientation !== 1) return ownOrientation
  const isQuarterTurn = raw.orientation >= 5 && raw.orientation <= 8
  const isCrosswise = (preview.widthPx - preview.heightPx) * (raw.sensorWidthPx - raw.sensorHeightPx) < 0
  return isQuarterTurn && isCrosswise ? 1 : raw.orientation
}

function largestPreview(tags: TagValues): Uint8Array {
  const previews = [...tags.values()].flat().flatMap((value) => {
    if (typeof value !== 'string' || !value.startsWith('base64:')) return []
    const jpeg = Buffer.from(value.slice('base64:'.length), 'base64')
    const size = jpegSize(jpeg)
    return size ? [{ jpeg, ...size }] : []
  })
  const [largest] = previews.toSorted((a, b) => b.widthPx * b.heightPx - a.widthPx * a.heightPx)
  if (largest && Math.max(largest.widthPx, largest.heightPx) >= leastLongestSidePx) return largest.jpeg
  const reason = largest
    ? t(
        'This camera RAW file holds only a preview of {{widthPx}} × {{heightPx}} pixels. Export it as a JPEG and import that.',
        { widthPx: largest.widthPx, heightPx: largest.heightPx },
      )
    : t('This camera RAW file holds no preview picture. Export it as a JPEG and import that.')
  throw new AppError('unsupported-format', { reason })
}

function textOf(tags: TagValues, name: string): string | undefined {
  const value = tags.get(name)?.[0]
  return typeof value === 'string' ? value : undefined
}
