import { Pause, Play, StepBack, StepForward } from 'lucide-react'
import { videoTime } from '../../../shared/domain/video.ts'
import { t } from '../../../shared/words/translate.ts'
import type { OpenVideo } from '../../ports.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import type { Playback } from './playback.ts'
import styles from './video.module.css'

interface VideoControlsProps {
  readonly video: OpenVideo
  readonly playback: Playback
  readonly atSeconds: number
  readonly isPlaying: boolean
}

/** Play, frame by frame, and the slider over the whole video, with the time of the frame that is shown. */
export function VideoControls({ video, playback, atSeconds, isPlaying }: VideoControlsProps) {
  const { startSeconds, endSeconds } = video
  const readout = t('{{time}} of {{end}}', { time: videoTime(atSeconds, 2), end: videoTime(endSeconds, 2) })
  return (
    <section className={styles.controls} aria-label={t('Playing')}>
      <IconButton icon={StepBack} label={t('One frame back')} keyHint="←" onClick={() => playback.step(-1)} />
      <IconButton
        icon={isPlaying ? Pause : Play}
        variant="light"
        label={isPlaying ? t('Stop') : t('Play')}
        keyHint="Space"
        onClick={() => (isPlaying ? playback.pause() : void playback.play())}
      />
      <IconButton icon={StepForward} label={t('One frame on')} keyHint="→" onClick={() => playback.step(1)} />
      <input
        type="range"
        className={styles.slider}
        aria-label={t('Place in the video')}
        aria-valuetext={readout}
        min={startSeconds}
        max={endSeconds}
        step="any"
        value={atSeconds}
        onChange={(event) => playback.seek(Number(event.currentTarget.value))}
      />
      <output className={styles.time}>{readout}</output>
    </section>
  )
}
