import type { Point } from '../geometry/points.ts'
import type { Evenness } from './evenness.ts'
import type { SkinMap } from './skin-map.ts'

/** Goes up whenever the same photo could be assessed differently; kept with every assessment. */
export const assessmentVersion = 3

/** Why skin, or a whole photo, isn't judged. */
export const notJudgedReasons = [
  'fresh',
  'blur',
  'no-dots',
  'too-small',
  'scale-unknown',
  'scale-wrong',
  'too-little-skin',
  'shine',
  'shadow',
  'angle',
  'redness',
] as const
export type NotJudgedReason = (typeof notJudgedReasons)[number]

/** A reason and the share of the zone's skin that it takes away, 0 to 1; 1 where the whole photo can't be judged. `isDecisive`: the verdict is grey because of it. */
export interface NotJudged {
  readonly reason: NotJudgedReason
  readonly share: number
  readonly isDecisive: boolean
}

/** A figure and the range it lies in (two standard errors). */
export interface Ranged {
  readonly value: number
  readonly range: readonly [least: number, most: number]
}

export type PatchKind = 'lightened' | 'missing' | 'dark'

/** How sure a patch is: 4.5 standard errors and more are `clear`. */
export type PatchCertainty = 'clear' | 'possible'

/** A patch in upright photo pixels. `lightened`: the share by which it is lighter than the skin around it (negative: darker). */
export interface Patch {
  readonly kind: PatchKind
  readonly certainty: PatchCertainty
  readonly outline: readonly Point[]
  readonly centre: Point
  readonly lightened: Ranged
  /** How many dots of usual strength would make it as dark as the skin around it; 0 where it is darker. */
  readonly dotsLacking: number
  readonly areaMm2: number
}

/** What a photo tells of one zone. Maps, dots and figures are null where nothing can be told; a `greyed` verdict may still carry them, as provisional. */
export interface Assessment {
  readonly assessmentVersion: number
  readonly verdict: 'judged' | 'greyed'
  readonly reasons: readonly NotJudged[]
  readonly notJudgedFraction: number
  /** Places of dots and how strong each is beside a usual one: x, y, strength, x, y, … in photo pixels. */
  readonly dots: Float32Array
  readonly dotsPerCm2: Ranged | null
  readonly density: SkinMap | null
  /** Ink on the skin, 1 is the zone's median. */
  readonly darkness: SkinMap | null
  readonly evenness: { readonly count: Evenness; readonly ink: Evenness } | null
  readonly patches: readonly Patch[]
  readonly matchToReference: Ranged | null
}

/** The assessment of a photo that can't be judged at all. */
export function unjudged(reason: NotJudgedReason): Assessment {
  return {
    assessmentVersion,
    verdict: 'greyed',
    reasons: [{ reason, share: 1, isDecisive: true }],
    notJudgedFraction: 1,
    dots: new Float32Array(0),
    dotsPerCm2: null,
    density: null,
    darkness: null,
    evenness: null,
    patches: [],
    matchToReference: null,
  }
}
