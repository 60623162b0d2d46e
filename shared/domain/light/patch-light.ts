import type { RgbPicture } from '../measurement/skin-light.ts'
import { type LinearLight, linearValues, luminanceOf, quantileOf } from './linear-light.ts'
import { emptiestValue, fullestValue, lightAt } from './skin-picture.ts'

/** Between the lower and the upper quarter of a patch's luminances lies no more than this share of their middle: skin is smooth, hair isn't. */
const mostContrast = 0.45

/**
 * The light of a patch of skin: of each channel the mean of the middle half of its values. It follows a gain exactly, and neither dots and hairs nor shine
 * among the rest move it. Undefined for what is too uneven to be skin, or empty or full.
 */
export function lightOfPatch(picture: RgbPicture, pixels: readonly number[]): LinearLight | undefined {
  return isSmooth(picture, pixels) ? meanLight(picture, pixels, [0.25, 0.75]) : undefined
}

/** The light of the skin between the dots of a patch of scalp: of its brighter part, below what may shine. Undefined as above. */
export function lightBetweenDots(picture: RgbPicture, pixels: readonly number[]): LinearLight | undefined {
  return isSmooth(picture, pixels) ? meanLight(picture, pixels, [0.8, 0.95]) : undefined
}

function isSmooth(picture: RgbPicture, pixels: readonly number[]): boolean {
  if (pixels.length === 0) return false
  const luminances = Float64Array.from(pixels, (at) => luminanceOf(lightAt(picture, at)))
  const middle = quantileOf(luminances, 0.5)
  return quantileOf(luminances, 0.75) - quantileOf(luminances, 0.25) <= mostContrast * middle
}

type Part = readonly [from: number, to: number]

function meanLight({ data }: RgbPicture, pixels: readonly number[], part: Part): LinearLight | undefined {
  const [red, green, blue] = [0, 1, 2].map((offset) =>
    meanOfPart(
      Uint8Array.from(pixels, (at) => data[3 * at + offset]!),
      part,
    ),
  )
  return red && green && blue ? { red, green, blue } : undefined
}

/** The mean light of the values that lie between two shares of all; undefined where one of them is empty or full. */
function meanOfPart(values: Uint8Array, [from, to]: Part): number | undefined {
  values.sort()
  const [first, end] = [Math.floor(from * values.length), Math.max(Math.ceil(to * values.length), 1)]
  if (values[first]! < emptiestValue || values[end - 1]! > fullestValue) return undefined
  let sum = 0
  for (let i = first; i < end; i++) sum += linearValues[values[i]!]!
  return sum / (end - first)
}
