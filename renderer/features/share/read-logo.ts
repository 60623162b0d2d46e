import type { SignLogo } from './sign-painter.ts'

/** A logo is looked at in so many pixels a side. */
const samplePx = 32
/** A corner that is less opaque than this (of 255) lets the photo through. */
const opaque = 250

/** Decodes a logo and finds out what it has to lie on. Rejects when it is no picture. */
export async function readLogo(file: Blob): Promise<SignLogo> {
  const picture = await createImageBitmap(file)
  const { width: widthPx, height: heightPx } = picture
  const context = new OffscreenCanvas(samplePx, samplePx).getContext('2d')!
  context.drawImage(picture, 0, 0, samplePx, samplePx)
  const { data } = context.getImageData(0, 0, samplePx, samplePx)
  return { picture, widthPx, heightPx, ground: groundFor(data, samplePx) }
}

/** What a logo has to lie on, by its own pixels (RGBA, `sidePx` a row): a dark one on light, a light one on dark, one that fills its rectangle on nothing. */
export function groundFor(data: Uint8ClampedArray, sidePx: number): SignLogo['ground'] {
  const last = sidePx - 1
  const corners = [0, last, sidePx * last, sidePx * sidePx - 1]
  if (corners.every((at) => data[4 * at + 3]! >= opaque)) return 'nothing'
  let [light, weight] = [0, 0]
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3]!
    light += alpha * (0.2126 * data[at]! + 0.7152 * data[at + 1]! + 0.0722 * data[at + 2]!)
    weight += alpha
  }
  return light / Math.max(weight, 1) < 128 ? 'light' : 'dark'
}
