import type { CanvasSink, InputVideoTrack, VideoCodec, WrappedCanvas } from 'mediabunny'
import { videoAddress } from '../../shared/addresses.ts'
import type { PhotoId } from '../../shared/domain/ids.ts'
import { AppError } from '../../shared/errors.ts'
import { t } from '../../shared/words/translate.ts'
import type { OpenVideo, VideoFrame, Videos } from '../ports.ts'

const codecNames: Record<VideoCodec, string> = {
  avc: 'H.264',
  hevc: 'HEVC (H.265)',
  vp8: 'VP8',
  vp9: 'VP9',
  av1: 'AV1',
  prores: 'ProRes',
}
const pictureQuality = 0.92
/** Canvases that take turns: the one on the screen, the one that is being drawn, and one ahead. */
const canvasCount = 3

/** The Videos port: reads videos from main part by part and decodes them with what the browser and this computer have. */
export const mediabunnyVideos: Videos = { open: openVideo }

async function openVideo(videoId: PhotoId): Promise<OpenVideo> {
  // loaded with the first video, so that the window's start doesn't wait for it
  const { CanvasSink, CustomSource, Input, MP4, QTFF, WEBM } = await import('mediabunny')
  const address = videoAddress(videoId)
  const source = new CustomSource({
    getSize: async () => (await readPart(address, 0, 1)).byteSize,
    read: async (start, end) => (await readPart(address, start, end)).bytes,
    prefetchProfile: 'network',
  })
  const input = new Input({ formats: [MP4, QTFF, WEBM], source })
  try {
    const track = await input.getPrimaryVideoTrack()
    if (!track) throw new AppError('picture-damaged', { reason: t('This video can’t be read.') })
    await refuseUndecodable(track)
    const startSeconds = await track.getFirstTimestamp()
    const endSeconds = (await track.getDurationFromMetadata()) ?? (await track.computeDuration())
    const size = { widthPx: await track.getDisplayWidth(), heightPx: await track.getDisplayHeight() }
    const sink = new CanvasSink(track, { poolSize: canvasCount })
    return {
      ...size,
      startSeconds,
      endSeconds: Math.max(startSeconds, endSeconds),
      frameAt: (seconds) => decoding(async () => frameOf(await sink.getCanvas(Math.max(startSeconds, seconds)))),
      frames: (fromSeconds) => framesFrom(sink, Math.max(startSeconds, fromSeconds)),
      pictureAt: (seconds, type, longestSidePx) =>
        decoding(() => pictureOf(new CanvasSink(track), Math.max(startSeconds, seconds), type, longestSidePx)),
      close: () => input.dispose(),
    }
  } catch (cause) {
    input.dispose()
    if (cause instanceof AppError) throw cause
    throw new AppError('picture-damaged', { reason: t('This video can’t be read.') }, { cause })
  }
}

async function refuseUndecodable(track: InputVideoTrack): Promise<void> {
  if (await track.canDecode()) return
  const codec = await track.getCodec()
  const reason = codec
    ? t('It is coded in {{codec}}, which this computer can’t play.', { codec: codecNames[codec] })
    : t('It is coded in a coding that Stipple doesn’t know, which this computer can’t play.')
  throw new AppError('unsupported-format', { reason })
}

function frameOf(wrapped: WrappedCanvas | null): VideoFrame | null {
  if (!wrapped) return null
  const { canvas, timestamp } = wrapped
  return { picture: canvas, widthPx: canvas.width, heightPx: canvas.height, atSeconds: timestamp }
}

async function* framesFrom(sink: CanvasSink, fromSeconds: number): AsyncGenerator<VideoFrame> {
  const canvases = sink.canvases(fromSeconds)
  try {
    for (;;) {
      const { value, done } = await decoding(() => canvases.next())
      const frame = done ? null : frameOf(value)
      if (!frame) return
      yield frame
    }
  } finally {
    await canvases.return()
  }
}

async function decoding<Value>(decode: () => Promise<Value>): Promise<Value> {
  try {
    return await decode()
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('picture-damaged', { reason: t('This place of the video can’t be decoded.') }, { cause })
  }
}

async function pictureOf(
  sink: CanvasSink,
  seconds: number,
  type: 'image/png' | 'image/jpeg',
  longestSidePx = Number.POSITIVE_INFINITY,
): Promise<Blob> {
  const frame = frameOf(await sink.getCanvas(seconds))
  if (!frame) throw new AppError('picture-damaged', { reason: t('There is no frame at this place of the video.') })
  const scale = Math.min(1, longestSidePx / Math.max(frame.widthPx, frame.heightPx))
  const canvas = new OffscreenCanvas(Math.round(frame.widthPx * scale), Math.round(frame.heightPx * scale))
  canvas.getContext('2d')?.drawImage(frame.picture, 0, 0, canvas.width, canvas.height)
  return await canvas.convertToBlob({ type, quality: pictureQuality })
}

async function readPart(address: string, start: number, end: number): Promise<{ bytes: Uint8Array; byteSize: number }> {
  const response = await fetch(address, { headers: { range: `bytes=${start}-${end - 1}` } })
  const byteSize = Number(/\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1])
  if (response.status !== 206 || !Number.isSafeInteger(byteSize)) throw new AppError('photo-missing')
  return { bytes: new Uint8Array(await response.arrayBuffer()), byteSize }
}
