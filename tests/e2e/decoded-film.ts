import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ALL_FORMATS, EncodedPacketSink, FilePathSource, Input } from 'mediabunny'
import type { Page } from 'playwright-core'
import sharp from 'sharp'

/** What a video file says of itself. */
export async function filmFacts(path: string) {
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(path) })
  try {
    const tracks = await input.getTracks()
    const track = (await input.getPrimaryVideoTrack())!
    let frames = 0
    for await (const _packet of new EncodedPacketSink(track).packets()) frames++
    return {
      tracks: tracks.length,
      codec: await track.getCodec(),
      widthPx: await track.getDisplayWidth(),
      heightPx: await track.getDisplayHeight(),
      seconds: await input.computeDuration(),
      frames,
      tags: Object.keys(await input.getMetadataTags()).filter((tag) => tag !== 'raw'),
    }
  } finally {
    input.dispose()
  }
}

/** Pictures of a video at some moments, decoded by a window without Stipple: RGB, row by row. */
export async function filmPictures(bare: Page, path: string, moments: readonly number[]): Promise<Buffer[]> {
  const address = pathToFileURL(join(dirname(path), path.slice(dirname(path).length + 1))).href
  const shots = await bare.evaluate(
    async ({ address, moments }) => {
      const video = document.createElement('video')
      video.muted = true
      video.src = address
      await new Promise((loaded, failed) => {
        video.onloadeddata = loaded
        video.onerror = failed
      })
      const canvas = document.createElement('canvas')
      canvas.width = video.videoWidth
      canvas.height = video.videoHeight
      const pictures: string[] = []
      for (const seconds of moments) {
        const seeked = new Promise((done) => video.addEventListener('seeked', done, { once: true }))
        video.currentTime = seconds
        await seeked
        canvas.getContext('2d')!.drawImage(video, 0, 0)
        pictures.push(canvas.toDataURL('image/png'))
      }
      return pictures
    },
    { address, moments: [...moments] },
  )
  return Promise.all(shots.map(pixelsOfAddress))
}

/** The pixels of a picture in a data address: RGB, row by row. */
export function pixelsOfAddress(address: string): Promise<Buffer> {
  return sharp(Buffer.from(address.split(',')[1]!, 'base64'))
    .removeAlpha()
    .raw()
    .toBuffer()
}

/** Mean difference of two pictures' values, 0 to 255. */
export function meanDifference(one: Buffer, other: Buffer): number {
  if (one.length !== other.length) throw new Error(`Of different size: ${one.length} and ${other.length}`)
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += Math.abs(one[at]! - other[at]!)
  return sum / one.length
}
