import { type Stage, sessionNumberOf, stageOrder } from '../stage.ts'
import { type PatchDecision, sessionAfter } from './patch-decision.ts'

/** What is to be touched up in one session. */
export interface TouchUpPlan {
  readonly session: Stage
  readonly items: readonly { readonly patch: PatchDecision; readonly isDone: boolean }[]
  readonly areaMm2: number
  /** Dots to add, all together; patches that are darker than their surroundings need none. */
  readonly dots: number
}

/** The plan of a session, from a treatment's decisions, in the order of their angles and numbers; undefined where nothing is planned. */
export function planOf(session: Stage, decisions: readonly PatchDecision[]): TouchUpPlan | undefined {
  const items = decisions.flatMap((patch) => {
    const touchUp = patch.touchUps.find((one) => one.session === session)
    return touchUp ? [{ patch, isDone: touchUp.isDone }] : []
  })
  if (items.length === 0) return undefined
  const ordered = items.toSorted(
    (a, b) => (a.patch.angle ?? '').localeCompare(b.patch.angle ?? '') || a.patch.number - b.patch.number,
  )
  return {
    session,
    items: ordered,
    areaMm2: ordered.reduce((sum, { patch }) => sum + patch.areaMm2, 0),
    dots: ordered.reduce((sum, { patch }) => sum + dotsToAdd(patch), 0),
  }
}

/** The plans that matter at a stage: that of the session after it, then that of the session before it. */
export function plansAt(stage: Stage | null, decisions: readonly PatchDecision[]): TouchUpPlan[] {
  const number = stage ? sessionNumberOf(stage) : undefined
  const sessions: Stage[] = [sessionAfter(stage), ...(number === undefined ? [] : [`session-${number}` as const])]
  return sessions.flatMap((session) => planOf(session, decisions) ?? [])
}

/** Dots to add to a patch, as far as they can be estimated: to the nearest five, since counting errs by a tenth. */
export function dotsToAdd({ kind, dotsLacking }: Pick<PatchDecision, 'kind' | 'dotsLacking'>): number {
  return kind === 'dark' ? 0 : 5 * Math.round(dotsLacking / 5)
}

/** The last session before or at a stage in which a patch was touched up; undefined where it wasn't. */
export function lastTouchUpBy(stage: Stage | null, { touchUps }: Pick<PatchDecision, 'touchUps'>): number | undefined {
  if (!stage) return undefined
  const done = touchUps.filter(({ session, isDone }) => isDone && stageOrder(session) <= stageOrder(stage))
  const numbers = done.flatMap(({ session }) => sessionNumberOf(session) ?? [])
  return numbers.length > 0 ? Math.max(...numbers) : undefined
}
