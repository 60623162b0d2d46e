import { gapBetween, joinedOutline } from '../../../shared/domain/assessing/joined-outline.ts'
import {
  merged,
  type PatchDecision,
  type PatchShape,
  withoutPlan,
} from '../../../shared/domain/assessing/patch-decision.ts'
import type { SeenPatch, SeenStage } from '../../../shared/domain/assessing/patch-tracks.ts'
import { isSame } from '../../../shared/domain/assessment/patch-history.ts'
import type { Point } from '../../../shared/domain/geometry/points.ts'
import { t } from '../../../shared/words/translate.ts'
import { type DecidedPatch, decided, type PatchChange, presentOf, thinned } from './decide-patch.ts'

/** Patches further apart than this share of the larger one's length aren't neighbours. */
const mostGap = 0.75
/** So many neighbours are offered. */
const mostNeighbours = 2

/** Those of the patches that a photo shows which a patch can be merged with, the nearest first. */
export function neighboursOf(patch: DecidedPatch, others: readonly DecidedPatch[]): DecidedPatch[] {
  const outline = seenOf(patch)?.outline
  if (!outline) return []
  return others
    .flatMap((other) => {
      const seen = seenOf(other)
      const isOther = other.track.number !== patch.track.number && other.track.isDark === patch.track.isDark
      return seen && isOther ? [{ other, gap: gapBetween(outline, seen.outline) }] : []
    })
    .filter(({ gap }) => gap <= mostGap)
    .toSorted((a, b) => a.gap - b.gap)
    .slice(0, mostNeighbours)
    .map(({ other }) => other)
}

/** Makes one patch of two: it keeps the lower number. Undefined where the photo doesn't show both. */
export function mergePatches(one: DecidedPatch, other: DecidedPatch, stage: SeenStage): PatchChange | undefined {
  const [kept, gone] = one.track.number < other.track.number ? [one, other] : [other, one]
  const [seen, seenGone] = [seenOf(kept), seenOf(gone)]
  const label = t('Patches {{number}} and {{other}} merged', { number: kept.track.number, other: gone.track.number })
  return seen && seenGone && reshaped(kept, [gone], joinedOutline(seen.outline, seenGone.outline), stage, label)
}

/** Whether an outline goes around a patch: at least a third of the smaller lies within the larger. */
export function isAround(outline: readonly Point[], patch: DecidedPatch): boolean {
  const seen = seenOf(patch)
  return seen !== undefined && isSame(seen.outline, outline)
}

/** Gives a patch another outline, in the frame that all stages share; patches that lie within become a part of it. */
export function redrawPatch(
  patch: DecidedPatch,
  outline: readonly Point[],
  others: readonly DecidedPatch[],
  stage: SeenStage,
): PatchChange | undefined {
  const { number, isDark } = patch.track
  const within = others.filter(
    (other) => other.track.number !== number && other.track.isDark === isDark && isAround(outline, other),
  )
  return reshaped(patch, within, outline, stage, t('Outline of patch {{number}} redrawn', { number }))
}

/** A patch with a drawn outline, into which others are merged. What was never decided on is recorded first as it was found, so that it can always be had back. */
function reshaped(
  kept: DecidedPatch,
  gone: readonly DecidedPatch[],
  outline: readonly Point[],
  stage: SeenStage,
  label: string,
): PatchChange | undefined {
  const patches = [kept, ...gone]
  const parts = patches.flatMap((patch) => seenOf(patch) ?? [])
  const [present, ...others] = patches.flatMap((patch) => presentOf(patch) ?? [])
  if (!present || !stage.drawnAs || parts.length < patches.length || others.length < gone.length) return undefined
  const before = [present, ...others].map((found, index) => patches[index]?.before ?? withoutPlan(found, 'open'))
  const found = before.filter((_, index) => !patches[index]?.before)
  const shape = shapeOf(stage.drawnAs(outline, parts))
  const left: PatchDecision[] = []
  let whole: PatchDecision = { ...present, ...shape, isDrawn: true }
  for (const other of others) {
    const [both, rest] = merged(whole, other, shape)
    whole = both
    left.push(rest)
  }
  return { events: [...found, whole, ...left].map(decided), undo: { label, events: before.map(decided) } }
}

function seenOf({ track, shown }: DecidedPatch): SeenPatch | undefined {
  return track.seen.get(shown.photoId)
}

function shapeOf({ outline, patch }: SeenPatch): PatchShape {
  const { kind, lightened, areaMm2, dotsLacking } = patch
  return {
    outline: thinned(outline),
    kind,
    lightened: lightened.value,
    areaMm2: Math.round(areaMm2),
    dotsLacking: Math.round(dotsLacking),
  }
}
