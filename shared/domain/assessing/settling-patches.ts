import type { Ranged } from '../assessment/assessment.ts'
import { measurableFrom } from '../assessment/noticeability.ts'
import { type SettlingVerdict, settlingOf } from '../assessment/settling.ts'
import { meanWithin } from '../assessment/skin-map.ts'
import type { PatchTrack } from './patch-tracks.ts'
import type { SettlingCurve } from './settling-curve.ts'
import type { ZoneAtStage } from './zone-at-stage.ts'

/** How a patch settled after a session. */
export interface SettledPatch {
  readonly number: number
  readonly day: number
  /** Its darkness beside that of the rest of its zone, over what that was on the day of the session: below 1 it lightened more. */
  readonly besideZone: Ranged
  /** Against the expected band; null where nothing tells how the zone itself settled. */
  readonly verdict: SettlingVerdict | null
}

/** Variance of a dot's ink over its mean: of how many there are, and of how strong each is (assessment-measurements, step 8). */
const varianceOfDots = 0.34

/** How the patches that a healed stage shows settled since the day of its session: those that stand out of the band, or lightened measurably more than the rest of their zone. */
export function settledPatchesOf(
  fresh: ZoneAtStage,
  healed: ZoneAtStage,
  curve: SettlingCurve,
  tracks: readonly PatchTrack[],
): SettledPatch[] {
  const { map: before, findings: first } = fresh
  const { map: after, findings: last, daysSinceSession: day } = healed
  if (!before || !after || !first || !last || day === null || !fresh.isAligned || !healed.isAligned) return []
  const point = curve.points.find(({ at }) => at.photoId === healed.photoId)
  return tracks.flatMap((track): SettledPatch[] => {
    const seen = track.seen.get(healed.photoId)
    if (!seen) return []
    const [then, now] = [meanWithin(before, seen.outline), meanWithin(after, seen.outline)]
    if (then === undefined || now === undefined || then <= 0) return []
    const dots = (perCm2: number) => Math.max(1, (perCm2 * seen.patch.areaMm2) / 100)
    const error =
      2 *
      Math.sqrt(
        varianceOfDots / dots(first.dotsPerCm2?.value ?? 0) + varianceOfDots / dots(last.dotsPerCm2?.value ?? 0),
      )
    const besideZone = ranged(now / then, error)
    // how much of a patch is new isn't known: all of it may be
    const verdict = point ? settlingOf(product(besideZone, point.share), day, [curve.added[0], 1]) : null
    const settled = { number: track.number, day, besideZone, verdict }
    return standsOut(settled) ? [settled] : []
  })
}

function standsOut({ verdict, besideZone }: SettledPatch): boolean {
  return verdict === 'lighter-than-expected' || besideZone.range[1] < 1 - measurableFrom
}

function ranged(value: number, error: number): Ranged {
  return { value, range: [value * Math.max(0, 1 - error), value * (1 + error)] }
}

function product(one: Ranged, other: Ranged): Ranged {
  return {
    value: one.value * other.value,
    range: [one.range[0] * other.range[0], one.range[1] * other.range[1]],
  }
}
