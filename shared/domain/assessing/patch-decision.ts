import { z } from 'zod'
import { t } from '../../words/translate.ts'
import { angleLabel, angleSchema } from '../angle.ts'
import { photoIdSchema, type TreatmentId, treatmentIdSchema } from '../ids.ts'
import { isFresh, type Stage, sessionNumberOf, stageSchema } from '../stage.ts'
import { placesInZone, placeWords } from './place-in-zone.ts'

export const patchIdSchema = z.uuid().brand<'PatchId'>()
export type PatchId = z.infer<typeof patchIdSchema>

/** The longest note on a patch. */
export const longestPatchNote = 500
/** Outlines are kept with so many points at most: a patch needs no more. */
export const mostOutlinePoints = 80

const sessionSchema = stageSchema.refine(isFresh, 'Expected a session')

/** A patch is, or was, to be touched up in a session. */
const touchUpSchema = z.object({ session: sessionSchema, isDone: z.boolean() })
export type TouchUp = z.infer<typeof touchUpSchema>

/**
 * What a person decided on a patch, and what was seen of it then: all that the touch-up plan needs. `outline` in pixels of the upright full-size photo `photoId` in the turn
 * `quarterTurns`.
 */
export const patchDecisionSchema = z.object({
  patchId: patchIdSchema,
  treatmentId: treatmentIdSchema,
  angle: angleSchema.nullable(),
  number: z.int().min(1).max(999),
  photoId: photoIdSchema,
  quarterTurns: z.int().min(0).max(3),
  outline: z
    .array(z.object({ x: z.number(), y: z.number() }))
    .min(3)
    .max(mostOutlinePoints),
  /** The zone's given name (empty: the angle's), and where in it the patch lies. */
  zone: z.string().max(80),
  place: z.enum(placesInZone),
  kind: z.enum(['lightened', 'missing', 'dark']),
  lightened: z.number(),
  /** Two standard errors around it; absent where it wasn't kept. */
  lightenedRange: z.tuple([z.number(), z.number()]).optional(),
  areaMm2: z.number().nonnegative(),
  dotsLacking: z.number().nonnegative(),
  isScaleEstimated: z.boolean(),
  /** At which stage it was decided. */
  seenAt: stageSchema.nullable(),
  /** Merged: it is a part of another patch now, and keeps its number only so that no other gets it. */
  decision: z.enum(['open', 'accepted', 'dismissed', 'merged']),
  /** Its outline was set by a person: drawn, or merged of several. It stays as it is at every stage. */
  isDrawn: z.boolean().optional(),
  note: z.string().max(longestPatchNote),
  touchUps: z.array(touchUpSchema).max(20),
})
export type PatchDecision = z.infer<typeof patchDecisionSchema>

/** What a patch's outline decides. */
export type PatchShape = Pick<PatchDecision, 'outline' | 'kind' | 'lightened' | 'areaMm2' | 'dotsLacking'>

/** Where a patch lies, in words: "Crown, upper left". */
export function placeOfDecision({ zone, place, angle }: Pick<PatchDecision, 'zone' | 'place' | 'angle'>): string {
  return placeWords(zone || (angle ? angleLabel(angle) : t('Treated zone')), place)
}

/** Names a decision among those of all treatments: what it is kept under. */
export function patchKeyOf({ treatmentId, patchId }: { treatmentId: TreatmentId; patchId: PatchId }): string {
  return `${treatmentId}/${patchId}`
}

/** The session that comes after a stage: what is accepted there is touched up in it. */
export function sessionAfter(stage: Stage | null): Stage {
  const number = stage ? (sessionNumberOf(stage) ?? 0) : 0
  return `session-${Math.min(number + 1, 9)}`
}

/** A decision after the patch is accepted at a stage: it is planned for the session after it. What was done stays, what was planned before doesn't. */
export function accepted(patch: PatchDecision, stage: Stage | null): PatchDecision {
  const session = sessionAfter(stage)
  const kept = patch.touchUps.filter((touchUp) => touchUp.isDone && touchUp.session !== session)
  return { ...patch, decision: 'accepted', seenAt: stage, touchUps: [...kept, { session, isDone: false }] }
}

/** A decision after the patch is dismissed, or opened again: nothing is planned any more. */
export function withoutPlan(patch: PatchDecision, decision: 'dismissed' | 'open'): PatchDecision {
  return { ...patch, decision, touchUps: patch.touchUps.filter(({ isDone }) => isDone) }
}

/** A decision after its touch-up in a session is ticked off, or not. */
export function tickedOff(patch: PatchDecision, session: Stage, isDone: boolean): PatchDecision {
  const touchUps = patch.touchUps.map((touchUp) => (touchUp.session === session ? { session, isDone } : touchUp))
  return { ...patch, touchUps }
}

/** A patch that another is merged into, and what is left of the other. `shape` is that of both; what was planned, done or noted for either counts for it. */
export function merged(
  kept: PatchDecision,
  other: PatchDecision,
  shape: PatchShape,
): readonly [kept: PatchDecision, other: PatchDecision] {
  const decisions = [kept.decision, other.decision]
  const sessions = [...new Set([...kept.touchUps, ...other.touchUps].map(({ session }) => session))]
  const isDone = (patch: PatchDecision, wanted: Stage) =>
    patch.touchUps.every((touchUp) => touchUp.session !== wanted || touchUp.isDone)
  const both: PatchDecision = {
    ...kept,
    ...shape,
    isDrawn: true,
    decision: decisions.includes('accepted') ? 'accepted' : decisions.includes('open') ? 'open' : 'dismissed',
    note: [...new Set([kept.note, other.note].filter((note) => note !== ''))].join(' · ').slice(0, longestPatchNote),
    // one of them is still to be done: so are both
    touchUps: sessions.map((session) => ({ session, isDone: isDone(kept, session) && isDone(other, session) })),
  }
  return [both, { ...other, decision: 'merged', touchUps: [] }]
}
