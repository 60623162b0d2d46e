import { Film } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { PhotoId } from '../shared/domain/ids.ts'
import { t } from '../shared/words/translate.ts'
import type { Engine, Videos } from './ports.ts'
import { Thumbnail } from './ui/thumbnail.tsx'
import { usePorts } from './use-ports.tsx'
import styles from './video-thumbnail.module.css'

interface VideoThumbnailProps {
  readonly videoId: PhotoId
  readonly src: string
  readonly alt: string
  readonly quarterTurns?: number
  readonly fit?: 'cover' | 'contain'
}

type Poster = { readonly kind: 'kept'; readonly count: number } | { readonly kind: 'missing' | 'impossible' }

/** A little way in: the first frame is often dark, or still swinging. */
const posterShare = 0.1
const posterLongestSidePx = 1600
const posters = new Map<PhotoId, Promise<boolean>>()
let lastPoster: Promise<unknown> = Promise.resolve()

/** The picture that stands for a video, made when none is kept yet; a plain sign where this computer can't decode it. */
export function VideoThumbnail({ videoId, src, ...shown }: VideoThumbnailProps) {
  const { engine, videos } = usePorts()
  const [poster, setPoster] = useState<Poster>({ kind: 'kept', count: 0 })
  useEffect(() => {
    if (poster.kind !== 'missing') return
    let isLeft = false
    void posterOf(videoId, videos, engine).then((isMade) => {
      if (!isLeft) setPoster(isMade ? { kind: 'kept', count: 1 } : { kind: 'impossible' })
    })
    return () => {
      isLeft = true
    }
  }, [poster.kind, videoId, videos, engine])

  if (poster.kind !== 'kept')
    return (
      <span className={styles.sign} role="img" aria-label={shown.alt}>
        <Film size={24} strokeWidth={1.5} aria-hidden />
        {poster.kind === 'impossible' && <span>{t('Can’t be played here')}</span>}
      </span>
    )
  const address = poster.count === 0 ? src : `${src}${src.includes('?') ? '&' : '?'}poster=${poster.count}`
  return (
    <Thumbnail
      src={address}
      {...shown}
      onFailed={() => setPoster({ kind: poster.count === 0 ? 'missing' : 'impossible' })}
    />
  )
}

/** Makes a poster, one at a time and once for each video while the window is open; false where it can't be made. */
function posterOf(videoId: PhotoId, videos: Videos, engine: Engine): Promise<boolean> {
  const known = posters.get(videoId)
  if (known) return known
  const making = lastPoster.then(() => makePoster(videoId, videos, engine))
  lastPoster = making
  posters.set(videoId, making)
  // one that was made may be asked for again: the library may have lost it meanwhile
  void making.then((isMade) => isMade && posters.delete(videoId))
  return making
}

async function makePoster(videoId: PhotoId, videos: Videos, engine: Engine): Promise<boolean> {
  try {
    const video = await videos.open(videoId)
    try {
      const at = video.startSeconds + posterShare * (video.endSeconds - video.startSeconds)
      await engine.keepPoster(videoId, await video.pictureAt(at, 'image/jpeg', posterLongestSidePx))
    } finally {
      video.close()
    }
    return true
  } catch {
    // why it can't be played is told when it is opened
    return false
  }
}
