import { z } from 'zod'
import { type LinearLight, luminanceOf, medianOf, spreadOf } from './linear-light.ts'
import type { SkinSample } from './pair-samples.ts'

/** Raised whenever the same photos would be measured differently. */
export const lightVersion = 1

/** Where the light was measured: in drawn zones, on bare skin of face, ears and neck, or on the skin between the dots of the scalp. */
export const lightSourceSchema = z.enum(['drawn', 'face', 'face-and-neck', 'ears-and-neck', 'between-dots'])
export type LightSource = z.infer<typeof lightSourceSchema>

const ratioSchema = z.object({ red: z.number().positive(), green: z.number().positive(), blue: z.number().positive() })

/** How the light of the moving photo compares with the reference's, on skin that no treatment reaches. */
export const pairLightSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('measured'),
    lightVersion: z.int().positive(),
    source: lightSourceSchema,
    /** Moving over reference, linear sRGB. */
    ratio: ratioSchema,
    /** The same ratio of the skin's luminance: what is left to match where its colour must not be. */
    luminanceRatio: z.number().positive(),
    sampleCount: z.int().positive(),
    /** How far the patches of skin disagree about the brightness, in stops. */
    spreadStops: z.number().nonnegative(),
    /** By how much the moving photo's scalp is redder than the reference's beyond what the light does: ln(red/green). Null where the scalp can't be compared. */
    addedRedness: z.number().nullable(),
  }),
  z.object({
    kind: z.literal('unmeasured'),
    lightVersion: z.int().positive(),
    reason: z.enum(['too-little-skin', 'uneven']),
  }),
])
export type PairLight = z.infer<typeof pairLightSchema>

/** Fewer samples of a region than this say nothing. */
const fewestSamples = 12
/** Where patches of the same skin disagree by more than this, the light comes from elsewhere, and no one correction is right. */
const mostSpreadStops = 0.9

/** The samples that a pair has in common, by region; those that aren't looked at are empty. */
export interface RegionSamples {
  readonly drawn: readonly SkinSample[]
  readonly face: readonly SkinSample[]
  readonly beside: readonly SkinSample[]
  readonly scalp: readonly SkinSample[]
}

/** The light of a pair: drawn zones alone where there are any, else face and neck, each counting alike. */
export function pairLightOf({ drawn, face, beside, scalp }: RegionSamples): PairLight {
  if (isEnough(drawn)) return measured('drawn', [drawn], scalp)
  if (isEnough(face) && isEnough(beside)) return measured('face-and-neck', [face, beside], scalp)
  if (isEnough(face)) return measured('face', [face], scalp)
  if (isEnough(beside)) return measured('ears-and-neck', [beside], scalp)
  return { kind: 'unmeasured', lightVersion, reason: 'too-little-skin' }
}

/** The light of a pair whose only common skin is the scalp between the dots; says nothing of its redness. */
export function pairLightBetweenDots(samples: readonly SkinSample[]): PairLight {
  return isEnough(samples)
    ? measured('between-dots', [samples], [])
    : { kind: 'unmeasured', lightVersion, reason: 'too-little-skin' }
}

function isEnough(samples: readonly SkinSample[]): boolean {
  return samples.length >= fewestSamples
}

function measured(
  source: LightSource,
  regions: readonly (readonly SkinSample[])[],
  scalp: readonly SkinSample[],
): PairLight {
  const ratios = regions.map(ratioOf)
  const stops = regions.map((samples) => medianOf(stopsBetween(samples)))
  const spreadStops = Math.max(
    ...regions.map((samples) => spreadOf(stopsBetween(samples))),
    Math.max(...stops) - Math.min(...stops),
  )
  if (spreadStops > mostSpreadStops) return { kind: 'unmeasured', lightVersion, reason: 'uneven' }
  const ratio = geometricMean(ratios)
  const sampleCount = regions.reduce((sum, samples) => sum + samples.length, 0)
  return {
    kind: 'measured',
    lightVersion,
    source,
    ratio,
    luminanceRatio: 2 ** mean(stops),
    sampleCount,
    spreadStops,
    addedRedness: isEnough(scalp) ? rednessOf(ratioOf(scalp)) - rednessOf(ratio) : null,
  }
}

/** The median ratio of each channel: patches that shine, lie in shade or show something else don't move it. */
function ratioOf(samples: readonly SkinSample[]): LinearLight {
  const channel = (of: keyof LinearLight) =>
    medianOf(samples.map(({ reference, moving }) => moving[of] / reference[of]))
  return { red: channel('red'), green: channel('green'), blue: channel('blue') }
}

/** How much brighter the moving photo is, in stops, patch by patch. */
function stopsBetween(samples: readonly SkinSample[]): number[] {
  return samples.map(({ reference, moving }) => Math.log2(luminanceOf(moving) / luminanceOf(reference)))
}

/** The ratio in the middle of several: none of them counts more. */
function geometricMean(ratios: readonly LinearLight[]): LinearLight {
  const channel = (of: keyof LinearLight) => Math.exp(mean(ratios.map((ratio) => Math.log(ratio[of]))))
  return { red: channel('red'), green: channel('green'), blue: channel('blue') }
}

function rednessOf({ red, green }: LinearLight): number {
  return Math.log(red / green)
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}
