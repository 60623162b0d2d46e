/** Reads `length` bytes at `offset` of a file; fewer where the file ends. */
export type ReadAt = (offset: number, length: number) => Promise<Uint8Array>

const tag = { subfileType: 254, compression: 259, photometric: 262, subDirectories: 330, dngVersion: 50706 }
const rawCompressions = [32767, 34713, 65535]
const rawPhotometrics = [32803, 34892]
const mostEntries = 4096

/**
 * True for a TIFF that is a camera's RAW file (DNG, NEF, ARW, PEF, SRW …). Decoders take its first directory, which
 * holds only a thumbnail, for the picture. Goes by that directory: the DNG version tag, a sensor's colour filter or
 * a maker's compression, or "reduced resolution" while the full picture lies in sub-directories.
 */
export async function isCameraRaw(readAt: ReadAt): Promise<boolean> {
  const tags = await readFirstDirectory(readAt)
  if (tags.has(tag.dngVersion)) return true
  if (rawPhotometrics.includes(tags.get(tag.photometric) ?? 0)) return true
  if (rawCompressions.includes(tags.get(tag.compression) ?? 0)) return true
  return ((tags.get(tag.subfileType) ?? 0) & 1) === 1 && tags.has(tag.subDirectories)
}

/** The first directory's tags with their first value where it is a short or a long that stands in the entry itself. */
async function readFirstDirectory(readAt: ReadAt): Promise<Map<number, number>> {
  const tags = new Map<number, number>()
  const head = viewOf(await readAt(0, 16))
  if (head.byteLength < 16) return tags
  const isLittle = head.getUint8(0) === 0x49
  const isBig = head.getUint16(2, isLittle) === 43
  const start = isBig ? Number(head.getBigUint64(8, isLittle)) : head.getUint32(4, isLittle)
  if (!Number.isSafeInteger(start)) return tags
  const [countLength, entryLength] = isBig ? [8, 20] : [2, 12]
  const directory = viewOf(await readAt(start, countLength + mostEntries * entryLength))
  if (directory.byteLength < countLength) return tags
  const count = isBig ? Number(directory.getBigUint64(0, isLittle)) : directory.getUint16(0, isLittle)
  for (let index = 0; index < Math.min(count, mostEntries); index += 1) {
    const at = countLength + index * entryLength
    if (at + entryLength > directory.byteLength) break
    const isShort = directory.getUint16(at + 2, isLittle) === 3
    const value = at + (isBig ? 12 : 8)
    tags.set(
      directory.getUint16(at, isLittle),
      isShort ? directory.getUint16(value, isLittle) : directory.getUint32(value, isLittle),
    )
  }
  return tags
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
