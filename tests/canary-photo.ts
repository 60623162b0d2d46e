import sharp from 'sharp'

/** What a camera or a program writes into a photo that nobody may learn from an export, each in a place of its own. */
export const photoCanaries = {
  artist: 'Zoe Unverwechselbar',
  serial: 'SN-4711-0815',
  place: 'Am Hang 7, Hinterdorf',
  xmp: 'xmp-canary-zoe',
  iptc: 'iptc-canary-zoe',
  thumbnail: 'thumbnail-canary-zoe',
  comment: 'comment-canary-zoe',
  profile: 'Zoes Studio Bildschirm',
}

/** The canaries that bytes hold, as text or as the two-byte text of colour profiles. */
export function canariesIn(bytes: Buffer): string[] {
  const isIn = (canary: string) => bytes.includes(canary) || bytes.includes(Buffer.from(canary, 'utf16le').swap16())
  return Object.values(photoCanaries).filter(isIn)
}

/** The picture as a JPEG with EXIF (name, serial number, GPS, thumbnail), XMP, IPTC, a comment and a named colour profile. */
export async function withCanaries(picture: string): Promise<Buffer> {
  const jpeg = await sharp(picture).withIccProfile('p3').jpeg({ quality: 92 }).toBuffer()
  const { icc } = await sharp(jpeg).metadata()
  const pixels = await sharp(picture).jpeg({ quality: 92 }).toBuffer()
  const small = await sharp(picture).resize(64, 64).jpeg().toBuffer()
  const thumbnail = Buffer.concat([small.subarray(0, 2), segment(0xfe, photoCanaries.thumbnail), small.subarray(2)])
  const profile = renamedProfile(icc!, photoCanaries.profile)
  return Buffer.concat([
    pixels.subarray(0, 2),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifWith(thumbnail)])),
    segment(
      0xe1,
      `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><!-- ${photoCanaries.xmp} --></x:xmpmeta>`,
    ),
    segment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0\u0001\u0001', 'latin1'), profile])),
    segment(0xed, Buffer.concat([Buffer.from('Photoshop 3.0\0', 'latin1'), iptcResource(photoCanaries.iptc)])),
    segment(0xfe, photoCanaries.comment),
    pixels.subarray(2),
  ])
}

function segment(marker: number, content: Buffer | string): Buffer {
  const body = Buffer.from(content)
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** A value of an EXIF entry: its type, how many of them, and their bytes. */
interface Value {
  readonly type: number
  readonly count: number
  readonly data: Buffer
}

/** An EXIF block (TIFF, little-endian) with a name, a place, a serial number, a GPS position and a thumbnail. */
function exifWith(thumbnail: Buffer): Buffer {
  const text = (value: string): Value => ({
    type: 2,
    count: value.length + 1,
    data: Buffer.from(`${value}\0`, 'latin1'),
  })
  const long = (value: number): Value => ({ type: 4, count: 1, data: longs(value) })
  const short = (value: number): Value => ({ type: 3, count: 1, data: longs(value) })
  const position: Value = { type: 5, count: 3, data: longs(48, 1, 8, 1, 0, 1) }
  type Entry = readonly [tag: number, value: Value]
  const bytesOf = (entries: readonly Entry[], start: number, next: number) => {
    const head = Buffer.alloc(2 + 12 * entries.length + 4)
    head.writeUInt16LE(entries.length, 0)
    const beyond: Buffer[] = []
    let end = start + head.length
    for (const [index, [tag, { type, count, data }]] of entries.entries()) {
      const at = 2 + 12 * index
      head.writeUInt16LE(tag, at)
      head.writeUInt16LE(type, at + 2)
      head.writeUInt32LE(count, at + 4)
      if (data.length <= 4) data.copy(head, at + 8)
      else {
        head.writeUInt32LE(end, at + 8)
        const even = Buffer.concat([data, Buffer.alloc(data.length % 2)])
        beyond.push(even)
        end += even.length
      }
    }
    head.writeUInt32LE(next, head.length - 4)
    return Buffer.concat([head, ...beyond])
  }
  const ofCamera: Entry[] = [[0xa431, text(photoCanaries.serial)]]
  const gps: Entry[] = [
    [1, text('N')],
    [2, position],
    [3, text('E')],
    [4, position],
  ]
  const main = (camera: number, where: number): Entry[] => [
    [0x010e, text(photoCanaries.place)],
    [0x013b, text(photoCanaries.artist)],
    [0x8769, long(camera)],
    [0x8825, long(where)],
  ]
  const cameraAt = 8 + bytesOf(main(0, 0), 8, 0).length
  const gpsAt = cameraAt + bytesOf(ofCamera, cameraAt, 0).length
  const smallAt = gpsAt + bytesOf(gps, gpsAt, 0).length
  const small = (at: number): Entry[] => [
    [0x0103, short(6)],
    [0x0201, long(at)],
    [0x0202, long(thumbnail.length)],
  ]
  const thumbnailAt = smallAt + bytesOf(small(0), smallAt, 0).length
  return Buffer.concat([
    Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0]),
    bytesOf(main(cameraAt, gpsAt), 8, smallAt),
    bytesOf(ofCamera, cameraAt, 0),
    bytesOf(gps, gpsAt, 0),
    bytesOf(small(thumbnailAt), smallAt, 0),
    thumbnail,
  ])
}

function longs(...values: number[]): Buffer {
  const data = Buffer.alloc(4 * values.length)
  for (const [index, value] of values.entries()) data.writeUInt32LE(value, 4 * index)
  return data
}

/** A Photoshop resource that holds IPTC data with a byline. */
function iptcResource(byline: string): Buffer {
  const record = Buffer.concat([Buffer.from([0x1c, 2, 80, 0, byline.length]), Buffer.from(byline, 'latin1')])
  const head = Buffer.from([0x38, 0x42, 0x49, 0x4d, 4, 4, 0, 0, 0, 0, 0, 0])
  head.writeUInt32BE(record.length, 8)
  return Buffer.concat([head, record, Buffer.alloc(record.length % 2)])
}

/** A colour profile under another name, which is written at its end. */
function renamedProfile(profile: Buffer, name: string): Buffer {
  const text = Buffer.from(name, 'utf16le').swap16()
  const description = Buffer.alloc(28)
  description.write('mluc', 0, 'latin1')
  description.writeUInt32BE(1, 8)
  description.writeUInt32BE(12, 12)
  description.write('enUS', 16, 'latin1')
  description.writeUInt32BE(text.length, 20)
  description.writeUInt32BE(28, 24)
  const start = Buffer.concat([profile, Buffer.alloc((4 - (profile.length % 4)) % 4)])
  const renamed = Buffer.concat([start, description, text])
  for (let at = 132; at < 132 + 12 * profile.readUInt32BE(128); at += 12) {
    if (renamed.toString('latin1', at, at + 4) !== 'desc') continue
    renamed.writeUInt32BE(start.length, at + 4)
    renamed.writeUInt32BE(28 + text.length, at + 8)
  }
  renamed.writeUInt32BE(renamed.length, 0)
  return renamed
}
