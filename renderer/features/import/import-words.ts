import { type Angle, angleLabel } from '../../../shared/domain/angle.ts'
import type { ProposedAngle } from '../../../shared/domain/angle-guess.ts'
import type { CaptureDate } from '../../../shared/domain/capture-date.ts'
import type { PhotoFormat } from '../../../shared/domain/photo.ts'
import { videoTime } from '../../../shared/domain/video.ts'
import type { StagedPhoto } from '../../../shared/ipc/contract.ts'

const formatNames: Record<PhotoFormat, string> = {
  jpeg: 'JPEG',
  png: 'PNG',
  webp: 'WebP',
  tiff: 'TIFF',
  avif: 'AVIF',
  heic: 'HEIC',
  raw: 'Camera RAW',
  mp4: 'MP4 video',
  mov: 'MOV video',
  webm: 'WebM video',
}

/** A photo's file in one line: "JPEG · 4.0 MB · 3024 × 4032". */
export function formatLine({ format, byteSize, widthPx, heightPx, video }: StagedPhoto): string {
  const duration = video ? ` · ${videoTime(video.durationSeconds)} long` : ''
  return `${formatNames[format]} · ${sizeLabel(byteSize)} · ${widthPx} × ${heightPx}${duration}`
}

/** A number of photos in words, of which some are videos: "1 photo", "24 photos", "23 photos and 1 video". */
export function photoCount(count: number, videoCount = 0): string {
  const photos = counted(count - videoCount, 'photo')
  if (videoCount === 0) return photos
  return count === videoCount ? counted(videoCount, 'video') : `${photos} and ${counted(videoCount, 'video')}`
}

/** Where a guessed angle comes from, and that it is only a guess. */
export function guessSentence(angle: Angle, from: ProposedAngle['from']): string {
  if (from === 'face') return 'Angle guessed from the face: please check'
  if (from === 'matching') return `Looks like the other ${angleLabel(angle)} photos: please check`
  return `The face and the other ${angleLabel(angle)} photos suggest this angle: please check`
}

/** Where a date comes from that isn't the camera's, and what to do about it. */
export function dateSentence(capture: CaptureDate | null, fileName: string): string {
  if (capture === null) return 'No date in the file – when was it taken?'
  if (capture.source === 'user') return 'Date given by you'
  if (capture.source === 'utc') return 'Time by this computer’s time zone: please check'
  const isSent = /whatsapp|signal|-WA\d+/i.test(fileName)
  return isSent ? 'Date from the file name, when it was sent: please check' : 'Date from the file name: please check'
}

/** Why a date can hardly be true. */
export function doubtSentence(doubt: 'future' | 'too-early'): string {
  return doubt === 'future' ? 'This day is still to come: please check' : 'Before digital photos: please check'
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`
}

function sizeLabel(byteSize: number): string {
  if (byteSize < 1_000_000) return `${Math.max(1, Math.round(byteSize / 1000))} kB`
  return `${(byteSize / 1_000_000).toFixed(1)} MB`
}
