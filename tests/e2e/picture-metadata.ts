/** What a colour profile calls itself (ICC.1:2022, 9.2.41 and 10.15). */
export function profileName(icc: Buffer | undefined): string | null {
  if (!icc) return null
  for (let tag = 0; tag < icc.readUInt32BE(128); tag++) {
    const entry = 132 + 12 * tag
    if (icc.toString('latin1', entry, entry + 4) !== 'desc') continue
    const text = icc.readUInt32BE(entry + 4)
    const [lengthBytes, begin] = [icc.readUInt32BE(text + 20), text + icc.readUInt32BE(text + 24)]
    return Buffer.from(icc.subarray(begin, begin + lengthBytes))
      .swap16()
      .toString('utf16le')
  }
  return null
}

/** Names of what a PNG carries beside its pixels, their layout and their colours. */
export function pngExtras(bytes: Buffer): string[] {
  const names: string[] = []
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12)
    names.push(bytes.toString('latin1', at + 4, at + 8))
  return names.filter((name) => !['IHDR', 'PLTE', 'IDAT', 'IEND', 'pHYs', 'sRGB', 'gAMA', 'iCCP'].includes(name))
}

/** Markers of a JPEG that carry anything beside the picture and its colours: APP1 to APP15 but a colour profile, and comments. */
export function jpegExtras(bytes: Buffer): string[] {
  const names: string[] = []
  for (let at = 2; bytes[at] === 0xff && bytes[at + 1] !== 0xda; at += bytes.readUInt16BE(at + 2) + 2) {
    const marker = bytes[at + 1]!
    const isProfile = bytes.toString('latin1', at + 4, at + 15) === 'ICC_PROFILE'
    if (!isProfile && ((marker > 0xe0 && marker <= 0xef) || marker === 0xfe)) names.push(marker.toString(16))
  }
  return names
}
