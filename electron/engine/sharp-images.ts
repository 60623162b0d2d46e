import './prefer-wasm-sharp.ts'
import { createRequire } from 'node:module'
import type sharpModule from 'sharp'
import type { Metadata, Sharp } from 'sharp'
import type { PhotoFormat } from '../../shared/domain/photo.ts'
import { AppError } from '../../shared/errors.ts'
import type { PhotoFile, PictureOutput, SourceFile } from '../../shared/ipc/engine-tasks.ts'
import { t } from '../../shared/words/translate.ts'
import type { ExifDateTexts } from './exif.ts'
import { decodeHeic } from './heic.ts'
import { attachIccProfile } from './icc-profile.ts'
import { openPhotoSource, readPhotoFile, sniffPhoto } from './open-photo-file.ts'
import { unsupportedReason } from './photo-format.ts'
import { approveSize, mostPixels, type PictureShape } from './picture-limits.ts'
import { type Pixels, reducedSize, type Turn, turnedSize, turnOfOrientation } from './pixels.ts'
import { orientationOfPreview, readRawPreview } from './raw-preview.ts'
import { type Durability, writeWholeFile } from './write-whole-file.ts'

export type { Pixels } from './pixels.ts'

// A static import would be hoisted above the effect of prefer-wasm-sharp once both are bundled into one file.
const sharp: typeof sharpModule = createRequire(import.meta.url)('sharp')
sharp.cache(false)
sharp.concurrency(1)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegFile',
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngFile',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpFile',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadTiffFile',
    'VipsForeignLoadTiffBuffer',
    'VipsForeignLoadHeifFile',
    'VipsForeignLoadHeifBuffer',
  ],
})

/** `strict` fails on anything odd in a picture's data, `lenient` decodes what there is. */
export type Strictness = 'strict' | 'lenient'

/**
 * What a photo file's header says; nothing is decoded yet. Sizes are those of the stored pixels, before `turn` makes them upright. `source`: a plain file's
 * path, or a sealed file's content; of a camera's RAW file the JPEG preview in it, which is what `format` speaks of then. `rawDates`: what the RAW file itself
 * says of its date; null for any other file.
 */
export interface PictureHeader {
  readonly source: string | Uint8Array
  readonly format: PhotoFormat
  readonly storedWidthPx: number
  readonly storedHeightPx: number
  readonly turn: Turn
  readonly page: number
  readonly profile: Uint8Array | null
  readonly rawDates: ExifDateTexts | null
}

/** RGB pixels (3 bytes a pixel, row-major) in sRGB, as they are stored: not yet upright. */
export interface StoredPixels {
  readonly data: Uint8Array
  readonly widthPx: number
  readonly heightPx: number
}

const neutralGrey = { r: 128, g: 128, b: 128 }
const qualities = { jpeg: 92, webp: 88 }

/**
 * Reads a photo's header and refuses what can't or mustn't be decoded. Throws `file-unreadable`, `unsupported-format`,
 * `picture-damaged` and `picture-too-large`, without a file name.
 */
export async function readPictureHeader(file: SourceFile): Promise<PictureHeader> {
  const opened = await openPhotoSource(file)
  const found = await sniffPhoto(opened)
  const raw = found === 'raw' ? await readRawPreview(await bytesOf(opened)) : null
  const [source, sniffed] = raw ? [raw.jpeg, 'jpeg' as const] : [opened, found]
  const first = await readMetadata(source, sniffed, 0)
  const page = first.pagePrimary ?? 0
  const metadata = page === 0 ? first : await readMetadata(source, sniffed, page)
  const format = sniffed === 'heic' && metadata.compression === 'av1' ? 'avif' : sniffed
  approveSize(format, shapeOf(metadata))
  const storedSize = { widthPx: metadata.width, heightPx: metadata.height }
  const orientation = raw ? orientationOfPreview(metadata.orientation, storedSize, raw) : metadata.orientation
  return {
    source,
    format,
    storedWidthPx: metadata.width,
    storedHeightPx: metadata.height,
    // HEIF turns pictures by its own properties, which the decoders apply; EXIF orientation would turn them twice.
    turn: turnOfOrientation(format === 'heic' || format === 'avif' ? 1 : orientation),
    page,
    profile: metadata.icc ? Uint8Array.from(metadata.icc) : null,
    rawDates: raw?.dates ?? null,
  }
}

/**
 * Decodes a picture to sRGB by its embedded profile, transparency laid on neutral grey, reduced (never enlarged) so
 * that no side is above `longestSidePx`. `source` may replace the file's bytes. Throws `picture-damaged`.
 */
