/**
 * What brings a photo's light nearer to another's: a gain for each channel of linear light (sRGB primaries, D65), the same for every pixel, so that nothing inside a
 * photo changes against anything else in it. A change of exposure multiplies all three alike; von Kries' rule does the rest of a change of white balance.
 */
export interface ColourCorrection {
  readonly red: number
  readonly green: number
  readonly blue: number
}

/** Leaves a photo as it was shot. */
export const asShot: ColourCorrection = { red: 1, green: 1, blue: 1 }

/** sRGB value (0 to 1) to linear light. IEC 61966-2-1. */
export function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

/** Linear light (0 to 1) to the sRGB value. IEC 61966-2-1. */
export function fromLinear(light: number): number {
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055
}

/** The 256 values that a channel's values become by a gain; what leaves the range is clipped. */
export function gainTable(gain: number): Uint8ClampedArray {
  return Uint8ClampedArray.from({ length: 256 }, (_, value) =>
    Math.round(fromLinear(toLinear(value / 255) * gain) * 255),
  )
}

/** Corrects RGBA pixels in place; opacity stays. */
export function correctPixels(rgba: Uint8Array | Uint8ClampedArray, { red, green, blue }: ColourCorrection): void {
  const tables = [gainTable(red), gainTable(green), gainTable(blue)] as const
  for (let at = 0; at + 3 < rgba.length; at += 4) {
    rgba[at] = tables[0][rgba[at]!]!
    rgba[at + 1] = tables[1][rgba[at + 1]!]!
    rgba[at + 2] = tables[2][rgba[at + 2]!]!
  }
}
