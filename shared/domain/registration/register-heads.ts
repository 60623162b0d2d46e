import { ellipseMask } from './ellipse-mask.ts'
import { type FrameMap, warpByMap } from './frame-map.ts'
import { type HeadFrame, resizedFrame } from './head-frame.ts'
import { locallyNormalised } from './local-normalisation.ts'
import { peakScore, peakShifts } from './peak-score.ts'
import { type FlowPair, type Refinement, refineByFlow } from './refine-by-flow.ts'

/** A map between two head frames and what the check measures of it: the wide peak score to choose between starts, the fine one to judge by. */
export interface Registration extends Refinement {
  readonly widePeak: number
  readonly finePeak: number
}

/** Two head frames of one head width, made ready for flow and for the check. */
export interface PreparedPair {
  readonly reference: HeadFrame
  readonly moving: HeadFrame
  readonly flow: FlowPair
}

/** Prepares two frames, at another head width if wanted. */
export function preparePair(reference: HeadFrame, moving: HeadFrame, headWidthPx: number): PreparedPair {
  const one = reference.headWidthPx === headWidthPx ? reference : resizedFrame(reference, headWidthPx)
  const other = moving.headWidthPx === headWidthPx ? moving : resizedFrame(moving, headWidthPx)
  const flow: FlowPair = {
    reference: normalised(one),
    moving: normalised(other),
    mask: ellipseMask(one.ellipse, one.plane.widthPx, one.plane.heightPx),
    headWidthPx,
  }
  return { flow, reference: one, moving: other }
}

/** Lets the similarity settle, then adds the local part, at half size. Maps are between the frames as given. */
export function settleStart(pair: PreparedPair, start: FrameMap): Refinement & { readonly rank: number } {
  const settled = refineByFlow(pair.flow, start, false)
  const again = refineByFlow(pair.flow, settled.map, false)
  const refined = refineByFlow(pair.flow, again.map, true)
  const { peak } = measurePeak(pair, refined.map, peakShifts.wide)
  // where edges say little, flow that comes back is the better witness
  return { ...refined, rank: peak + 0.4 * refined.forwardBackwardShare }
}

/** The last round at full size. `prior` is what hand-placed marks want, where there are any. */
export function refineFully(pair: PreparedPair, start: FrameMap, prior?: FrameMap): Registration {
  return judgeMap(pair, refineByFlow(pair.flow, start, true, prior))
}

/** Adds the peak scores to a refinement. */
export function judgeMap(pair: PreparedPair, refinement: Refinement): Registration {
  return {
    ...refinement,
    widePeak: measurePeak(pair, refinement.map, peakShifts.wide).peak,
    finePeak: measurePeak(pair, refinement.map, peakShifts.fine).peak,
  }
}

function measurePeak({ reference, moving, flow }: PreparedPair, map: FrameMap, shiftShare: number) {
  const warped = warpByMap(moving.plane, map, reference.plane.widthPx, reference.plane.heightPx)
  return peakScore(reference.plane, warped, flow.mask, flow.headWidthPx, shiftShare)
}

function normalised(frame: HeadFrame) {
  return locallyNormalised(frame.plane, 0.04 * frame.headWidthPx, 3)
}
