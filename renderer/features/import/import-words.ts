import { type Angle, angleLabel } from '../../../shared/domain/angle.ts'
import type { ProposedAngle } from '../../../shared/domain/angle-guess.ts'
import type { CaptureDate } from '../../../shared/domain/capture-date.ts'
import type { PhotoFormat } from '../../../shared/domain/photo.ts'
import { videoTime } from '../../../shared/domain/video.ts'
import type { StagedPhoto } from '../../../shared/ipc/contract.ts'
import { numberInWords } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import { photosInWords, videosInWords } from '../../counted-words.ts'

const formatNames: Record<PhotoFormat, () => string> = {
  jpeg: () => 'JPEG',
  png: () => 'PNG',
  webp: () => 'WebP',
  tiff: () => 'TIFF',
  avif: () => 'AVIF',
  heic: () => 'HEIC',
  raw: () => t('Camera RAW'),
  mp4: () => t('MP4 video'),
  mov: () => t('MOV video'),
  webm: () => t('WebM video'),
}

/** A photo's file in one line: "JPEG · 4.0 MB · 3024 × 4032". */
export function formatLine({ format, byteSize, widthPx, heightPx, video }: StagedPhoto): string {
  const duration = video ? ` · ${t('{{time}} long', { time: videoTime(video.durationSeconds) })}` : ''
  return `${formatNames[format]()} · ${sizeLabel(byteSize)} · ${widthPx} × ${heightPx}${duration}`
}

/** A number of photos in words, of which some are videos: "1 photo", "24 photos", "23 photos and 1 video". */
export function photoCount(count: number, videoCount = 0): string {
  const photos = photosInWords(count - videoCount)
  if (videoCount === 0) return photos
  const videos = videosInWords(videoCount)
  return count === videoCount ? videos : t('{{photos}} and {{videos}}', { photos, videos })
}

/** Where a guessed angle comes from, and that it is only a guess. */
export function guessSentence(angle: Angle, from: ProposedAngle['from']): string {
  if (from === 'face') return t('Angle guessed from the face: please check')
  if (from === 'matching') return t('Looks like the other {{angle}} photos: please check', { angle: angleLabel(angle) })
  return t('The face and the other {{angle}} photos suggest this angle: please check', { angle: angleLabel(angle) })
}

/** Where a date comes from that isn't the camera's, and what to do about it. */
export function dateSentence(capture: CaptureDate | null, fileName: string): string {
  if (capture === null) return t('No date in the file – when was it taken?')
  if (capture.source === 'user') return t('Date given by you')
  if (capture.source === 'utc') return t('Time by this computer’s time zone: please check')
  const isSent = /whatsapp|signal|-WA\d+/i.test(fileName)
  return isSent
    ? t('Date from the file name, when it was sent: please check')
    : t('Date from the file name: please check')
}

/** Why a date can hardly be true. */
export function doubtSentence(doubt: 'future' | 'too-early'): string {
  return doubt === 'future' ? t('This day is still to come: please check') : t('Before digital photos: please check')
}

function sizeLabel(byteSize: number): string {
  if (byteSize < 1_000_000) return `${Math.max(1, Math.round(byteSize / 1000))} kB`
  return `${numberInWords(Number((byteSize / 1_000_000).toFixed(1)), 1)} MB`
}
