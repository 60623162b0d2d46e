import { ellipseMask } from './ellipse-mask.ts'
import { type FrameMap, warpByMap } from './frame-map.ts'
import { type HeadFrame, resizedFrame } from './head-frame.ts'
import { locallyNormalised } from './local-normalisation.ts'
import { finePeakShift, peakScore } from './peak-score.ts'
import { type FlowPair, type Refinement, refineByFlow } from './refine-by-flow.ts'
import { splitMap } from './split-map.ts'

/** A map between two head frames and what the check measures of it: how well fine edges agree, and how far that is above places beside it. */
export interface Registration extends Refinement {
  readonly finePeak: number
  readonly fineCoherence: number
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

/** The last round: what flow makes of a map that is nearly right, its local part kept within bounds. */
export function refineFully(pair: PreparedPair, start: FrameMap): Registration {
  const refined = refineByFlow(pair.flow, start)
  return judgeMap(pair, { ...refined, map: splitMap(refined.map, pair.reference) })
}

/** Adds to a refinement how well edges agree under its map. */
export function judgeMap(pair: PreparedPair, refinement: Refinement): Registration {
  const { reference, moving, flow } = pair
  const warped = warpByMap(moving.plane, refinement.map, reference.plane.widthPx, reference.plane.heightPx)
  const { peak, coherence } = peakScore(reference.plane, warped, flow.mask, flow.headWidthPx, finePeakShift)
  return { ...refinement, finePeak: peak, fineCoherence: coherence }
}

function normalised(frame: HeadFrame) {
  return locallyNormalised(frame.plane, 0.04 * frame.headWidthPx, 3)
}
