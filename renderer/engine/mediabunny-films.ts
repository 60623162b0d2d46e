import type { FilmFormat } from '../../shared/domain/export-kind.ts'
import type { Size } from '../../shared/domain/geometry/viewport.ts'
import { AppError } from '../../shared/errors.ts'
import { t } from '../../shared/words/translate.ts'
import type { FilmOrder, Films, WorkOptions } from '../ports.ts'
import { canvasOf } from './film-canvas.ts'
import { makeGif } from './gif-film.ts'

/** Bits a pixel of every frame: dots stay sharp. Never mediabunny's qualities, which are too few for some codecs. */
const bitsPerPixel = 0.16
const secondsBetweenKeyFrames = 1
const codecs = { mp4: 'avc', webm: 'vp9' } as const satisfies Record<FilmFormat, string>

/** The Films port: films by what this computer encodes, blinking pictures by gifenc. */
export const mediabunnyFilms: Films = {
  canMake: async (format, size, framesPerSecond) => {
    const { canEncodeVideo } = await import('mediabunny')
    const { widthPx: width, heightPx: height } = size
    return canEncodeVideo(codecs[format], { width, height, bitrate: bitrateOf(size, framesPerSecond) })
  },
  make: (order, options) => (order.format === 'gif' ? makeGif(order, options) : makeFilm(order, order.format, options)),
}

async function makeFilm(order: FilmOrder, format: FilmFormat, { signal, onProgress }: WorkOptions = {}): Promise<Blob> {
  const { BufferTarget, CanvasSource, Mp4OutputFormat, Output, WebMOutputFormat } = await import('mediabunny')
  const { size, frames, framesPerSecond } = order
  const { canvas, context } = canvasOf(size)
  const target = new BufferTarget()
  const output = new Output({
    format: format === 'mp4' ? new Mp4OutputFormat({ fastStart: 'in-memory' }) : new WebMOutputFormat(),
    target,
  })
  const source = new CanvasSource(canvas, {
    codec: codecs[format],
    bitrate: bitrateOf(size, framesPerSecond),
    keyFrameInterval: secondsBetweenKeyFrames,
  })
  output.addVideoTrack(source, { frameRate: framesPerSecond })
  try {
    await output.start()
    for (let frame = 0; frame < frames; frame++) {
      if (signal?.aborted) throw new AppError('cancelled')
      order.paint(context, frame)
      await source.add(frame / framesPerSecond, 1 / framesPerSecond)
      onProgress?.((0.9 * frame) / frames, t('Making the video'))
    }
    await output.finalize()
  } catch (cause) {
    await output.cancel().catch(() => undefined)
    if (cause instanceof AppError) throw cause
    throw new AppError('picture-damaged', { reason: t('This computer couldn’t make the video.') }, { cause })
  }
  const film = new Blob([target.buffer!], { type: `video/${format}` })
  onProgress?.(0.95, t('Looking at the video'))
  await demandWhole(film, order)
  onProgress?.(1, t('Looking at the video'))
  return film
}

/** Decodes the film's last frame and counts all: a film that is told to be ready can be seen to its end. */
async function demandWhole(film: Blob, { size, frames, framesPerSecond }: FilmOrder): Promise<void> {
  const { BlobSource, EncodedPacketSink, Input, MP4, VideoSampleSink, WEBM } = await import('mediabunny')
  const input = new Input({ formats: [MP4, WEBM], source: new BlobSource(film) })
  try {
    const track = await input.getPrimaryVideoTrack()
    if (!track) throw unreadable()
    const isRightSize =
      (await track.getDisplayWidth()) === size.widthPx && (await track.getDisplayHeight()) === size.heightPx
    let count = 0
    for await (const _packet of new EncodedPacketSink(track).packets(undefined, undefined, { metadataOnly: true }))
      count++
    const last = await new VideoSampleSink(track).getSample((frames - 0.5) / framesPerSecond)
    last?.close()
    if (!isRightSize || count !== frames || !last) throw unreadable()
  } finally {
    input.dispose()
  }
}

function unreadable(): AppError {
  return new AppError('picture-damaged', { reason: t('The video that was made can’t be read.') })
}

function bitrateOf({ widthPx, heightPx }: Size, framesPerSecond: number): number {
  return Math.round(widthPx * heightPx * framesPerSecond * bitsPerPixel)
}
