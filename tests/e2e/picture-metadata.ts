/** Names of what a PNG carries beside its pixels and their layout. */
export function pngExtras(bytes: Buffer): string[] {
  const names: string[] = []
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12)
    names.push(bytes.toString('latin1', at + 4, at + 8))
  return names.filter((name) => !['IHDR', 'PLTE', 'IDAT', 'IEND', 'pHYs', 'sRGB', 'gAMA'].includes(name))
}

/** Markers of a JPEG that carry anything beside the picture: APP1 to APP15 and comments. */
export function jpegExtras(bytes: Buffer): string[] {
  const names: string[] = []
  for (let at = 2; bytes[at] === 0xff && bytes[at + 1] !== 0xda; at += bytes.readUInt16BE(at + 2) + 2) {
    const marker = bytes[at + 1]!
    if ((marker > 0xe0 && marker <= 0xef) || marker === 0xfe) names.push(marker.toString(16))
  }
  return names
}
