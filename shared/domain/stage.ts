import { z } from 'zod'
import { t } from '../words/translate.ts'

/** When a photo was taken: before, post-cut, on the day of session N (fresh), or healed after session N. N is 1 to 9. */
export type Stage = 'before' | 'post-cut' | `session-${number}` | `healed-${number}`

export const stageSchema = z.custom<Stage>(
  (value) => typeof value === 'string' && /^(before|post-cut|(session|healed)-[1-9])$/.test(value),
  'Expected a stage such as before, post-cut, session-1 or healed-1',
)

/** The session's number of a fresh or healed stage; undefined for before and post-cut. */
export function sessionNumberOf(stage: Stage): number | undefined {
  const digits = /-(\d)$/.exec(stage)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** True for the day of a session itself: red and darker than it will settle. */
export function isFresh(stage: Stage): boolean {
  return stage.startsWith('session-')
}

/** Place of a stage in the order of a treatment: before, post-cut, session 1, healed 1, session 2 … */
export function stageOrder(stage: Stage): number {
  if (stage === 'before') return 0
  if (stage === 'post-cut') return 1
  return (sessionNumberOf(stage) ?? 0) * 2 + (isFresh(stage) ? 0 : 1)
}

/** The stage as people say it: "Before", "Post-cut", "Session 2", "Healed 2". */
export function stageLabel(stage: Stage): string {
  if (stage === 'before') return t('Before')
  if (stage === 'post-cut') return t('Post-cut')
  const number = sessionNumberOf(stage) ?? 0
  return isFresh(stage) ? t('Session {{number}}', { number }) : t('Healed {{number}}', { number })
}

/** The stage within a sentence: "Crown, session 2". */
export function stageWords(stage: Stage): string {
  if (stage === 'before') return t('before')
  if (stage === 'post-cut') return t('post-cut')
  const number = sessionNumberOf(stage) ?? 0
  return isFresh(stage) ? t('session {{number}}', { number }) : t('healed {{number}}', { number })
}

/** The stages of a treatment with this many sessions, in order. */
export function stagesOfTreatment(sessionCount: number): Stage[] {
  const sessions = Array.from({ length: sessionCount }, (_, index) => index + 1)
  return ['before', 'post-cut', ...sessions.flatMap((n): Stage[] => [`session-${n}`, `healed-${n}`])]
}
