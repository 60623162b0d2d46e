import { extname } from 'node:path'
import { appHost, documentPathPattern, photoPathPattern, videoPathPattern } from '../../shared/addresses.ts'
import { AppError } from '../../shared/errors.ts'
import type { Log } from './log.ts'
import type { Renditions } from './renditions.ts'
import { videoPart } from './video-protocol.ts'
import type { Videos } from './videos.ts'

const types: Record<string, string> = { '.jpeg': 'image/jpeg', '.webp': 'image/webp', '.png': 'image/png' }

/** What an open library shows. */
interface Shown {
  readonly renditions: Renditions
  readonly videos: Videos
}

/** Answers every request of the window's session: photos and documents of an open library by id and rendition, videos by id and range, else the window's own files, else nothing. */
export function answerWindow(
  shown: Shown | undefined,
  windowFile: (pathname: string) => Promise<Response | undefined>,
  log: Log,
) {
  return async (request: Request): Promise<Response> => {
    const { hostname, pathname } = new URL(request.url)
    if (request.method !== 'GET' || hostname !== appHost) return new Response(null, { status: 404 })
    const photo = photoPathPattern.exec(pathname) ?? documentPathPattern.exec(pathname)
    const video = videoPathPattern.exec(pathname)
    if (!shown || (!photo && !video)) return (await windowFile(pathname)) ?? new Response(null, { status: 404 })
    const { renditions, videos } = shown
    try {
      if (video) return await videoPart(videos, video[1]!, request.headers.get('range'))
      if (!photo) return new Response(null, { status: 404 })
      // no error: the window makes the picture that stands for a video
      if (await videos.lacksPoster(photo[1]!)) return new Response(null, { status: 204 })
      return picture(await renditions.read(photo[1]!, photo[2]!))
    } catch (error) {
      if (!(error instanceof AppError)) log.report('photo-protocol', error)
      return new Response(null, { status: 404 })
    }
  }
}

function picture({ path, bytes }: { path: string; bytes: Uint8Array }): Response {
  const headers = {
    'content-type': types[extname(path)] ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    // the session is in memory, so nothing of this reaches the disk
    'cache-control': 'private, max-age=31536000, immutable',
  }
  return new Response(new Uint8Array(bytes), { headers })
}
