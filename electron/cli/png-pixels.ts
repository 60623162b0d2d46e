import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** An RGB picture, 3 bytes a pixel, row-major. */
export interface RgbPicture {
  readonly widthPx: number
  readonly heightPx: number
  readonly data: Uint8Array
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** Reads a PNG as the engine writes it: 8 bits, RGB, not interlaced (PNG specification, sections 5 and 9). Throws on any other. */
export function decodePng(file: Uint8Array): RgbPicture {
  const bytes = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const widthPx = bytes.getUint32(16)
  const heightPx = bytes.getUint32(20)
  if (file[24] !== 8 || file[25] !== 2 || file[28] !== 0)
    throw new Error('Expected a PNG with 8-bit RGB, not interlaced')
  const parts: Uint8Array[] = []
  for (let at = signature.length; at < file.length; ) {
    const length = bytes.getUint32(at)
    const name = String.fromCharCode(...file.subarray(at + 4, at + 8))
    if (name === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  return { widthPx, heightPx, data: unfiltered(inflateSync(Buffer.concat(parts)), widthPx, heightPx) }
}

/** Writes an 8-bit RGB PNG without any metadata. */
export function encodePng({ widthPx, heightPx, data }: RgbPicture): Uint8Array {
  const stride = widthPx * 3
  const lines = new Uint8Array((stride + 1) * heightPx)
  for (let y = 0; y < heightPx; y++) lines.set(data.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1)
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, widthPx)
  view.setUint32(4, heightPx)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines, { level: 1 })),
    chunk('IEND', new Uint8Array()),
  ])
}

/** Two pictures of one size beside each other with a narrow white gap. */
export function sideBySide(left: RgbPicture, right: RgbPicture): RgbPicture {
  const gapPx = Math.max(2, Math.round(left.widthPx / 270))
  const widthPx = left.widthPx + gapPx + right.widthPx
  const data = new Uint8Array(widthPx * left.heightPx * 3).fill(255)
  for (let y = 0; y < left.heightPx; y++) {
    data.set(left.data.subarray(y * left.widthPx * 3, (y + 1) * left.widthPx * 3), y * widthPx * 3)
    data.set(
      right.data.subarray(y * right.widthPx * 3, (y + 1) * right.widthPx * 3),
      (y * widthPx + left.widthPx + gapPx) * 3,
    )
  }
  return { widthPx, heightPx: left.heightPx, data }
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const part = Buffer.alloc(12 + content.length)
  part.writeUInt32BE(content.length, 0)
  part.write(name, 4, 'latin1')
  part.set(content, 8)
  part.writeUInt32BE(crc32(part.subarray(4, 8 + content.length)), 8 + content.length)
  return part
}

function unfiltered(lines: Uint8Array, widthPx: number, heightPx: number): Uint8Array {
  const stride = widthPx * 3
  const data = new Uint8Array(stride * heightPx)
  for (let y = 0; y < heightPx; y++) {
    const filter = lines[y * (stride + 1)]!
    for (let i = 0; i < stride; i++) {
      const at = y * stride + i
      const left = i >= 3 ? data[at - 3]! : 0
      const above = y > 0 ? data[at - stride]! : 0
      const corner = i >= 3 && y > 0 ? data[at - stride - 3]! : 0
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter]
      if (guess === undefined) throw new Error(`Unknown PNG filter ${filter}`)
      data[at] = lines[y * (stride + 1) + 1 + i]! + guess
    }
  }
  return data
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const toLeft = Math.abs(guess - left)
  const toAbove = Math.abs(guess - above)
  const toCorner = Math.abs(guess - corner)
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}
