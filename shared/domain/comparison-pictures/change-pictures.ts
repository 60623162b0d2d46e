import type { Size } from '../geometry/viewport.ts'
import { seenIn } from './comparable-part.ts'
import { isOnHatch } from './hatching.ts'
import { type SmoothedChange, smoothedRows } from './smoothed-change.ts'

/** 256 colours, three bytes each, from one end of a scale to the other. */
export type ColourRamp = Uint8Array | Uint8ClampedArray

/** What a picture of a change is painted from. */
export interface ChangeFacts {
  readonly size: Size
  /** Lightness of the reference, in hundredths of a step. */
  readonly lightness: Int16Array
  /** See `seenIn`. */
  readonly part: Uint8Array
}

/** The steps of lightness at which a scale ends; what goes beyond has the last colour. Fixed, so that pictures can be held against each other. */
export const fullDifference = 30
export const fullChange = 12
/** A colour is reached so many steps beyond the tolerance: no hard edges where there are none. */
export const softSteps = { difference: 8, change: 2 } as const
/** The part of the heat map's ramp about its middle that is left out: greys and dull colours that a dimmed photo has itself. */
const dullShare = 0.4

/** Where a difference in lightness (steps) stands on its ramp, 0 to 1. */
export function placeOfDifference(steps: number): number {
  return Math.min(Math.abs(steps) / fullDifference, 1)
}

/** Where a change of lightness (steps) stands on its ramp: below 0.5 darker, above it lighter. */
export function placeOfChange(steps: number): number {
  const strength = Math.min(Math.abs(steps) / fullChange, 1)
  return 0.5 + (Math.sign(steps) * (dullShare + (1 - dullShare) * strength)) / 2
}

const hatchLine = 132
const hatchGround = 52

/** Paints how much the smoothed lightness differs, whichever photo is the lighter one; below the tolerance (steps) the dimmed grey photo stays. RGBA. */
export function paintDifference(
  facts: ChangeFacts,
  change: SmoothedChange,
  tolerance: number,
  ramp: ColourRamp,
): Uint8ClampedArray<ArrayBuffer> {
  const place = { placeOnRamp: placeOfDifference, soft: softSteps.difference, darkest: 30, contrast: 0.45 }
  return paint(facts, change, { ...place, tolerance, opacity: 1, ramp })
}

/** Paints where the smoothed lightness went down (first half of the ramp) or up (second half) over the dimmed grey photo; nothing below the tolerance (steps). RGBA. */
export function paintHeatMap(
  facts: ChangeFacts,
  change: SmoothedChange,
  { tolerance, opacity }: { readonly tolerance: number; readonly opacity: number },
  ramp: ColourRamp,
): Uint8ClampedArray<ArrayBuffer> {
  const place = { placeOnRamp: placeOfChange, soft: softSteps.change, darkest: 62, contrast: 0.8 }
  return paint(facts, change, { ...place, tolerance, opacity, ramp })
}

/** How much of its colour a change in steps has, 0 to 1. */
export function shareOfColour(steps: number, tolerance: number, softSteps: number): number {
  return Math.min(Math.max((Math.abs(steps) - tolerance) / softSteps, 0), 1)
}

interface PaintRules {
  readonly tolerance: number
  readonly opacity: number
  /** The place (0 to 1) on the ramp of a change in steps. */
  readonly placeOnRamp: (steps: number) => number
  readonly soft: number
  readonly ramp: ColourRamp
  /** The grey (0 to 255) of black, and how much the grey rises with a step of lightness. */
  readonly darkest: number
  readonly contrast: number
}

/** The largest change there is, from black to white, in hundredths of a step. */
const mostChange = 10000

function paint(
  { size, lightness, part }: ChangeFacts,
  change: SmoothedChange,
  rules: PaintRules,
): Uint8ClampedArray<ArrayBuffer> {
  const { widthPx, heightPx } = size
  const rowOf = smoothedRows(change, widthPx)
  const { kept, red, green, blue, greys } = tablesOf(rules)
  const pixels = new Uint32Array(widthPx * heightPx)
  const { neither, reference, besideHead } = seenIn
  for (let y = 0, pixel = 0; y < heightPx; y++) {
    const row = rowOf(y)
    for (let x = 0; x < widthPx; x++, pixel++) {
      const seen = part[pixel]
      if (seen === neither) continue
      if (seen === reference) {
        pixels[pixel] = packed(isOnHatch(x, y, size) ? hatchLine : hatchGround)
        continue
      }
      if (seen === besideHead) {
        pixels[pixel] = packed(greys[lightness[pixel]!]!)
        continue
      }
      const at = (row[x]! + mostChange + 0.5) | 0
      const grey = greys[lightness[pixel]!]! * kept[at]!
      pixels[pixel] =
        0xff000000 | (((grey + blue[at]!) >> 8) << 16) | (((grey + green[at]!) >> 8) << 8) | ((grey + red[at]!) >> 8)
    }
  }
  return new Uint8ClampedArray(pixels.buffer)
}

/** A grey pixel. All computers that Stipple runs on store the lowest byte, which is red, first. */
function packed(grey: number): number {
  return 0xff000000 | (grey << 16) | (grey << 8) | grey
}

/** For each change, in 256ths: how much of the grey is kept, and what of each channel of the colour is added. For each lightness: its grey. */
function tablesOf({ tolerance, opacity, placeOnRamp, soft, ramp, darkest, contrast }: PaintRules) {
  const table = () => new Int32Array(2 * mostChange + 1)
  const [kept, red, green, blue] = [table(), table(), table(), table()]
  for (let at = 0; at < kept.length; at++) {
    const steps = (at - mostChange) / 100
    const share = Math.round(256 * opacity * shareOfColour(steps, tolerance, soft))
    const colour = 3 * Math.round(255 * placeOnRamp(steps))
    kept[at] = 256 - share
    red[at] = share * ramp[colour]!
    green[at] = share * ramp[colour + 1]!
    blue[at] = share * ramp[colour + 2]!
  }
  const greys = Int32Array.from({ length: mostChange + 1 }, (_, at) => Math.round(darkest + (contrast * at) / 100))
  return { kept, red, green, blue, greys }
}
