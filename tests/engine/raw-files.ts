import { randomBytes } from 'node:crypto'
import sharp from 'sharp'

type Field = string | readonly number[] | Uint8Array | { readonly blob: Uint8Array } | readonly Directory[]
type Kind = 'byte' | 'ascii' | 'short' | 'long' | 'undefined'
type Directory = readonly (readonly [tag: number, kind: Kind, field: Field])[]

const kinds: Record<Kind, readonly [code: number, byteLength: number]> = {
  byte: [1, 1],
  ascii: [2, 1],
  short: [3, 2],
  long: [4, 4],
  undefined: [7, 1],
}

/** What a test RAW file says of itself; `preview` is the JPEG embedded in it. */
export interface RawContent {
  readonly preview: Uint8Array
  /** In a NEF only. */
  readonly secondPreview?: Uint8Array
  readonly orientation?: number
  readonly taken?: string
  readonly offset?: string
}

/** A JPEG like the one that a camera embeds: `colours` fill its left and right half. */
export async function previewJpeg(
  widthPx: number,
  heightPx: number,
  colours = ['#c03020', '#2040c0'],
): Promise<Buffer> {
  const half = { width: Math.round(widthPx / 2), height: heightPx, channels: 3 as const }
  return await sharp({ create: { width: widthPx, height: heightPx, channels: 3, background: colours[1]! } })
    .composite([{ input: { create: { ...half, background: colours[0]! } }, left: 0, top: 0 }])
    .jpeg({ quality: 95 })
    .toBuffer()
}

const camera = (make: string, { orientation }: RawContent): Directory => [
  [271, 'ascii', make],
  [272, 'ascii', 'Test camera'],
  ...(orientation === undefined ? [] : ([[274, 'short', [orientation]]] as const)),
]
const exif = ({ taken, offset }: RawContent): Directory => {
  const entries: Directory = [
    ...(taken === undefined ? [] : ([[36867, 'ascii', taken]] as const)),
    ...(offset === undefined ? [] : ([[36881, 'ascii', offset]] as const)),
  ]
  return entries.length === 0 ? [] : [[34665, 'long', [entries]]]
}
const size = (widthPx: number, heightPx: number): Directory => [
  [256, 'long', [widthPx]],
  [257, 'long', [heightPx]],
]
const tinyPicture: Directory = [
  [254, 'long', [1]],
  ...size(8, 8),
  [258, 'short', [8, 8, 8]],
  [259, 'short', [1]],
  [262, 'short', [2]],
  [273, 'long', { blob: new Uint8Array(192).fill(90) }],
  [277, 'short', [3]],
  [278, 'long', [8]],
  [279, 'long', [192]],
]
const sensor: Directory = [
  [254, 'long', [0]],
  ...size(6000, 4000),
  [258, 'short', [16]],
  [259, 'short', [1]],
  [262, 'short', [32803]],
  [273, 'long', { blob: randomBytes(4096) }],
  [277, 'short', [1]],
  [278, 'long', [4000]],
  [279, 'long', [4096]],
]
const jpegByOffset = (jpeg: Uint8Array): Directory => [
  [513, 'long', { blob: jpeg }],
  [514, 'long', [jpeg.length]],
]
const nikonPreviews = ({ preview, secondPreview }: RawContent): Directory[] =>
  [preview, ...(secondPreview ? [secondPreview] : [])].map((jpeg) => [
    [254, 'long', [1]],
    [259, 'short', [6]],
    ...jpegByOffset(jpeg),
  ])
const jpegInStrip = (jpeg: Uint8Array): Directory => [
  [273, 'long', { blob: jpeg }],
  [279, 'long', [jpeg.length]],
]

const panasonicMark = '\x88\xe7\x74\xd8\xf8\x25\x1d\x4d\x94\x7a\x6e\x77\x82\x2b\x5d\x6a'

/**
 * RAW files laid out as cameras lay them out (Adobe's DNG specification; the others as ExifTool's tag tables describe them), small, with a JPEG preview that a test chooses, a
 * thumbnail in front that must not be taken for the picture, and noise for the sensor's data.
 */
export const rawFiles: Readonly<Record<string, (content: RawContent) => Uint8Array>> = {
  dng: (content) =>
    tiff('II*\0', [
      [
        ...tinyPicture,
        ...camera('Test', content),
        [50706, 'byte', [1, 4, 0, 0]],
        [
          330,
          'long',
          [sensor, [[254, 'long', [1]], [259, 'short', [7]], [262, 'short', [6]], ...jpegInStrip(content.preview)]],
        ],
        ...exif(content),
      ],
    ]),
  nef: (content) =>
    tiff('MM\0*', [
      [
        ...tinyPicture,
        ...camera('NIKON CORPORATION', content),
        [330, 'long', [...nikonPreviews(content), sensor]],
        ...exif(content),
      ],
    ]),
  arw: (content) =>
    tiff('II*\0', [
      [
        [254, 'long', [1]],
        [259, 'short', [6]],
        ...camera('SONY', content),
        ...jpegByOffset(content.preview),
        [330, 'long', [sensor]],
        ...exif(content),
      ],
    ]),
  cr2: (content) =>
    tiff(
      'II*\0',
      [
        [
          ...size(6000, 4000),
          [259, 'short', [6]],
          ...jpegInStrip(content.preview),
          ...camera('Canon', content),
          ...exif(content),
        ],
        sensor,
      ],
      'CR\x02\0',
    ),
  rw2: (content) =>
    tiff(
      'IIU\0',
      [
        [
          [1, 'undefined', Uint8Array.from(Buffer.from('0310'))],
          [46, 'undefined', content.preview],
          ...camera('Panasonic', content),
          ...exif(content),
        ],
      ],
      panasonicMark,
    ),
  raf: (content) => raf(content),
  cr3: (content) => cr3(content),
}

