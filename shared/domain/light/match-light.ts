import { z } from 'zod'
import type { ColourCorrection } from './colour-correction.ts'
import { type LinearLight, luminanceOf } from './linear-light.ts'
import { lightSourceSchema, type PairLight } from './pair-light.ts'

/** No photo's channel is moved by more than this; what lies farther apart can't honestly be called the same light. */
const mostStops = 1

const gainSchema = z
  .number()
  .min(2 ** -mostStops)
  .max(2 ** mostStops)
/** What a photo's light is corrected by. */
export const correctionSchema = z.strictObject({ red: gainSchema, green: gainSchema, blue: gainSchema })

/** A correction for each of two photos by the same rule: they meet half-way, so neither is the other's measure. */
export const matchedLightSchema = z.object({
  kind: z.literal('matched'),
  lightVersion: z.int().positive(),
  source: lightSourceSchema,
  reference: correctionSchema,
  moving: correctionSchema,
  /** False where skin is red from a session: then exposure alone is matched. */
  isColourMatched: z.boolean(),
  /** The same skin is lit so differently in places that only the average agrees. */
  isUneven: z.boolean(),
})
export type MatchedLight = z.infer<typeof matchedLightSchema>

/** What brings the light of a pair together, or why nothing can. */
export type LightMatch = MatchedLight | { readonly kind: 'unmatched'; readonly reason: UnmatchedReason }
export type UnmatchedReason = 'too-little-skin' | 'uneven' | 'too-different'

/** From here on patches of the same skin disagree enough to say so. */
const unevenStops = 0.45

/** The corrections for a pair whose light was measured; `isRed`: a photo of it shows skin that is red from a session. */
export function matchLight(light: PairLight, isRed: boolean): LightMatch {
  if (light.kind === 'unmeasured') return { kind: 'unmatched', reason: light.reason }
  const { ratio, luminanceRatio, source, spreadStops, lightVersion } = light
  const [reference, moving] = meetHalfway([{ red: 1, green: 1, blue: 1 }, isRed ? alike(luminanceRatio) : ratio]) as [
    ColourCorrection,
    ColourCorrection,
  ]
  if ([reference, moving].some(isBeyondLimit)) return { kind: 'unmatched', reason: 'too-different' }
  return {
    kind: 'matched',
    lightVersion,
    source,
    reference,
    moving,
    isColourMatched: !isRed,
    isUneven: spreadStops > unevenStops,
  }
}

/** Corrections for photos whose lights have these ratios to one and the same: each comes to the geometric mean of all, channel by channel. */
export function meetHalfway(ratios: readonly LinearLight[]): ColourCorrection[] {
  const mean = (channel: keyof LinearLight) =>
    ratios.reduce((sum, ratio) => sum + Math.log(ratio[channel]), 0) / ratios.length
  const [red, green, blue] = [mean('red'), mean('green'), mean('blue')]
  const gain = (goal: number, ratio: number) => Math.exp(goal - Math.log(ratio))
  return ratios.map((ratio) => ({
    red: gain(red, ratio.red),
    green: gain(green, ratio.green),
    blue: gain(blue, ratio.blue),
  }))
}

/** The correction's part that is brightness, in stops: of skin, whose green counts most. */
export function stopsOf(correction: ColourCorrection): number {
  return Math.log2(luminanceOf(correction))
}

/** The correction's part that is colour: above 0 the photo becomes warmer; ln of red against blue. */
export function warmthOf({ red, blue }: ColourCorrection): number {
  return Math.log(red / blue)
}

function alike(ratio: number): LinearLight {
  return { red: ratio, green: ratio, blue: ratio }
}

function isBeyondLimit(correction: ColourCorrection): boolean {
  return !correctionSchema.safeParse(correction).success
}
