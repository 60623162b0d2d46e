import { describe, expect, test } from 'vitest'
import { isCameraRaw } from '../../electron/engine/camera-raw.ts'
import { sniffFormat } from '../../electron/engine/photo-format.ts'

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))
const ftyp = (major: string, ...compatible: string[]): Uint8Array =>
  bytes(`\0\0\0${String.fromCharCode(16 + 4 * compatible.length)}ftyp${major}\0\0\0\0${compatible.join('')}`)

describe('the format of a file by its first bytes', () => {
  test.each([
    ['jpeg', bytes('\xff\xd8\xff\xe1rest')],
    ['png', bytes('\x89PNG\r\n\x1a\nrest')],
    ['webp', bytes('RIFF\0\0\0\0WEBPVP8 ')],
    ['tiff', bytes('II*\0\x08\0\0\0')],
    ['tiff', bytes('MM\0*\0\0\0\x08')],
    ['heic', ftyp('heic', 'mif1', 'heic')],
    ['heic', ftyp('mif1', 'mif1', 'heic')],
    ['heic', ftyp('msf1', 'hevc')],
    ['avif', ftyp('avif', 'mif1', 'miaf')],
    ['avif', ftyp('mif1', 'miaf', 'avif')],
    ['raw', ftyp('crx ', 'crx ', 'isom')],
    ['raw', bytes('II*\0\x10\0\0\0CR\x02\0')],
    ['raw', bytes('FUJIFILMCCD-RAW 0201')],
    ['raw', bytes('IIU\0\x18\0\0\0')],
    ['raw', bytes('IIRO\x08\0\0\0')],
    ['raw', bytes('MMOR\0\0\0\x08')],
    ['raw', bytes('FOVb\0\0\x03\0')],
    ['raw', bytes('\0MRM\0\0\0\0')],
    ['raw', bytes('II\x1a\0\0\0HEAPCCDR')],
  ])('%s', (format, head) => {
    expect(sniffFormat(head)).toEqual({ kind: 'photo', format })
  })

  test.each([
    ['mov', ftyp('qt  ')],
    ['mov', bytes('\0\0\0\x08wide\0\0\x10\0mdat')],
    ['mp4', ftyp('isom', 'mp42')],
    ['mp4', ftyp('mp42', 'avc1')],
    ['mp4', ftyp('3gp4')],
    ['webm', bytes('\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm')],
  ])('a video: %s', (format, head) => {
    expect(sniffFormat(head)).toEqual({ kind: 'video', format })
  })

  test.each([
    ['an empty file', bytes('')],
    ['a GIF', bytes('GIF89a')],
    ['a BMP', bytes('BM\x10\0')],
    ['a PDF', bytes('%PDF-1.7')],
    ['an SVG', bytes('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a text file', bytes('a holiday diary')],
    ['a sound recording', ftyp('M4A ', 'mp42')],
    ['a video of a kind that Stipple doesn’t read (Matroska)', bytes('\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska')],
    ['a video of a kind that Stipple doesn’t read (AVI)', bytes('RIFF\0\0\0\0AVI LIST')],
    ['a HEIF of a rare kind', ftyp('jpeg', 'mif1', 'miaf')],
    ['a kind of file that Stipple doesn’t know', bytes('\0\x01\x02\x03')],
  ])('not a photo: %s', (name, head) => {
    expect(sniffFormat(head)).toEqual({ kind: 'other', name })
  })
})

type Entry = readonly [tag: number, type: 3 | 4, value: number]

function tiffWith(entries: readonly Entry[], isLittle: boolean): Uint8Array {
  const file = new Uint8Array(64 + entries.length * 12)
  const view = new DataView(file.buffer)
  file.set(bytes(isLittle ? 'II*\0' : 'MM\0*'))
  view.setUint32(4, 32, isLittle)
  view.setUint16(32, entries.length, isLittle)
  for (const [index, [tag, type, value]] of entries.entries()) {
    const at = 34 + index * 12
    view.setUint16(at, tag, isLittle)
    view.setUint16(at + 2, type, isLittle)
    view.setUint32(at + 4, 1, isLittle)
    if (type === 3) view.setUint16(at + 8, value, isLittle)
    else view.setUint32(at + 8, value, isLittle)
  }
  return file
}

describe.each([true, false])('a TIFF, little-endian: %s', (isLittle) => {
  test.each<[string, Entry[], boolean]>([
    [
      'a plain TIFF',
      [
        [254, 4, 0],
        [259, 3, 1],
        [262, 3, 2],
      ],
      false,
    ],
    [
      'a TIFF with a second page in a sub-directory',
      [
        [254, 4, 0],
        [330, 4, 99],
      ],
      false,
    ],
    [
      'DNG',
      [
        [254, 4, 1],
        [50706, 4, 0x01040000],
      ],
      true,
    ],
    [
      'NEF: a small picture in front of the sensor’s',
      [
        [254, 4, 1],
        [262, 3, 2],
        [330, 4, 99],
      ],
      true,
    ],
    ['PEF: a maker’s compression', [[259, 3, 65535]], true],
    ['a sensor’s colour filter', [[262, 3, 32803]], true],
  ])('%s', async (_, entries, expected) => {
    const file = tiffWith(entries, isLittle)
    expect(await isCameraRaw(async (offset, length) => file.subarray(offset, offset + length))).toBe(expected)
  })

  test('cut off anywhere, it is judged without an error', async () => {
    const file = tiffWith(
      [
        [254, 4, 1],
        [330, 4, 99],
      ],
      isLittle,
    )
    for (let end = 0; end < file.length; end += 1) {
      await isCameraRaw(async (offset, length) => file.subarray(0, end).subarray(offset, offset + length))
    }
  })
})