export async function decodeStored(
  header: PictureHeader,
  longestSidePx: number | null,
  strictness: Strictness,
  source: Uint8Array | string = header.source,
): Promise<StoredPixels> {
  const size = reducedSize(header.storedWidthPx, header.storedHeightPx, longestSidePx)
  if (header.format === 'heic') return await decodeStoredHeic(header, longestSidePx)
  const options = { limitInputPixels: mostPixels, failOn: strictness === 'strict' ? 'warning' : 'none' } as const
  try {
    return await toSrgb(sharp(source, { ...options, page: header.page }), size)
  } catch (cause) {
    throw undecodable(header.format, cause)
  }
}

/** Makes stored pixels upright, and turns them further by clockwise quarters. */
export async function uprightPixels(
  stored: StoredPixels,
  header: PictureHeader,
  quarterTurns: number,
): Promise<Pixels> {
  const turn = { ...header.turn, quarterTurns: header.turn.quarterTurns + quarterTurns }
  const full = turnedSize(header.storedWidthPx, header.storedHeightPx, turn)
  return { ...(await turnPixels(stored, turn)), fullWidthPx: full.widthPx, fullHeightPx: full.heightPx }
}

/** Turns pixels. Returns the same when there is nothing to turn. */
export async function turnPixels(pixels: StoredPixels, { isMirrored, quarterTurns }: Turn): Promise<StoredPixels> {
  const clockwise = ((quarterTurns % 4) + 4) % 4
  if (!isMirrored && clockwise === 0) return pixels
  // in one pipeline sharp mirrors first, whatever the order of these calls
  const turned = sharpOf(pixels)
    .flop(isMirrored)
    .rotate(90 * clockwise)
  const { data, info } = await turned.raw().toBuffer({ resolveWithObject: true })
  return { data: unshared(data), widthPx: info.width, heightPx: info.height }
}

/**
 * Reads a photo upright by its metadata, then turned clockwise by `photo.quarterTurns`, in sRGB; reduced, never
 * enlarged, to `longestSidePx` (null: full size). A damaged photo gives what can still be read. Throws
 * `file-unreadable`, `unsupported-format`, `picture-damaged` and `picture-too-large`, without a file name.
 */
export async function readUprightPixels(photo: PhotoFile, longestSidePx: number | null): Promise<Pixels> {
  const header = await readPictureHeader(photo)
  return await uprightPixels(await decodeStored(header, longestSidePx, 'lenient'), header, photo.quarterTurns)
}

/** Makes a picture smaller (Lanczos), never larger; its full size stays what it was. */
export async function reducePixels(pixels: Pixels, longestSidePx: number): Promise<Pixels> {
  const reduced = await toSrgb(sharpOf(pixels), reducedSize(pixels.widthPx, pixels.heightPx, longestSidePx))
  return { ...pixels, ...reduced }
}

