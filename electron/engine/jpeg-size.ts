const startOfScan = 0xda
/** Baseline, extended and progressive; the others (lossless, arithmetic) no picture library decodes. */
const decodableFrames = [0xc0, 0xc1, 0xc2]

/** The size of a JPEG by its frame header; undefined for what isn't a JPEG that can be decoded. */
export function jpegSize(jpeg: Uint8Array): { widthPx: number; heightPx: number } | undefined {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  if (jpeg.length < 4 || view.getUint16(0) !== 0xffd8) return undefined
  let offset = 2
  while (offset + 9 <= jpeg.length && jpeg[offset] === 0xff) {
    const code = jpeg[offset + 1] as number
    if (decodableFrames.includes(code)) {
      const heightPx = view.getUint16(offset + 5)
      const widthPx = view.getUint16(offset + 7)
      return widthPx > 0 && heightPx > 0 ? { widthPx, heightPx } : undefined
    }
    if (code === startOfScan) return undefined
    offset += code === 0xff ? 1 : 2 + view.getUint16(offset + 2)
  }
  return undefined
}
