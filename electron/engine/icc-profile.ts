const rowsPerStrip = 64
const headByteCount = 8
const fieldTypes = { short: 3, long: 4, undefined: 7 } as const

/**
 * Wraps RGB pixels (3 bytes a pixel, row-major) and the ICC profile of their colours into an uncompressed TIFF: a way
 * to hand a decoder's bare pixels to a colour-managed reader without losing anything. (TIFF 6.0, and tag 34675 of
 * ICC.1:2022 annex B.5.)
 */
export function attachIccProfile(rgb: Uint8Array, widthPx: number, heightPx: number, profile: Uint8Array): Uint8Array {
  const stripCount = Math.ceil(heightPx / rowsPerStrip)
  const stripByteCount = widthPx * 3 * rowsPerStrip
  const profileOffset = even(headByteCount + rgb.length)
  const bitsOffset = even(profileOffset + profile.length)
  const offsetsOffset = bitsOffset + 8
  const countsOffset = offsetsOffset + 4 * stripCount
  const directoryOffset = countsOffset + 4 * stripCount
  const entries: readonly (readonly [tag: number, type: keyof typeof fieldTypes, count: number, value: number])[] = [
    [256, 'long', 1, widthPx],
    [257, 'long', 1, heightPx],
    [258, 'short', 3, bitsOffset],
    [259, 'short', 1, 1],
    [262, 'short', 1, 2],
    [273, 'long', stripCount, stripCount === 1 ? headByteCount : offsetsOffset],
    [277, 'short', 1, 3],
    [278, 'long', 1, rowsPerStrip],
    [279, 'long', stripCount, stripCount === 1 ? rgb.length : countsOffset],
    [34675, 'undefined', profile.length, profileOffset],
  ]
  const tiff = new Uint8Array(directoryOffset + 2 + entries.length * 12 + 4)
  const view = new DataView(tiff.buffer)
  tiff.set([0x49, 0x49, 42, 0])
  view.setUint32(4, directoryOffset, true)
  tiff.set(rgb, headByteCount)
  tiff.set(profile, profileOffset)
  for (const sample of [0, 1, 2]) view.setUint16(bitsOffset + 2 * sample, 8, true)
  for (let strip = 0; strip < stripCount; strip += 1) {
    const start = strip * stripByteCount
    view.setUint32(offsetsOffset + 4 * strip, headByteCount + start, true)
    view.setUint32(countsOffset + 4 * strip, Math.min(stripByteCount, rgb.length - start), true)
  }
  view.setUint16(directoryOffset, entries.length, true)
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = directoryOffset + 2 + index * 12
    view.setUint16(at, tag, true)
    view.setUint16(at + 2, fieldTypes[type], true)
    view.setUint32(at + 4, count, true)
    view.setUint32(at + 8, value, true)
  }
  return tiff
}

/** TIFF wants values to begin at even offsets. */
function even(offset: number): number {
  return offset + (offset % 2)
}
