import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Photo } from '../../../shared/domain/photo.ts'
import { errorSentence } from '../../error-messages.ts'
import type { OpenVideo } from '../../ports.ts'
import { usePorts } from '../../use-ports.tsx'
import { drawFrame } from './draw-frame.ts'
import { Playback } from './playback.ts'

/** A video on the screen. */
export interface ShownVideo {
  readonly video: OpenVideo | null
  readonly playback: Playback | null
  readonly atSeconds: number
  readonly isPlaying: boolean
  /** Why it can't be played, in a sentence. */
  readonly failure: string | null
}

const notOpen: ShownVideo = { video: null, playback: null, atSeconds: 0, isPlaying: false, failure: null }

/** Opens a video, shows its first frame in the canvas, and closes it when the screen is left. */
export function usePlayback(photo: Photo, canvas: RefObject<HTMLCanvasElement | null>): ShownVideo {
  const { videos } = usePorts()
  const { photoId, quarterTurns } = photo
  const turns = useRef(quarterTurns)
  const [shown, setShown] = useState<ShownVideo>(notOpen)
  useEffect(() => {
    turns.current = quarterTurns
  }, [quarterTurns])

  useEffect(() => {
    let close: (() => void) | undefined
    let isLeft = false
    const patch = (change: Partial<ShownVideo>) => setShown((before) => ({ ...before, ...change }))
    const fail = (error: unknown) => patch({ failure: errorSentence(error) })
    const start = (video: OpenVideo) => {
      if (isLeft) return video.close()
      const playback = new Playback(video, {
        onFrame: (frame) => {
          if (canvas.current) drawFrame(canvas.current, frame, turns.current)
          patch({ atSeconds: frame.atSeconds })
        },
        onPlaying: (isPlaying) => patch({ isPlaying }),
        onFailure: fail,
      })
      close = () => {
        playback.close()
        video.close()
      }
      setShown({ ...notOpen, video, playback })
      playback.seek(video.startSeconds)
    }
    setShown(notOpen)
    videos.open(photoId).then(start, (error: unknown) => isLeft || fail(error))
    return () => {
      isLeft = true
      close?.()
    }
  }, [videos, photoId, canvas])
  return shown
}
