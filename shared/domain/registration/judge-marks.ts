import type { LandmarkPair } from '../alignment.ts'
import { distance } from '../geometry/points.ts'
import { fitSimilarity, scaleOf } from '../geometry/similarity.ts'
import { applySimilarity } from '../geometry/transform.ts'

const leastSpreadShare = 0.1
/** Shares of the head's width: a miss that no turn of up to 10° explains, and one beyond which nothing is drawn. */
const contradictionShare = 0.1
const hopelessShare = 0.3
const contradiction = 'The marks contradict each other.'

/** Why marks can't place a photo at all, in plain words; undefined when they can. Marks on one spot are to be merged before. */
export function problemOfMarks(marks: readonly LandmarkPair[], referenceHeadWidthPx: number): string | undefined {
  if (marks.length < 2) return 'One mark says nothing about size and turn: place at least two.'
  const spread = widestGap(marks.map(({ reference }) => reference))
  if (spread < leastSpreadShare * referenceHeadWidthPx)
    return 'The marks lie too close together: place them further apart.'
  if (widestGap(marks.map(({ moving }) => moving)) < 1) return 'The marks lie on one spot of the second photo.'
  const similarity = fitSimilarity(marks.map(({ reference, moving }) => ({ from: reference, to: moving })))
  if (!similarity || scaleOf(similarity) < 0.05 || scaleOf(similarity) > 20) return contradiction
  const misses = missesOf(marks, referenceHeadWidthPx).sort((one, other) => one - other)
  const isHopeless = (misses[misses.length >> 1] ?? 0) > hopelessShare
  if (isHopeless && !culpritOf(marks, referenceHeadWidthPx)) return contradiction
  return undefined
}

/**
 * What is contradictory in marks that are drawn all the same, in plain words: one mark, counted from 1, where leaving it out makes the others agree. A head's
 * turn explains a few per cent of its width, not more.
 */
export function contradictionsIn(marks: readonly LandmarkPair[], referenceHeadWidthPx: number): string[] {
  if (missesOf(marks, referenceHeadWidthPx).every((miss) => miss <= contradictionShare)) return []
  const culprit = culpritOf(marks, referenceHeadWidthPx)
  return [culprit ? `Mark ${culprit} doesn’t fit the other marks: look at it again.` : contradiction]
}

/** The number, counted from 1, of the only mark without which the others agree; undefined where there is none, or more than one. */
export function culpritOf(marks: readonly LandmarkPair[], referenceHeadWidthPx: number): number | undefined {
  if (marks.length < 4) return undefined
  const candidates = marks.flatMap((mark, index) => {
    const others = marks.filter((other) => other !== mark)
    return missesOf(others, referenceHeadWidthPx).every((miss) => miss <= contradictionShare) ? [index + 1] : []
  })
  return candidates.length === 1 ? candidates[0] : undefined
}

/** How far each mark lies from where the others would put it by a similarity, in head widths of the reference. With two marks there is nothing to miss. */
function missesOf(marks: readonly LandmarkPair[], referenceHeadWidthPx: number): number[] {
  return marks.map((mark) => {
    const others = marks.filter((other) => other !== mark)
    if (others.length < 2) return 0
    const similarity = fitSimilarity(others.map(({ reference, moving }) => ({ from: reference, to: moving })))
    // marks side by side say little about a far one
    const reach = widestGap(others.map(({ reference }) => reference))
    const away = Math.min(...others.map(({ reference }) => distance(reference, mark.reference)))
    if (!similarity || reach === 0) return 0
    const moved = applySimilarity(similarity, mark.reference)
    return distance(moved, mark.moving) / scaleOf(similarity) / referenceHeadWidthPx / Math.max(1, away / reach)
  })
}

function widestGap(points: readonly { x: number; y: number }[]): number {
  let widest = 0
  for (const one of points) for (const other of points) widest = Math.max(widest, distance(one, other))
  return widest
}
