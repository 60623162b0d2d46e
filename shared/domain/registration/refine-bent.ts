import type { LandmarkPair } from '../alignment.ts'
import { type BentMap, frameMapOfBent } from './bent-map.ts'
import { bestOf, climbBetween } from './coherence-climb.ts'
import { relaxCoherence } from './coherence-relax.ts'
import { rescaledMap } from './frame-map.ts'
import { type HeadFrame, resizedFrame } from './head-frame.ts'
import { judgeMap, preparePair, type Registration, refineFully } from './register-heads.ts'
import { splitMap } from './split-map.ts'
import { turnedStarts } from './turned-starts.ts'

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

/** Tells how much is done (0–1), and lets other work of the process run; rejects where the work is to end. */
export type Pause = (fraction: number) => Promise<void>

const levels = {
  probing: { detail: 0.035, steps: 1, mayBend: true },
  turned: { detail: 0.035, steps: 3, mayBend: true },
  finer: { detail: 0.02, steps: 4, mayBend: true },
  finest: { detail: 0.012, steps: 3, mayBend: true },
} as const
const probedCount = 6
const finerCount = 3
const finestCount = 2

/**
 * From bent maps that are right within a few per cent, between frames of the finest width: tries turns of the head, climbs at ever finer detail, gives way
 * locally, lets flow add what it is sure of, and keeps flow's part only where edges agree better with it.
 */
export async function refineBent(
  reference: HeadFrame,
  moving: HeadFrame,
  starts: readonly BentMap[],
  marks: readonly LandmarkPair[],
  pause: Pause,
): Promise<Registration> {
  const middle = sizedFrames(reference, moving, headWidthsPx.middle)
  const climbed = await climbToFinest(reference, moving, middle, starts, marks, pause)
  const bent = splitMap(frameMapOfBent(climbed, ...middle), middle[0])
  const relaxed = splitMap(relaxCoherence(...middle, bent, { detail: 0.02, reach: 0.07, steps: 4 }), middle[0])
  await pause(0.75)
  const byEdges = rescaledMap(relaxed, headWidthsPx.fine / headWidthsPx.middle)
  const pair = preparePair(reference, moving, headWidthsPx.fine)
  const byFlow = refineFully(pair, byEdges)
  const kept = judgeMap(pair, { ...byFlow, map: byEdges })
  return byFlow.fineCoherence >= kept.fineCoherence ? byFlow : kept
}

/** The turn under which edges agree best, judged at the finest detail: rougher edges hardly tell one turn from another. */
async function climbToFinest(
  reference: HeadFrame,
  moving: HeadFrame,
  middle: [HeadFrame, HeadFrame],
  starts: readonly BentMap[],
  marks: readonly LandmarkPair[],
  pause: Pause,
): Promise<BentMap> {
  const small = marksAtWidth(marks, headWidthsPx.middle)
  const at = (fraction: number) => () => pause(fraction)
  const probing = climbBetween(...middle, levels.probing, small)
  const probed = await bestOf(probing, starts.flatMap(turnedStarts), probedCount, at(0))
  const turned = await bestOf(climbBetween(...middle, levels.turned, small), probed, finerCount, at(0.25))
  const finer = await bestOf(climbBetween(...middle, levels.finer, small), turned, finestCount, at(0.4))
  const [finest] = await bestOf(climbBetween(reference, moving, levels.finest, marks), finer, 1, at(0.55))
  return finest!
}
