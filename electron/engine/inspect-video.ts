import { CustomSource, Input, type InputVideoTrack, MP4, QTFF, WEBM } from 'mediabunny'
import type { CaptureDate } from '../../shared/domain/capture-date.ts'
import { AppError } from '../../shared/errors.ts'
import type { PhotoInspection, SourceFile } from '../../shared/ipc/engine-tasks.ts'
import { t } from '../../shared/words/translate.ts'
import { captureDateOf } from './exif.ts'
import { mp4CreationTime } from './mp4-creation-time.ts'
import { openInPlaces, type PlacesReader } from './open-photo-file.ts'
import type { VideoFormat } from './photo-format.ts'
import { unsupportedReason } from './photo-format.ts'

/** QuickTime's own date: the camera's clock with its offset, "2026-03-14T09:26:53+0200". */
const quickTimeDate = 'com.apple.quicktime.creationdate'

/**
 * Reads what a video says of itself: size upright, duration, date. Nothing is decoded, and only what is needed is read, however large the file is. Throws
 * `picture-damaged` when it can't be read, `unsupported-format` when it holds no moving picture.
 */
export async function inspectVideo(source: SourceFile, format: VideoFormat): Promise<PhotoInspection> {
  const file = await openInPlaces(source)
  const input = new Input({ formats: [MP4, QTFF, WEBM], source: sourceOf(file) })
  try {
    const track = await input.getPrimaryVideoTrack()
    if (!track) {
      const isSound = (await input.getPrimaryAudioTrack()) !== null
      throw isSound ? new AppError('unsupported-format', { reason: unsupportedReason('a sound recording') }) : damaged()
    }
    return { format, ...(await shapeOf(input, track)), capture: await captureOf(input, file), isDamaged: false }
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw damaged(cause)
  } finally {
    input.dispose()
    await file.close()
  }
}

function sourceOf(file: PlacesReader): CustomSource {
  return new CustomSource({
    getSize: () => file.byteSize,
    read: (start, end) => file.read(start, end),
    prefetchProfile: 'fileSystem',
  })
}

async function shapeOf(input: Input, track: InputVideoTrack) {
  const [widthPx, heightPx] = [await track.getDisplayWidth(), await track.getDisplayHeight()]
  const durationSeconds = (await input.getDurationFromMetadata()) ?? (await input.computeDuration())
  return {
    widthPx: Math.round(widthPx),
    heightPx: Math.round(heightPx),
    video: { durationSeconds: Math.max(0, durationSeconds) },
  }
}

/** The camera's own date where there is one, else the moment of recording by this computer's clock; null where the file tells neither. */
async function captureOf(input: Input, file: PlacesReader): Promise<CaptureDate | null> {
  const now = new Date()
  const { raw } = await input.getMetadataTags()
  const told = raw?.[quickTimeDate]
  const [, original, hours, minutes] =
    /^(.{19})(?:\.\d+)?([+-]\d{2}):?(\d{2})$/.exec(typeof told === 'string' ? told : '') ?? []
  if (original !== undefined) return captureDateOf({ original, originalOffset: `${hours}:${minutes}` }, now)
  const moment = await mp4CreationTime(file)
  const capture = moment === undefined ? null : captureDateOf({ original: localText(new Date(moment)) }, now)
  return capture && { ...capture, source: 'utc' }
}

/** A moment as a clock in this computer's time zone shows it: "2026-03-14T09:26:53". */
function localText(moment: Date): string {
  const shifted = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000)
  return Number.isNaN(shifted.getTime()) ? '' : shifted.toISOString().slice(0, 19)
}

function damaged(cause?: unknown): AppError {
  const reason = t('This video can’t be read: it is damaged, or was cut off.')
  return new AppError('picture-damaged', { reason }, { cause })
}
