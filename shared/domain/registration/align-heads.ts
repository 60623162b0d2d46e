import type { LandmarkPair } from '../alignment.ts'
import { robustSimilarity } from '../geometry/robust-similarity.ts'
import {
  composeSimilarities,
  invertSimilarity,
  type PointPair,
  rotationDegreesOf,
  scaleOf,
} from '../geometry/similarity.ts'
import { applySimilarity, type Similarity } from '../geometry/transform.ts'
import type { HeadEllipse } from '../head.ts'
import { type FrameMap, rescaledMap } from './frame-map.ts'
import { cutHeadFrame, type HeadFrame, type LumaPhoto } from './head-frame.ts'
import { boundToMarks, mapFromMarks, marksInFrames } from './marks-in-frames.ts'
import { searchByOrientation } from './orientation-search.ts'
import { judgeMap, preparePair, type Registration, refineFully, settleStart } from './register-heads.ts'

/** A photo of the pair: its (contrast-equalised) luma, and its head in full-size pixels. */
export interface HeadPhoto extends LumaPhoto {
  readonly ellipse: HeadEllipse
}

/** A registration between two head frames, and the frames. */
export interface HeadAlignment {
  readonly registration: Registration
  readonly reference: HeadFrame
  readonly moving: HeadFrame
}

const frameHeadPx = 400
const startCount = 5
/** No wrong start comes near this (the best of 30 pairs of different persons had 0.39): the others needn’t be tried. */
const certainRank = 0.6

/** Finds the moving head's place by itself. `featurePairs` are look-alike points in full-size pixels, most of them maybe wrong. */
export function alignHeads(
  reference: HeadPhoto,
  moving: HeadPhoto,
  featurePairs: readonly PointPair[],
  onProgress: (fraction: number) => void,
): HeadAlignment {
  const referenceFrame = cutHeadFrame(reference, reference.ellipse, frameHeadPx)
  const movingFrame = cutHeadFrame(moving, moving.ellipse, frameHeadPx)
  const starts: FrameMap[] = searchByOrientation(referenceFrame, movingFrame, startCount).map(({ similarity }) => ({
    similarity,
    local: null,
  }))
  const byFeatures = startFromFeatures(featurePairs, referenceFrame, movingFrame)
  if (byFeatures) starts.push({ similarity: byFeatures, local: null })
  const half = preparePair(referenceFrame, movingFrame, frameHeadPx / 2)
  onProgress(0.3)
  let best: ReturnType<typeof settleStart> | undefined
  for (const [index, start] of starts.entries()) {
    const settled = settleStart(half, rescaledMap(start, 0.5))
    if (!best || settled.rank > best.rank) best = settled
    if (best.rank > certainRank) break
    onProgress(0.3 + (0.5 * (index + 1)) / starts.length)
  }
  const map = rescaledMap(best!.map, 2)
  // cut anew: now it is known where and how large the moving head really is
  const recut = recutMoving(map.similarity, moving, referenceFrame, movingFrame)
  const registration = refineFully(
    preparePair(referenceFrame, recut, frameHeadPx),
    betweenRecut(map, movingFrame, recut),
  )
  return { registration, reference: referenceFrame, moving: recut }
}

/** Starts from marks placed by hand (full-size pixels), refines, and keeps to them. Undefined when the marks coincide. */
export function alignHeadsByMarks(
  reference: HeadPhoto,
  moving: HeadPhoto,
  marks: readonly LandmarkPair[],
): HeadAlignment | undefined {
  const referenceFrame = cutHeadFrame(reference, reference.ellipse, frameHeadPx)
  const rough = cutHeadFrame(moving, moving.ellipse, frameHeadPx)
  const roughMap = mapFromMarks(marksInFrames(marks, referenceFrame, rough), referenceFrame)
  if (!roughMap) return undefined
  const movingFrame = recutMoving(roughMap.similarity, moving, referenceFrame, rough)
  const inFrames = marksInFrames(marks, referenceFrame, movingFrame)
  const wanted = mapFromMarks(inFrames, referenceFrame)
  if (!wanted) return undefined
  const pair = preparePair(referenceFrame, movingFrame, frameHeadPx)
  const refined = refineFully(pair, wanted, wanted)
  const candidates = [refined.map, wanted].map((map) =>
    judgeMap(pair, { ...refined, map: boundToMarks(map, inFrames, referenceFrame) }),
  )
  const [byFlow, byMarks] = candidates as [Registration, Registration]
  const registration = byFlow.widePeak >= byMarks.widePeak ? byFlow : byMarks
  return { registration, reference: referenceFrame, moving: movingFrame }
}

/** Scale and rotation of the moving photo's head against the reference's, in full-size pixels. */
export function overallSimilarity({ registration, reference, moving }: HeadAlignment): {
  scale: number
  rotationDegrees: number
} {
  const { similarity } = registration.map
  return {
    scale: (scaleOf(similarity) * scaleOf(moving.toPhoto)) / scaleOf(reference.toPhoto),
    rotationDegrees: rotationDegreesOf(similarity),
  }
}

function startFromFeatures(
  pairs: readonly PointPair[],
  reference: HeadFrame,
  moving: HeadFrame,
): Similarity | undefined {
  const toReference = invertSimilarity(reference.toPhoto)
  const toMoving = invertSimilarity(moving.toPhoto)
  const inFrames = pairs.map(({ from, to }) => ({
    from: applySimilarity(toReference, from),
    to: applySimilarity(toMoving, to),
  }))
  const fit = robustSimilarity(inFrames, 0.02 * frameHeadPx, [0.6, 1.6])
  if (!fit || fit.inliers.length < 15 || coveredShare(fit.inliers, reference) < 0.2) return undefined
  return fit.similarity
}

/** Share of the ellipse's area that lies in cells (an eighth of the head wide) with at least one inlier. */
function coveredShare(inliers: readonly PointPair[], { ellipse, headWidthPx }: HeadFrame): number {
  const cellPx = headWidthPx / 8
  const cells = new Set(inliers.map(({ from }) => `${Math.floor(from.x / cellPx)},${Math.floor(from.y / cellPx)}`))
  return (cells.size * cellPx * cellPx) / (Math.PI * ellipse.radiusX * ellipse.radiusY)
}

/** The moving frame cut around the place where the reference's ellipse lands. */
function recutMoving(similarity: Similarity, moving: HeadPhoto, reference: HeadFrame, frame: HeadFrame): HeadFrame {
  const { ellipse } = reference
  const full = composeSimilarities(frame.toPhoto, similarity)
  const centre = applySimilarity(full, { x: ellipse.centreX, y: ellipse.centreY })
  const scale = scaleOf(full)
  return cutHeadFrame(
    moving,
    {
      centreX: centre.x,
      centreY: centre.y,
      radiusX: ellipse.radiusX * scale,
      radiusY: ellipse.radiusY * scale,
      angleDegrees: ellipse.angleDegrees + rotationDegreesOf(similarity),
    },
    frameHeadPx,
  )
}

function betweenRecut(map: FrameMap, from: HeadFrame, to: HeadFrame): FrameMap {
  const change = composeSimilarities(invertSimilarity(to.toPhoto), from.toPhoto)
  const scale = scaleOf(change)
  const { local } = map
  return {
    similarity: composeSimilarities(change, map.similarity),
    local: local && { ...local, u: local.u.map((value) => value * scale), v: local.v.map((value) => value * scale) },
  }
}
