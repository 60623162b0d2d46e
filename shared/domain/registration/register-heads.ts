import { ellipseMask } from './ellipse-mask.ts'
import { type FrameMap, rescaledMap, warpByMap } from './frame-map.ts'
import { type HeadFrame, resizedFrame } from './head-frame.ts'
import { locallyNormalised } from './local-normalisation.ts'
import { peakScore } from './peak-score.ts'
import { type FlowPair, type Refinement, refineByFlow } from './refine-by-flow.ts'

/** A map between two head frames and what the check measures of it. */
export interface Registration extends Refinement {
  readonly peak: number
  readonly coherence: number
}

const coarseHeadPx = 200

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
export function settleStart(reference: HeadFrame, moving: HeadFrame, start: FrameMap): Registration {
  const pair = preparePair(reference, moving, coarseHeadPx)
  const factor = coarseHeadPx / reference.headWidthPx
  const settled = refineByFlow(pair.flow, rescaledMap(start, factor), false)
  const again = refineByFlow(pair.flow, settled.map, false)
  const refined = refineByFlow(pair.flow, again.map, true)
  return { ...refined, ...checkPeak(pair, refined.map), map: rescaledMap(refined.map, 1 / factor) }
}

/** The last round at full size. `prior` is what hand-placed marks want, where there are any. */
export function refineFully(reference: HeadFrame, moving: HeadFrame, start: FrameMap, prior?: FrameMap): Registration {
  const pair = preparePair(reference, moving, reference.headWidthPx)
  const refined = refineByFlow(pair.flow, start, true, prior)
  return { ...refined, ...measurePeak(reference, moving, refined.map) }
}

/** The peak score of a map between two frames, measured at half size. */
export function measurePeak(reference: HeadFrame, moving: HeadFrame, map: FrameMap) {
  const pair = preparePair(reference, moving, coarseHeadPx)
  return checkPeak(pair, rescaledMap(map, coarseHeadPx / reference.headWidthPx))
}

function checkPeak(pair: PreparedPair, map: FrameMap) {
  const { widthPx, heightPx } = pair.reference.plane
  const warped = warpByMap(pair.moving.plane, map, widthPx, heightPx)
  return peakScore(pair.reference.plane, warped, pair.flow.mask, pair.flow.headWidthPx)
}

function normalised(frame: HeadFrame) {
  return locallyNormalised(frame.plane, 0.04 * frame.headWidthPx, 3)
}
