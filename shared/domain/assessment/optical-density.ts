import { linearValues } from '../light/linear-light.ts'
import { emptyPlane, type Plane } from '../registration/plane.ts'

/** Darker than this share of white nothing is told apart in a photo: the camera's noise. */
const leastLuminance = 0.003

/** Optical density −log10(linear luminance) of 8-bit RGB, row-major: pigment adds to it whatever the light is. */
export function opticalDensityOf(rgb: Uint8Array, widthPx: number, heightPx: number): Plane {
  const plane = emptyPlane(widthPx, heightPx)
  const red = linearValues.map((value) => 0.2126 * value)
  const green = linearValues.map((value) => 0.7152 * value)
  const blue = linearValues.map((value) => 0.0722 * value)
  for (let i = 0, j = 0; i < plane.data.length; i++, j += 3) {
    const luminance = red[rgb[j]!]! + green[rgb[j + 1]!]! + blue[rgb[j + 2]!]!
    plane.data[i] = -Math.log10(Math.max(luminance, leastLuminance))
  }
  return plane
}
