import type { LandmarkPair } from '../alignment.ts'
import { type BentMap, frameMapOfBent } from './bent-map.ts'
import { climbCoherence } from './coherence-climb.ts'
import { relaxCoherence } from './coherence-relax.ts'
import { rescaledMap } from './frame-map.ts'
import { type HeadFrame, resizedFrame } from './head-frame.ts'
import { judgeMap, preparePair, type Registration, refineFully } from './register-heads.ts'
import { splitMap } from './split-map.ts'

/** Widths at which a head is looked at: rough, middle, and all that a photo of 1600 px usually has. */
export const headWidthsPx = { coarse: 100, middle: 200, fine: 400 } as const

/** Both frames at another head width. */
export function sizedFrames(reference: HeadFrame, moving: HeadFrame, headWidthPx: number): [HeadFrame, HeadFrame] {
  return [resizedFrame(reference, headWidthPx), resizedFrame(moving, headWidthPx)]
}

/** Marks in frames of the finest width, in frames of another. */
export function marksAtWidth(marks: readonly LandmarkPair[], headWidthPx: number): LandmarkPair[] {
  const factor = headWidthPx / headWidthsPx.fine
  const shift = (factor - 1) / 2
  const at = ({ x, y }: { x: number; y: number }) => ({ x: x * factor + shift, y: y * factor + shift })
  return marks.map((mark) => ({ reference: at(mark.reference), moving: at(mark.moving) }))
}

/**
 * From a bent map that is right within a per cent or two, between frames of the finest width: climbs at finer detail, gives way locally, lets flow add what it
 * is sure of, and keeps flow's part only where edges agree better with it.
 */
export function refineBent(
  reference: HeadFrame,
  moving: HeadFrame,
  start: BentMap,
  marks: readonly LandmarkPair[],
): Registration {
  const middle = sizedFrames(reference, moving, headWidthsPx.middle)
  const small = marksAtWidth(marks, headWidthsPx.middle)
  const again = climbCoherence(...middle, start, { detail: 0.035, steps: 4, mayBend: true }, small)
  const fine = climbCoherence(...middle, again.bent, { detail: 0.02, steps: 5, mayBend: true }, small)
  const bent = splitMap(frameMapOfBent(fine.bent, ...middle), middle[0])
  const relaxed = splitMap(relaxCoherence(...middle, bent, { detail: 0.02, reach: 0.07, steps: 4 }), middle[0])
  const byEdges = rescaledMap(relaxed, headWidthsPx.fine / headWidthsPx.middle)
  const pair = preparePair(reference, moving, headWidthsPx.fine)
  const byFlow = refineFully(pair, byEdges)
  const kept = judgeMap(pair, { ...byFlow, map: byEdges })
  return byFlow.fineCoherence >= kept.fineCoherence ? byFlow : kept
}
