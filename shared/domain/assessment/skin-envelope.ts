import { fromLinear } from '../light/colour-correction.ts'
import { linearValues } from '../light/linear-light.ts'
import { blurred, emptyPlane, type Plane } from '../registration/plane.ts'
import { cellPx } from './work-scale.ts'

/** The closing is done on pictures this many times smaller than the work picture. */
export const closingReduction = 2
/** Diameter of the closing's disc in reduced pixels: 0.85 mm around, wide enough for dots and small clumps (assessment-measurements, step 3). */
export const closingDiscPx = 9
/** The envelope is smoothed by this standard deviation, in cells (2 mm). */
const smoothingCells = 2 / 0.6

/** The skin's light without its dots, in linear sRGB, a value for each cell of 0.6 mm. */
export interface SkinEnvelope {
  readonly red: Plane
  readonly green: Plane
  readonly blue: Plane
}

/** The brightest of each 2 × 2 pixels, channel by channel. RGB, row-major; sides are even. */
export function brightestOfFour(rgb: Uint8Array, widthPx: number, heightPx: number): Uint8Array {
  const [columns, rows] = [widthPx / closingReduction, heightPx / closingReduction]
  const result = new Uint8Array(columns * rows * 3)
  const below = widthPx * 3
  for (let row = 0, to = 0; row < rows; row++) {
    let from = row * closingReduction * below
    for (let column = 0; column < columns; column++, from += 6) {
      for (let channel = 0; channel < 3; channel++, to++) {
        const at = from + channel
        const one = Math.max(rgb[at]!, rgb[at + 3]!)
        const other = Math.max(rgb[at + below]!, rgb[at + below + 3]!)
        result[to] = Math.max(one, other)
      }
    }
  }
  return result
}

/** The envelope from the closed picture (RGB, row-major, half the work picture's size). */
export function envelopeOf(closed: Uint8Array, columns: number, rows: number): SkinEnvelope {
  const side = cellPx / closingReduction
  const channel = (offset: number) => {
    const plane = emptyPlane(columns, rows)
    for (let row = 0; row < rows * side; row++) {
      const into = Math.floor(row / side) * columns
      for (let x = 0; x < columns * side; x++) {
        plane.data[into + Math.floor(x / side)]! +=
          linearValues[closed[3 * (row * columns * side + x) + offset]!]! / side ** 2
      }
    }
    return blurred(plane, smoothingCells)
  }
  return { red: channel(0), green: channel(1), blue: channel(2) }
}

/** Luma (Rec. 709 of sRGB values, 0 to 1) of the envelope at a cell. */
export function envelopeLuma({ red, green, blue }: SkinEnvelope, cell: number): number {
  return (
    0.2126 * fromLinear(red.data[cell]!) +
    0.7152 * fromLinear(green.data[cell]!) +
    0.0722 * fromLinear(blue.data[cell]!)
  )
}
