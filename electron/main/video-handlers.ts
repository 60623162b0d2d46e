import type { ParsedInput, RequestOutput } from '../../shared/ipc/contract.ts'
import type { Videos } from './videos.ts'

type VideoRequest = 'video.keep-poster' | 'video.take-frame'
type VideoHandlers = { [Name in VideoRequest]: (input: ParsedInput<Name>) => Promise<RequestOutput<Name>> }

/** The requests about videos. */
export function makeVideoHandlers(videos: Videos): VideoHandlers {
  return {
    'video.keep-poster': async ({ videoId, picture }) => {
      await videos.keepPoster(videoId, picture)
      return {}
    },
    'video.take-frame': ({ videoId, atSeconds, picture }) => videos.takeFrame(videoId, atSeconds, picture),
  }
}
