import { z } from 'zod'
import { t } from '../words/translate.ts'
import { type TreatmentId, treatmentIdSchema } from './ids.ts'
import {
  isFresh,
  type Stage,
  sessionNumberOf,
  stageLabel,
  stageOrder,
  stageSchema,
  stagesOfTreatment,
} from './stage.ts'
import { longestNote } from './treatment-record.ts'

/** Where on the head a session worked. Left and right are the client's own. */
export const workedZoneIds = [
  'hairline',
  'temples',
  'front',
  'top',
  'crown',
  'left side',
  'right side',
  'back',
  'scar',
] as const

/** The most dilutions that are kept of one session. */
export const mostDilutions = 12

/** One dilution that was tried: the mixture (ink : distilled water) and where or how it was used. */
const dilutionTrySchema = z
  .object({ dilution: z.string().max(60), notes: z.string().max(300) })
  .refine(({ dilution, notes }) => dilution !== '' || notes !== '', 'Expected a dilution or a note on it')
export type DilutionTry = z.infer<typeof dilutionTrySchema>

/** What is recorded of one session, or of the look at it when it had healed (then only notes). Empty means: not recorded. */
export const sessionRecordSchema = z.object({
  treatmentId: treatmentIdSchema,
  stage: stageSchema.refine((stage) => sessionNumberOf(stage) !== undefined, 'Expected a session or a healed stage'),
  isTouchUp: z.boolean(),
  pigment: z.string().max(200),
  dilutions: z.array(dilutionTrySchema).max(mostDilutions),
  needle: z.string().max(200),
  zones: z.array(z.enum(workedZoneIds)).max(workedZoneIds.length),
  notes: z.string().max(longestNote),
})
export type SessionRecord = z.infer<typeof sessionRecordSchema>

/** Names the record of one session: what it is kept under. */
export function sessionKeyOf({ treatmentId, stage }: Pick<SessionRecord, 'treatmentId' | 'stage'>): string {
  return `${treatmentId}/${stage}`
}

/** The record of a session of which nothing is recorded yet. */
export function blankSessionRecord(treatmentId: TreatmentId, stage: Stage): SessionRecord {
  return { treatmentId, stage, isTouchUp: false, pigment: '', dilutions: [], needle: '', zones: [], notes: '' }
}

/** A session as people say it: "Session 2", "Session 4 (touch-up)", "Healed 1". */
export function sessionLabel({ stage, isTouchUp }: Pick<SessionRecord, 'stage' | 'isTouchUp'>): string {
  return isTouchUp && isFresh(stage) ? t('{{session}} (touch-up)', { session: stageLabel(stage) }) : stageLabel(stage)
}

/** The stages of which something can be recorded, in order: the planned ones and those that have photos or a record already. */
export function recordableStages(sessionCount: number, present: readonly (Stage | null)[]): Stage[] {
  const stages = new Set([...stagesOfTreatment(sessionCount), ...present.filter((stage) => stage !== null)])
  return [...stages]
    .filter((stage) => sessionNumberOf(stage) !== undefined)
    .toSorted((a, b) => stageOrder(a) - stageOrder(b))
}

/** A dilution as it is kept: without spaces around, and "1:20" as "1 : 20". */
export function dilutionText(typed: string): string {
  return typed.trim().replace(/(\d)\s*:\s*(?=\d)/g, '$1 : ')
}

/** Tries with one of them changed, or a new one at the end; a try of which nothing is left is gone. */
export function withDilution(
  tries: readonly DilutionTry[],
  index: number,
  change: Partial<DilutionTry>,
): DilutionTry[] {
  const next = [...tries]
  next[Math.min(index, tries.length)] = { dilution: '', notes: '', ...tries[index], ...change }
  return next.filter(({ dilution, notes }) => dilution !== '' || notes !== '')
}
