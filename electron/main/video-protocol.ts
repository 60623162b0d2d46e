import type { Videos } from './videos.ts'

/** The most that one answer holds; the window asks for what it needs of a video, part by part. */
const mostPartBytes = 32 * 1024 ** 2

/** Answers for a part of a video. Only a range is given out, never a whole file. */
export async function videoPart(videos: Videos, videoId: string, range: string | null): Promise<Response> {
  const asked = /^bytes=(\d{1,15})-(\d{1,15})$/.exec(range ?? '')
  if (!asked) return new Response(null, { status: 416 })
  const start = Number(asked[1])
  const end = Math.min(Number(asked[2]) + 1, start + mostPartBytes)
  const { bytes, byteSize } = await videos.read(videoId, start, end)
  if (bytes.length === 0)
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${byteSize}` } })
  const headers = {
    'content-type': 'application/octet-stream',
    'content-range': `bytes ${start}-${start + bytes.length - 1}/${byteSize}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  }
  return new Response(new Uint8Array(bytes), { status: 206, headers })
}
