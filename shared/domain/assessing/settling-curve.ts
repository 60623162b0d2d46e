import type { Ranged } from '../assessment/assessment.ts'
import { type AddedShare, allAdded } from '../assessment/settling.ts'
import { isFresh, sessionNumberOf } from '../stage.ts'
import type { StageGap, ZoneAtStage } from './zone-at-stage.ts'

/** Why a stage of a session isn't on its curve. */
export type SettlingGap = Exclude<StageGap, 'fresh'> | 'no-fresh-photo' | 'no-date' | 'other-light'

/** How dark a zone is on a day beside the day of the session: 1 is as dark as then. */
export interface SettlingPoint {
  readonly at: ZoneAtStage
  readonly day: number
  readonly share: Ranged
}

/** How the pigment of one session settles in a zone. */
export interface SettlingCurve {
  readonly session: number
  /** How much of what was seen on the day of the session was new. */
  readonly added: AddedShare
  /** From day 0 on; none where the day of the session can't be compared. */
  readonly points: readonly SettlingPoint[]
  readonly gaps: readonly { readonly at: ZoneAtStage | null; readonly gap: SettlingGap }[]
}

/**
 * How far the darkness of two photos of the same skin can be compared through the client's own hair in both (two standard errors of their ratio): a fresh and a healed picture
 * that were truly 1.23 apart read 1.02 to 1.21 under other exposures and tone curves (assessment-measurements, 3.5).
 */
const comparingError = 0.2

/** The settling of every session that a zone's stages tell of, in order. `isLightAlike`: whether two stages were taken in light that can be compared. */
export function settlingCurvesOf(
  stages: readonly ZoneAtStage[],
  isLightAlike: (one: ZoneAtStage, other: ZoneAtStage) => boolean,
): SettlingCurve[] {
  const numbers = new Set(stages.flatMap(({ stage }) => (stage ? (sessionNumberOf(stage) ?? []) : [])))
  return [...numbers].toSorted((a, b) => a - b).map((session) => curveOf(session, stages, isLightAlike))
}

function curveOf(
  session: number,
  stages: readonly ZoneAtStage[],
  isLightAlike: (one: ZoneAtStage, other: ZoneAtStage) => boolean,
): SettlingCurve {
  const own = stages.filter(({ stage }) => stage && sessionNumberOf(stage) === session)
  const isOfTheDay = ({ stage }: ZoneAtStage) => stage !== null && isFresh(stage)
  const fresh = own.filter(isOfTheDay)
  const first = fresh.find((at) => darknessOf(at) !== undefined)
  const gaps: { at: ZoneAtStage | null; gap: SettlingGap }[] = []
  if (fresh.length === 0) gaps.push({ at: null, gap: 'no-fresh-photo' })
  else if (!first) gaps.push(...fresh.map((at) => ({ at, gap: gapOf(at) })))
  const points: SettlingPoint[] = first ? [{ at: first, day: 0, share: { value: 1, range: [1, 1] } }] : []
  for (const at of own.filter((one) => !isOfTheDay(one))) {
    const darkness = darknessOf(at)
    const firstDarkness = first && darknessOf(first)
    if (darkness === undefined) gaps.push({ at, gap: gapOf(at) })
    else if (at.daysSinceSession === null) gaps.push({ at, gap: 'no-date' })
    else if (first && firstDarkness !== undefined && !isLightAlike(first, at)) gaps.push({ at, gap: 'other-light' })
    else if (firstDarkness !== undefined)
      points.push({ at, day: at.daysSinceSession, share: shareOf(darkness, firstDarkness) })
  }
  return { session, added: first ? addedIn(session, stages, first) : allAdded, points: byDay(points), gaps }
}

/** A zone's darkness beside the client's own hair in the same photo, which the photo's exposure and white balance don't change; a fresh picture counts, too. */
function darknessOf({ findings, gap }: ZoneAtStage): number | undefined {
  const match = gap === null || gap === 'fresh' ? findings?.matchToReference : null
  return match && match.value > 0 ? match.value : undefined
}

function gapOf({ gap }: ZoneAtStage): SettlingGap {
  // that it is fresh speaks against its verdict, not against comparing it
  return gap === null || gap === 'fresh' ? 'no-own-hair' : gap
}

function shareOf(darkness: number, first: number): Ranged {
  const value = darkness / first
  return { value, range: [value * (1 - comparingError), value * (1 + comparingError)] }
}

/** How much of a session's first darkness was new: all but what had been there before. Unknown where no earlier stage tells it. */
function addedIn(session: number, stages: readonly ZoneAtStage[], first: ZoneAtStage): AddedShare {
  if (session === 1) return allAdded
  const settled = stages.filter(({ stage }) => stage === `healed-${session - 1}`)
  const old = settled.flatMap((at) => darknessOf(at) ?? []).at(-1)
  const now = darknessOf(first)
  if (old === undefined || now === undefined) return [0, 1]
  const { range } = shareOf(old, now)
  const within = (share: number) => Math.min(Math.max(share, 0), 1)
  return [within(1 - range[1]), within(1 - range[0])]
}

function byDay(points: readonly SettlingPoint[]): SettlingPoint[] {
  return points.toSorted((a, b) => a.day - b.day)
}
