import type { PlacesReader } from './open-photo-file.ts'

/** Seconds from 1904-01-01, where MP4's clock begins (ISO/IEC 14496-12, 8.2.2), to 1970-01-01. */
const epochOffsetSeconds = 2_082_844_800
const mostBoxes = 10_000

/** When an MP4 or MOV says that it was made (`moov/mvhd`, in UTC), in milliseconds since 1970; undefined where it doesn't say. */
export async function mp4CreationTime(file: PlacesReader): Promise<number | undefined> {
  const movie = await findBox(file, 'moov', 0, file.byteSize)
  const header = movie && (await findBox(file, 'mvhd', movie.start, movie.end))
  if (!header) return undefined
  const bytes = viewOf(await file.read(header.start, header.start + 12))
  if (bytes.byteLength < 12) return undefined
  const seconds = bytes.getUint8(0) === 1 ? Number(bytes.getBigUint64(4)) : bytes.getUint32(4)
  return seconds === 0 ? undefined : (seconds - epochOffsetSeconds) * 1000
}

/** The content of the first box of this name between two places. */
async function findBox(
  file: PlacesReader,
  name: string,
  from: number,
  to: number,
): Promise<{ start: number; end: number } | undefined> {
  for (let at = from, count = 0; at + 8 <= to && count < mostBoxes; count += 1) {
    const head = viewOf(await file.read(at, at + 16))
    if (head.byteLength < 8) return undefined
    const isLong = head.getUint32(0) === 1 && head.byteLength === 16
    const length = isLong ? Number(head.getBigUint64(8)) : head.getUint32(0) || to - at
    if (length < 8) return undefined
    if (head.getUint32(4) === nameCode(name)) return { start: at + (isLong ? 16 : 8), end: Math.min(to, at + length) }
    at += length
  }
  return undefined
}

function nameCode(name: string): number {
  return [...name].reduce((code, letter) => code * 256 + letter.charCodeAt(0), 0)
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
