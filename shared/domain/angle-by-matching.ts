import type { Angle } from './angle.ts'
import { type HeadLook, likeness, lookGround, lookPattern } from './angle-by-matching-likeness.ts'
import type { Photo } from './photo.ts'

/** The angle whose sorted photos a photo looks like; `confidence` (0–1) is meant as the share of such guesses that are right. */
export interface AngleMatch {
  readonly angle: Angle
  readonly confidence: number
}

/** A photo of the same client whose angle a person set. */
export interface SortedLook {
  readonly angle: Angle
  readonly look: HeadLook
}

/** More photos of an angle than this add little and cost time. */
const mostPerAngle = 2

/**
 * How far the best angle has to be ahead of the next, and of what photos of different angles have in common anyway. Fitted on the sample client
 * and a rendered head of seven sessions, so that nothing is surely taken for another angle where no photo of its own angle is sorted.
 */
const clearMargin = 0.12
const clearContrast = 0.1
/** Likeness at which a match begins to say something, and from where it needn't be closer. */
const leastLikeness = 0.25
const clearLikeness = 0.55
/** With photos of two angles only, it is more often a third one that is shown. */
const twoAnglesFactor = 0.8
/** Faces turned more differently than this don't show one angle. */
const mostYawDifferenceDegrees = 30

/** A photo whose angle a person set, in the turn in which it is shown. */
export type SortedPlace = Pick<Photo, 'photoId' | 'quarterTurns'> & { readonly angle: Angle }

/** The sorted photos to compare with, two of each angle at most: those that were sorted just now, then the newest filed ones. */
export function newestPerAngle(now: readonly SortedPlace[], filed: readonly Photo[]): SortedPlace[] {
  const whole = filed.filter(({ isDamaged, isRemoved }) => !isDamaged && !isRemoved)
  const newestFirst = whole.toSorted((one, other) => textOrder(other.capture?.local ?? '', one.capture?.local ?? ''))
  const chosen = new Map<Angle, SortedPlace[]>()
  for (const { photoId, quarterTurns, angle } of [...now, ...newestFirst]) {
    if (angle === null) continue
    const ofAngle = chosen.get(angle) ?? []
    const isNew = ofAngle.every((other) => other.photoId !== photoId)
    if (isNew && ofAngle.length < mostPerAngle) chosen.set(angle, [...ofAngle, { photoId, quarterTurns, angle }])
  }
  return [...chosen.values()].flat()
}

/**
 * The angle whose sorted photos look most like this one. Null without sorted photos of at least two angles (one alone would match whatever is shown), or where
 * the faces contradict every one of them.
 */
export function angleByMatching(look: HeadLook, sorted: readonly SortedLook[]): AngleMatch | null {
  const angleCount = new Set(sorted.map(({ angle }) => angle)).size
  if (angleCount < 2) return null
  const pattern = lookPattern(look)
  const compared = sorted.map((one) => {
    const ground = lookGround(one.look)
    return { ...one, ground, score: likeness(pattern, ground), isPossible: canShowOneAngle(look, one.look) }
  })
  const possible = compared.filter(({ isPossible }) => isPossible)
  const [best] = possible.toSorted((one, other) => other.score - one.score)
  if (!best) return null
  const others = compared.filter(({ angle }) => angle !== best.angle)
  const nextBest = Math.max(...others.map(({ score }) => score))
  const common = compared
    .filter(({ angle }) => angle === best.angle)
    .flatMap((one) => {
      const own = lookPattern(one.look)
      return others.map(({ ground }) => likeness(own, ground))
    })
  const usual = common.reduce((sum, value) => sum + value, 0) / common.length
  const confidence = matchConfidence(best.score, best.score - nextBest, best.score - usual, angleCount)
  return { angle: best.angle, confidence }
}

/**
 * Share of matches with these figures that are right: the weakest of the likeness itself, the margin before the next angle, and the contrast to what
 * different angles have in common; `angleCount` angles are sorted.
 */
export function matchConfidence(score: number, margin: number, contrast: number, angleCount: number): number {
  const weakest = Math.min(
    margin / clearMargin,
    contrast / clearContrast,
    (score - leastLikeness) / (clearLikeness - leastLikeness),
  )
  const clearness = angleCount > 2 ? weakest : twoAnglesFactor * weakest
  return Math.min(0.95, Math.max(0, clearness < 1 ? 0.7 * clearness : 0.7 + 0.5 * (clearness - 1)))
}

function canShowOneAngle(one: HeadLook, other: HeadLook): boolean {
  if (one.faceYawDegrees === null || other.faceYawDegrees === null)
    return one.faceYawDegrees === null && other.faceYawDegrees === null
  return Math.abs(one.faceYawDegrees - other.faceYawDegrees) <= mostYawDifferenceDegrees
}

function textOrder(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