/** The type of a directory's entry grows with what it holds; offsets are filled in while blocks are laid one after another. */
function tiff(magic: string, directories: readonly Directory[], afterHead = ''): Uint8Array {
  const isLittle = magic.startsWith('I')
  const parts: Buffer[] = [
    Buffer.from(magic, 'latin1'),
    Buffer.alloc(4),
    Buffer.from(afterHead.padEnd(16, '\0'), 'latin1'),
  ]
  let length = 24
  const put = (bytes: Uint8Array): number => {
    const at = length
    const padded = Buffer.concat([bytes, Buffer.alloc(bytes.length % 2)])
    parts.push(padded)
    length += padded.length
    return at
  }
  const numbers = (kind: Kind, values: readonly number[]): Buffer => {
    const [, byteLength] = kinds[kind]
    const bytes = Buffer.alloc(values.length * byteLength)
    values.forEach((value, index) => {
      const at = index * byteLength
      if (byteLength === 1) bytes.writeUInt8(value, at)
      else if (isLittle) bytes.writeUIntLE(value, at, byteLength)
      else bytes.writeUIntBE(value, at, byteLength)
    })
    return bytes
  }
  const bytesOf = (kind: Kind, field: Field): Buffer => {
    if (typeof field === 'string') return Buffer.from(`${field}\0`, 'latin1')
    if (field instanceof Uint8Array) return Buffer.from(field)
    if ('blob' in field) return numbers('long', [put(field.blob)])
    if (isDirectories(field))
      return numbers(
        'long',
        field.map((directory) => putDirectory(directory, 0)),
      )
    return numbers(kind, field)
  }
  const putDirectory = (directory: Directory, next: number): number => {
    const entries = [...directory]
      .sort(([a], [b]) => a - b)
      .map(([tag, kind, field]) => {
        const bytes = bytesOf(kind, field)
        const [code, byteLength] = kinds[kind]
        const value =
          bytes.length <= 4 ? Buffer.concat([bytes, Buffer.alloc(4 - bytes.length)]) : numbers('long', [put(bytes)])
        return Buffer.concat([numbers('short', [tag, code]), numbers('long', [bytes.length / byteLength]), value])
      })
    return put(Buffer.concat([numbers('short', [entries.length]), ...entries, numbers('long', [next])]))
  }
  const first = directories.toReversed().reduce((next, directory) => putDirectory(directory, next), 0)
  parts[1] = numbers('long', [first])
  return Buffer.concat(parts)
}

function isDirectories(field: readonly number[] | readonly Directory[]): field is readonly Directory[] {
  return Array.isArray(field[0])
}

/** Fujifilm: a header with the place of a whole JPEG, which has the EXIF. */
function raf(content: RawContent): Uint8Array {
  const jpeg = withExif(content)
  const head = Buffer.alloc(160)
  head.write('FUJIFILMCCD-RAW 0201FF000000Test camera', 0, 'latin1')
  head.writeUInt32BE(160, 84)
  head.writeUInt32BE(jpeg.length, 88)
  return Buffer.concat([head, jpeg, randomBytes(2048)])
}

/** Canon: boxes as in an MP4, with EXIF directories (CMT1, CMT2) and the preview (PRVW) in boxes of Canon's own. */
function cr3(content: RawContent): Uint8Array {
  const { preview } = content
  const canon = Buffer.from('85c0b687820f11e08111f4ce462b6a48', 'hex')
  const previews = Buffer.from('eaf42b5e1c984b88b9fbb7dc406e4d16', 'hex')
  const dates: Directory = exif(content).flatMap(([, , field]) => (field as readonly Directory[])[0] ?? [])
  const prvw = Buffer.alloc(16)
  prvw.writeUInt16BE(1, 4)
  prvw.writeUInt16BE(1620, 6)
  prvw.writeUInt16BE(1080, 8)
  prvw.writeUInt16BE(1, 10)
  prvw.writeUInt32BE(preview.length, 12)
  return Buffer.concat([
    box('ftyp', Buffer.from('crx \0\0\0\x01crx isom', 'latin1')),
    box(
      'moov',
      box(
        'uuid',
        canon,
        box('CNCV', Buffer.from('CanonCR3_001/00.09.00/00.00.00')),
        box('CMT1', tiff('II*\0', [[...size(6000, 4000), ...camera('Canon', content)]])),
        box('CMT2', tiff('II*\0', [dates])),
      ),
    ),
    box('uuid', previews, Buffer.alloc(8), box('PRVW', prvw, preview)),
    box('mdat', randomBytes(2048)),
  ])
}

function box(name: string, ...content: Uint8Array[]): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), ...content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length + 4)
  return Buffer.concat([length, body])
}

function withExif(content: RawContent): Buffer {
  const block = Buffer.concat([
    Buffer.from('Exif\0\0', 'latin1'),
    tiff('II*\0', [[...camera('FUJIFILM', content), ...exif(content)]]),
  ])
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0])
  head.writeUInt16BE(block.length + 2, 4)
  return Buffer.concat([head, block, content.preview.subarray(2)])
}
