import { asShot, type ColourCorrection, toLinear } from '../light/colour-correction.ts'

/** Entries of the table from luminance to lightness: neighbours differ by at most 6 hundredths of a step. */
const tableLength = 16384
const lightnessTable = Int16Array.from({ length: tableLength + 1 }, (_, at) =>
  Math.round(100 * lightnessOf(at / tableLength)),
)

/** CIE 1976 lightness L* (0 to 100) of a relative luminance Y (0 to 1). CIE 15:2004, 8.2.1. */
export function lightnessOf(luminance: number): number {
  const isDark = luminance <= (6 / 29) ** 3
  return isDark ? luminance * (29 / 3) ** 3 : 116 * Math.cbrt(luminance) - 16
}

/** Lightness of each of the RGBA pixels (sRGB, D65) in hundredths of a step: 0 is black, 10000 white. What a correction lifts above white is clipped, channel by channel. */
export function lightnessPlane(
  rgba: Uint8Array | Uint8ClampedArray,
  { red, green, blue }: ColourCorrection = asShot,
): Int16Array {
  const [ofRed, ofGreen, ofBlue] = [partTable(0.2126, red), partTable(0.7152, green), partTable(0.0722, blue)]
  const plane = new Int16Array(rgba.length >> 2)
  for (let at = 0, from = 0; at < plane.length; at++, from += 4) {
    const luminance = ofRed[rgba[from]!]! + ofGreen[rgba[from + 1]!]! + ofBlue[rgba[from + 2]!]!
    plane[at] = lightnessTable[(luminance + 0.5) | 0]!
  }
  return plane
}

/** By how much the moving picture is lighter than the reference, in hundredths of a step of lightness; darker is negative. */
export function lightnessChange(reference: Int16Array, moving: Int16Array): Int16Array {
  const change = new Int16Array(reference.length)
  for (let at = 0; at < change.length; at++) change[at] = moving[at]! - reference[at]!
  return change
}

/** What each value of a channel adds to the luminance, in entries of the lightness table. Weights: ITU-R BT.709. */
function partTable(weight: number, gain: number): Float64Array {
  return Float64Array.from(
    { length: 256 },
    (_, value) => tableLength * weight * Math.min(toLinear(value / 255) * gain, 1),
  )
}
