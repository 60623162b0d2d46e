import type { PhotoFormat } from '../../shared/domain/photo.ts'
import { t } from '../../shared/words/translate.ts'
import { fileKindInWords } from './file-kind-words.ts'

/** The kinds of video that Stipple reads. */
export type VideoFormat = Extract<PhotoFormat, 'mp4' | 'mov' | 'webm'>

/** What a file's first bytes say it is: a kind of picture or video that Stipple reads, or something else, named as in "a GIF". */
export type SniffedFormat =
  | { readonly kind: 'photo'; readonly format: PhotoFormat }
  | { readonly kind: 'video'; readonly format: VideoFormat }
  | { readonly kind: 'other'; readonly name: string }

/** How many bytes from a file's start `sniffFormat` wants; fewer only where the file is shorter. */
export const sniffedByteCount = 4096

const otherSignatures: readonly (readonly [name: string, offset: number, bytes: string])[] = [
  ['a GIF', 0, 'GIF8'],
  ['a BMP', 0, 'BM'],
  ['a PDF', 0, '%PDF'],
  ['a Photoshop document', 0, '8BPS'],
  ['a JPEG XL', 0, '\xff\x0a'],
  ['a JPEG XL', 4, 'JXL '],
  ['a JPEG 2000', 4, 'jP  '],
  ['a JPEG 2000', 0, '\xff\x4f\xff\x51'],
  ['a JPEG XR', 0, 'II\xbc\x01'],
  ['an OpenEXR picture', 0, '\x76\x2f\x31\x01'],
  ['a Windows icon', 0, '\0\0\x01\0'],
  ['a ZIP archive', 0, 'PK\x03\x04'],
  ['a video of a kind that Stipple doesn’t read (AVI)', 8, 'AVI '],
  ['a video of a kind that Stipple doesn’t read (MPEG)', 0, '\0\0\x01\xba'],
]

/** QuickTime files from before `ftyp` begin with their first box. */
const oldMovBoxes = ['moov', 'mdat', 'wide']
const ebmlMagic = '\x1a\x45\xdf\xa3'
/** Element DocType (0x4282) of an EBML header, four letters long. */
const webmDocType = '\x42\x82\x84webm'
/** Files of this family that hold no moving picture. */
const soundBrands = ['M4A ', 'M4B ', 'M4P ', 'F4A ']

/** RAW first: some begin as a TIFF does. In this order: RAF, RW2, ORF (three), X3F, MRW, CRW, CR2. */
const photoSignatures: readonly (readonly [format: PhotoFormat, offset: number, bytes: string])[] = [
  ['raw', 0, 'FUJIFILMCCD-RAW'],
  ['raw', 0, 'IIU\0'],
  ['raw', 0, 'IIRO'],
  ['raw', 0, 'IIRS'],
  ['raw', 0, 'MMOR'],
  ['raw', 0, 'FOVb'],
  ['raw', 0, '\0MRM'],
  ['raw', 6, 'HEAPCCDR'],
  ['raw', 8, 'CR\x02\0'],
  ['jpeg', 0, '\xff\xd8\xff'],
  ['png', 0, '\x89PNG\r\n\x1a\n'],
  ['webp', 8, 'WEBP'],
  ['tiff', 0, 'II*\0'],
  ['tiff', 0, 'MM\0*'],
  ['tiff', 0, 'II+\0'],
  ['tiff', 0, 'MM\0+'],
]

const avifBrands = ['avif', 'avis', 'avio']
const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']
const plainHeifBrands = ['mif1', 'mif2', 'msf1', 'miaf']
/** HEIF with another coding inside, which libheif isn't built for here. */
const otherHeifBrands = ['mif3', 'jpeg', 'jpgs', 'j2ki', 'j2is', 'vvic', 'vvis', 'avci', 'avcs']

/**
 * Tells a file's format from its first bytes; the name and its extension don't count. A HEIF whose brands don't
 * name its coding is `heic` for now. A TIFF may still be a camera's RAW file: see `isCameraRaw`.
 */
export function sniffFormat(head: Uint8Array): SniffedFormat {
  if (head.length === 0) return { kind: 'other', name: 'an empty file' }
  const text = latin1(head)
  const other = otherSignatures.find(([, offset, bytes]) => text.startsWith(bytes, offset))
  if (other) return { kind: 'other', name: other[0] }
  const photo = photoSignatures.find(([, offset, bytes]) => text.startsWith(bytes, offset))
  if (photo) return { kind: 'photo', format: photo[0] }
  if (text.startsWith('ftyp', 4)) return formatOfBrands(brandsOf(head, text))
  if (oldMovBoxes.includes(text.slice(4, 8))) return { kind: 'video', format: 'mov' }
  if (text.startsWith(ebmlMagic)) {
    if (text.slice(0, 64).includes(webmDocType)) return { kind: 'video', format: 'webm' }
    return { kind: 'other', name: 'a video of a kind that Stipple doesn’t read (Matroska)' }
  }
  return { kind: 'other', name: nameOfText(head) }
}

/** Sentence for a file that isn't a picture which Stipple reads. */
export function unsupportedReason(name: string): string {
  return t(
    'This is {{kind}}. Stipple reads JPEG, PNG, WebP, TIFF, AVIF, HEIC, camera RAW, and the videos MP4, MOV and WebM.',
    { kind: fileKindInWords(name) },
  )
}

// not TextDecoder: by its standard, latin1 means windows-1252, which turns the first byte of a PNG into another character
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

function brandsOf(head: Uint8Array, text: string): string[] {
  const boxLength = new DataView(head.buffer, head.byteOffset, head.length).getUint32(0)
  const end = Math.min(Math.max(boxLength, 12), head.length)
  const brands = [text.slice(8, 12)]
  for (let offset = 16; offset + 4 <= end; offset += 4) brands.push(text.slice(offset, offset + 4))
  return brands
}

function formatOfBrands(brands: readonly string[]): SniffedFormat {
  const known = brands.find((brand) => avifBrands.includes(brand) || heicBrands.includes(brand))
  if (known !== undefined) return { kind: 'photo', format: avifBrands.includes(known) ? 'avif' : 'heic' }
  if (brands.some((brand) => otherHeifBrands.includes(brand))) return { kind: 'other', name: 'a HEIF of a rare kind' }
  if (brands.some((brand) => plainHeifBrands.includes(brand))) return { kind: 'photo', format: 'heic' }
  if (brands[0]?.startsWith('crx')) return { kind: 'photo', format: 'raw' }
  if (soundBrands.includes(brands[0] ?? '')) return { kind: 'other', name: 'a sound recording' }
  return { kind: 'video', format: brands[0] === 'qt  ' ? 'mov' : 'mp4' }
}

function nameOfText(head: Uint8Array): string {
  if (head.includes(0)) return 'a kind of file that Stipple doesn’t know'
  const text = new TextDecoder('utf-8').decode(head).trimStart()
  if (/<svg[\s>]/i.test(text)) return 'an SVG'
  if (/^<(!doctype html|html)/i.test(text)) return 'a web page'
  return text.includes('\ufffd') ? 'a kind of file that Stipple doesn’t know' : 'a text file'
}