/** A rectangle of a picture drawn at another size (Lanczos when smaller, bicubic when larger). Pixels; whole numbers, inside the picture. */
export async function resizedPart(
  pixels: Pixels,
  part: { readonly left: number; readonly top: number; readonly widthPx: number; readonly heightPx: number },
  size: { readonly widthPx: number; readonly heightPx: number },
): Promise<StoredPixels> {
  const { left, top, widthPx: width, heightPx: height } = part
  const isEnlarged = size.widthPx > width
  const { data, info } = await sharpOf(pixels)
    .extract({ left, top, width, height })
    .resize(size.widthPx, size.heightPx, { fit: 'fill', kernel: isEnlarged ? 'cubic' : 'lanczos3' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: unshared(data), widthPx: info.width, heightPx: info.height }
}

/**
 * How a picture is written: `quality` replaces the usual one (JPEG 92, WebP 88) and means nothing for PNG; `saysSrgb`: with the profile of sRGB, for programs that guess colours otherwise;
 * `durability` as `writeWholeFile` has it.
 */
export interface PictureWriting {
  readonly quality?: number
  readonly saysSrgb?: boolean
  readonly durability?: Durability
}

/** Writes a picture in sRGB without any metadata of its own, whole or not at all. JPEG keeps full colour resolution (4:4:4). */
export async function writePicture(
  pixels: StoredPixels,
  output: PictureOutput,
  format: 'jpeg' | 'png' | 'webp',
  { quality, saysSrgb, durability }: PictureWriting = {},
): Promise<void> {
  const picture = saysSrgb ? sharpOf(pixels).withIccProfile('srgb') : sharpOf(pixels)
  const encoded = {
    // Huffman tables made to measure shorten the file by 3 % (same pixels) and make encoding take three times as long
    jpeg: () => picture.jpeg({ quality: quality ?? qualities.jpeg, chromaSubsampling: '4:4:4', optimiseCoding: false }),
    png: () => picture.png(),
    webp: () => picture.webp({ quality: quality ?? qualities.webp }),
  }
  await writeWholeFile(output, unshared(await encoded[format]().toBuffer()), durability)
}

/** A picture as PNG in sRGB, upright, no side longer than `longestSidePx`, without metadata; what is see-through stays so. Throws `picture-damaged`, and `unsupported-format` for HEIC. */
export async function seeThroughPng(
  { source, format, page }: PictureHeader,
  longestSidePx: number,
): Promise<Uint8Array> {
  if (format === 'heic') throw new AppError('unsupported-format', { reason: t('Use a PNG, JPEG or WebP.') })
  try {
    const picture = sharp(source, { page, limitInputPixels: mostPixels, failOn: 'none' })
      .autoOrient()
      .resize(longestSidePx, longestSidePx, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
    return unshared(await picture.png().toBuffer())
  } catch (cause) {
    throw undecodable(format, cause)
  }
}

/** The whole file of a picture, to be read only. */
export async function fileBytes({ source }: PictureHeader): Promise<Uint8Array> {
  return bytesOf(source)
}

async function bytesOf(source: string | Uint8Array): Promise<Uint8Array> {
  return typeof source === 'string' ? readPhotoFile({ path: source, key: null }) : source
}

async function decodeStoredHeic(header: PictureHeader, longestSidePx: number | null): Promise<StoredPixels> {
  // the decoder changes them
  const bytes = Uint8Array.from(await fileBytes(header))
  const approve = (widthPx: number, heightPx: number): void =>
    approveSize('heic', { widthPx, heightPx, channelCount: 4, bytesPerSample: 1, isProgressive: false })
  try {
    const { data, widthPx, heightPx } = await decodeHeic(bytes, header.page, approve)
    const size = reducedSize(widthPx, heightPx, longestSidePx)
    const raw = { width: widthPx, height: heightPx, channels: 4 } as const
    const reduced = await toSrgb(sharp(data, { raw, limitInputPixels: mostPixels }), size)
    if (!header.profile) return reduced
    const withProfile = attachIccProfile(reduced.data, reduced.widthPx, reduced.heightPx, header.profile)
    return await toSrgb(sharp(withProfile, { limitInputPixels: mostPixels, failOn: 'none' }), size)
  } catch (cause) {
    throw undecodable('heic', cause)
  }
}

async function toSrgb(picture: Sharp, size: { widthPx: number; heightPx: number }): Promise<StoredPixels> {
  const { data, info } = await picture
    .resize(size.widthPx, size.heightPx, { fit: 'fill', fastShrinkOnLoad: false })
    .flatten({ background: neutralGrey })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  if (info.channels !== 3) throw new Error(`Expected 3 channels but received ${info.channels}`)
  return { data: unshared(data), widthPx: info.width, heightPx: info.height }
}

async function readMetadata(source: string | Uint8Array, format: PhotoFormat, page: number): Promise<Metadata> {
  try {
    return await sharp(source, { page, limitInputPixels: mostPixels, failOn: 'none' }).metadata()
  } catch (cause) {
    throw undecodable(format, cause)
  }
}

function shapeOf(metadata: Metadata): PictureShape {
  return {
    widthPx: metadata.width,
    heightPx: metadata.height,
    channelCount: metadata.channels,
    bytesPerSample: metadata.depth === 'uchar' ? 1 : 2,
    isProgressive: metadata.isProgressive,
  }
}

function sharpOf(pixels: StoredPixels): Sharp {
  return sharp(pixels.data, { raw: { width: pixels.widthPx, height: pixels.heightPx, channels: 3 } })
}

/** The WebAssembly build answers with shared memory, which can't cross to another process. */
function unshared(bytes: Uint8Array): Uint8Array {
  return bytes.buffer instanceof ArrayBuffer ? bytes : Uint8Array.from(bytes)
}

function undecodable(format: PhotoFormat, cause: unknown): AppError {
  if (cause instanceof AppError) return cause
  const message = cause instanceof Error ? cause.message : ''
  if (/exceeds pixel limit|exceeds the maximum|too large/i.test(message)) {
    return new AppError('picture-too-large', { reason: t('It has more than 80 megapixels.') }, { cause })
  }
  if (format === 'heic' && /unsupported/i.test(message)) {
    return new AppError('unsupported-format', { reason: unsupportedReason('a HEIF of a rare kind') }, { cause })
  }
  return new AppError(
    'picture-damaged',
    { reason: t('This {{format}} can’t be decoded.', { format: format.toUpperCase() }) },
    { cause },
  )
}
