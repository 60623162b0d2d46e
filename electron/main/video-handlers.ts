import type { RequestHandlers } from './request-handlers.ts'
import type { Videos } from './videos.ts'

/** The requests about videos. */
export function makeVideoHandlers(videos: Videos): Pick<RequestHandlers, 'video.keep-poster' | 'video.take-frame'> {
  return {
    'video.keep-poster': async ({ videoId, picture }) => {
      await videos.keepPoster(videoId, picture)
      return {}
    },
    'video.take-frame': ({ videoId, atSeconds, picture }) => videos.takeFrame(videoId, atSeconds, picture),
  }
}
