import { Badge, Button } from '@mantine/core'
import { ImagePlus, VideoOff } from 'lucide-react'
import { useMemo, useRef } from 'react'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import { type Photo, shownSize } from '../../../shared/domain/photo.ts'
import { isVideo } from '../../../shared/domain/video.ts'
import { t } from '../../../shared/words/translate.ts'
import { photoName } from '../../photo-words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { useLeaveWhenGone } from '../../use-leave-when-gone.ts'
import { usePorts, useWatched } from '../../use-ports.tsx'
import { usePlayback } from './use-playback.ts'
import { useTakeFrame } from './use-take-frame.ts'
import { useVideoKeys } from './use-video-keys.ts'
import styles from './video.module.css'
import { VideoControls } from './video-controls.tsx'

interface VideoScreenProps {
  readonly videoId: PhotoId
  readonly onBack: () => void
}

/** Plays a video, and takes frames of it as photos. */
export function VideoScreen({ videoId, onBack }: VideoScreenProps) {
  const { library } = usePorts()
  const photo = useWatched(useMemo(() => library.watchPhoto(videoId), [library, videoId]))
  useLeaveWhenGone(photo !== undefined, onBack)
  if (photo && isVideo(photo)) return <Player photo={photo} onBack={onBack} />
  return (
    <ScreenFrame title={t('Video')} layout="fill" back={{ label: t('Back to the series'), onBack }}>
      {null}
    </ScreenFrame>
  )
}

function Player({ photo, onBack }: { photo: Photo; onBack: () => void }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { video, playback, atSeconds, isPlaying, failure } = usePlayback(photo, canvas)
  const { isTaking, take } = useTakeFrame(photo)
  useVideoKeys(playback, video)
  const { widthPx, heightPx } = shownSize(photo)
  return (
    <ScreenFrame
      title={photoName(photo)}
      badge={
        <Badge variant="light" color="gray">
          {t('Video, no sound')}
        </Badge>
      }
      subtitle={`${photo.fileName}, ${widthPx} × ${heightPx}`}
      back={{ label: t('Back to the series'), onBack }}
      layout="fill"
      actions={
        <Button
          leftSection={<ImagePlus size={16} aria-hidden />}
          disabled={!video || failure !== null}
          loading={isTaking}
          title={
            photo.angle && photo.stage
              ? t('The photo stands beside this video on the board')
              : t('The photo stands under “Not filed yet”')
          }
          onClick={() => {
            playback?.pause()
            if (video && playback) void take(video, playback.atSeconds)
          }}
        >
          {t('Take this frame as a photo')}
        </Button>
      }
    >
      {failure ? (
        <EmptyState icon={VideoOff} title={t('This video can’t be played here')}>
          {failure}{' '}
          {t(
            'The file is kept as it is. To look at it here, send it from the phone or camera as H.264 (“most compatible”) and import that copy.',
          )}
        </EmptyState>
      ) : (
        <div className={styles.player}>
          {video && playback && (
            <VideoControls video={video} playback={playback} atSeconds={atSeconds} isPlaying={isPlaying} />
          )}
          <p className={styles.hint}>
            {t('Space plays and stops, the arrow keys go frame by frame, with Shift by a second.')}
          </p>
          <div className={styles.stage}>
            <canvas
              ref={canvas}
              className={styles.picture}
              role="img"
              aria-label={t('Frame of {{photo}}', { photo: photoName(photo) })}
            />
          </div>
        </div>
      )}
    </ScreenFrame>
  )
}
