const marker = { app0: 0xe0, app14: 0xee, startOfScan: 0xda, quantisation: 0xdb, restart: 0xdd }
const adobeSegmentLength = 14

/**
 * A JPEG with nothing but what its pixels are decoded from: tables, frame, scans, and the two short segments that tell
 * how the colours are coded. Metadata and stray bytes between segments are gone, so that a strict decode of it complains
 * about the picture only. Undefined where no scan is found.
 */
export function jpegPictureData(jpeg: Uint8Array): Uint8Array | undefined {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  const kept: Uint8Array[] = [Uint8Array.of(0xff, 0xd8)]
  let offset = 2
  while (offset + 4 <= jpeg.length) {
    const code = jpeg[offset + 1] as number
    if (jpeg[offset] !== 0xff || code < 0xc0 || code === 0xff) {
      offset += 1
      continue
    }
    if (code === marker.startOfScan) {
      kept.push(jpeg.subarray(offset))
      return Buffer.concat(kept)
    }
    if (code >= 0xd0 && code <= 0xd9) {
      offset += 2
      continue
    }
    const end = offset + 2 + view.getUint16(offset + 2)
    const segment = jpeg.subarray(offset, end)
    if (isPictureSegment(code, segment)) kept.push(segment)
    offset = end
  }
  return undefined
}

function isPictureSegment(code: number, segment: Uint8Array): boolean {
  if (code === marker.app0) return startsWith(segment, 'JFIF\0')
  if (code === marker.app14) return startsWith(segment, 'Adobe') && segment.length === 2 + adobeSegmentLength
  return code <= 0xcf || code === marker.quantisation || code === marker.restart
}

function startsWith(segment: Uint8Array, text: string): boolean {
  return [...text].every((character, index) => segment[4 + index] === character.charCodeAt(0))
}
