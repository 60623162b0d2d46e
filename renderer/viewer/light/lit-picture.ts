import { type ColourCorrection, correctPixels } from '../../../shared/domain/light/colour-correction.ts'

/** RGBA pixels, row by row from the top. */
export interface RgbaPixels {
  readonly rgba: Uint8ClampedArray
  readonly widthPx: number
  readonly heightPx: number
}

const headerBytes = 54

/** A picture's pixels in corrected light as a Windows bitmap file of 24 bits: written and read at once, without loss. Corrects the pixels in place. */
export function litBitmapFile({ rgba, widthPx, heightPx }: RgbaPixels, correction: ColourCorrection): ArrayBuffer {
  correctPixels(rgba, correction)
  const rowBytes = Math.ceil((3 * widthPx) / 4) * 4
  const file = new ArrayBuffer(headerBytes + rowBytes * heightPx)
  writeHeader(new DataView(file), widthPx, heightPx)
  const pixels = new Uint8Array(file, headerBytes)
  let from = 0
  for (let row = 0; row < heightPx; row++) {
    for (let to = row * rowBytes, end = to + 3 * widthPx; to < end; to += 3) {
      pixels[to] = rgba[from + 2]!
      pixels[to + 1] = rgba[from + 1]!
      pixels[to + 2] = rgba[from]!
      from += 4
    }
  }
  return file
}

/** BITMAPFILEHEADER and BITMAPINFOHEADER; a negative height stands for rows from the top. */
function writeHeader(view: DataView, widthPx: number, heightPx: number): void {
  view.setUint16(0, 0x4d42, true)
  view.setUint32(2, view.byteLength, true)
  view.setUint32(10, headerBytes, true)
  view.setUint32(14, 40, true)
  view.setInt32(18, widthPx, true)
  view.setInt32(22, -heightPx, true)
  view.setUint16(26, 1, true)
  view.setUint16(28, 24, true)
  view.setUint32(34, view.byteLength - headerBytes, true)
}
