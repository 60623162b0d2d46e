import { type ColourCorrection, toLinear } from './colour-correction.ts'

/** Light in linear sRGB, a number for each channel; also a ratio of two lights. */
export type LinearLight = ColourCorrection

/** The 256 values of a channel as linear light. */
export const linearValues: Float64Array = Float64Array.from({ length: 256 }, (_, value) => toLinear(value / 255))

/** Relative luminance of linear sRGB (IEC 61966-2-1). */
export function luminanceOf({ red, green, blue }: LinearLight): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The number below which a share of the numbers lies, between neighbours if need be. Sorts the numbers in place. */
export function quantileOf(numbers: Float64Array, share: number): number {
  numbers.sort()
  const place = share * (numbers.length - 1)
  const below = Math.floor(place)
  const next = numbers[Math.min(below + 1, numbers.length - 1)]!
  return numbers[below]! + (place - below) * (next - numbers[below]!)
}

/** The middle one of the numbers. */
export function medianOf(numbers: readonly number[]): number {
  return quantileOf(Float64Array.from(numbers), 0.5)
}

/** How far numbers lie around their median: 1.4826 times the median distance, the standard deviation of what is normally distributed. */
export function spreadOf(numbers: readonly number[]): number {
  const middle = medianOf(numbers)
  return 1.4826 * medianOf(numbers.map((number) => Math.abs(number - middle)))
}
