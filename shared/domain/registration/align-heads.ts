import type { LandmarkPair } from '../alignment.ts'
import { composeSimilarities, invertSimilarity, rotationDegreesOf, scaleOf } from '../geometry/similarity.ts'
import { applySimilarity, type Similarity } from '../geometry/transform.ts'
import type { HeadEllipse } from '../head.ts'
import { type BentMap, bentFromSimilarity, similarityOfBent } from './bent-map.ts'
import { bestOf, climbBetween } from './coherence-climb.ts'
import { cutHeadFrame, type HeadFrame, type LumaPhoto } from './head-frame.ts'
import { boundToMarks, mapFromMarks, marksInFrames } from './marks-in-frames.ts'
import { searchByOrientation } from './orientation-search.ts'
import { headWidthsPx, marksAtWidth, type Pause, refineBent, sizedFrames } from './refine-bent.ts'
import { judgeMap, preparePair, type Registration } from './register-heads.ts'

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

const startCount = 6
const bentCount = 5
const climbedCount = 3
const marksAloneMargin = 0.02

/**
 * Finds the moving head’s place by itself. `starts` are places to try (similarities between full-size pixels) beside those that the search by edge directions
 * gives; with `isSearching` false they are the only ones. Undefined where there is nothing to try.
 */
export async function alignHeads(
  reference: HeadPhoto,
  moving: HeadPhoto,
  starts: readonly Similarity[],
  isSearching: boolean,
  pause: Pause,
): Promise<HeadAlignment | undefined> {
  const referenceFrame = cutHeadFrame(reference, withSurroundings(reference.ellipse), headWidthsPx.fine)
  const movingFrame = cutHeadFrame(moving, withSurroundings(moving.ellipse), headWidthsPx.fine)
  const given = starts.map((start) =>
    composeSimilarities(invertSimilarity(movingFrame.toPhoto), composeSimilarities(start, referenceFrame.toPhoto)),
  )
  const searched = isSearching ? searchByOrientation(referenceFrame, movingFrame, startCount) : []
  await pause(0.2)
  const places = [...given, ...searched.map(({ similarity }) => similarity)]
  const found = await bestClimbs(referenceFrame, movingFrame, places, () => pause(0.2))
  if (!found[0]) return undefined
  await pause(0.4)
  // cut anew: now it is known where and how large the moving head really is
  const recut = recutMoving(
    similarityOfBent(found[0], referenceFrame, movingFrame),
    moving,
    referenceFrame,
    movingFrame,
  )
  const inRecut = found.map((bent) => betweenRecut(bent, movingFrame, recut))
  const registration = await refineBent(referenceFrame, recut, inRecut, [], (share) => pause(0.4 + 0.6 * share))
  return { registration, reference: referenceFrame, moving: recut }
}

/**
 * Climbs from every start, follows up the best few, and gives those under which edges agree best: one bent, and one unbent because rough edges are mostly the
 * outline, which bends a turned head wrongly.
 */
async function bestClimbs(
  reference: HeadFrame,
  moving: HeadFrame,
  starts: readonly Similarity[],
  breath: () => Promise<void>,
): Promise<BentMap[]> {
  const coarse = sizedFrames(reference, moving, headWidthsPx.coarse)
  const middle = sizedFrames(reference, moving, headWidthsPx.middle)
  const straight = starts.map((start) => bentFromSimilarity(start, reference, moving))
  const settling = climbBetween(...coarse, { detail: 0.1, steps: 6, mayBend: false })
  const settled = await bestOf(settling, straight, bentCount, breath)
  const found: BentMap[] = []
  for (const mayBend of [true, false]) {
    const rough = climbBetween(...coarse, { detail: 0.06, steps: 5, mayBend })
    const finer = climbBetween(...middle, { detail: 0.035, steps: 2, mayBend })
    found.push(...(await bestOf(finer, await bestOf(rough, settled, climbedCount, breath), 1, breath)))
  }
  return found
}

/** Starts from marks placed by hand (full-size pixels), refines, and keeps to them. Undefined when the marks coincide. */
export async function alignHeadsByMarks(
  reference: HeadPhoto,
  moving: HeadPhoto,
  marks: readonly LandmarkPair[],
  pause: Pause,
): Promise<HeadAlignment | undefined> {
  const referenceFrame = cutHeadFrame(reference, withSurroundings(reference.ellipse), headWidthsPx.fine)
  const rough = cutHeadFrame(moving, withSurroundings(moving.ellipse), headWidthsPx.fine)
  const roughMap = mapFromMarks(marksInFrames(marks, referenceFrame, rough), referenceFrame)
  if (!roughMap) return undefined
  const movingFrame = recutMoving(roughMap.similarity, moving, referenceFrame, rough)
  const inFrames = marksInFrames(marks, referenceFrame, movingFrame)
  const wanted = mapFromMarks(inFrames, referenceFrame)
  if (!wanted) return undefined
  const climb = climbBetween(
    ...sizedFrames(referenceFrame, movingFrame, headWidthsPx.coarse),
    { detail: 0.06, steps: 8, mayBend: true },
    marksAtWidth(inFrames, headWidthsPx.coarse),
  )
  const { bent } = climb(bentFromSimilarity(wanted.similarity, referenceFrame, movingFrame))
  const refined = await refineBent(referenceFrame, movingFrame, [bent], inFrames, pause)
  const pair = preparePair(referenceFrame, movingFrame, headWidthsPx.fine)
  const [byEdges, byMarks] = [refined.map, wanted].map((map) =>
    judgeMap(pair, { ...refined, map: boundToMarks(map, inFrames, referenceFrame) }),
  ) as [Registration, Registration]
  // the climb knows the marks already: they alone are better only where it went astray
  const registration = byEdges.fineCoherence >= byMarks.fineCoherence - marksAloneMargin ? byEdges : byMarks
  return { registration, reference: referenceFrame, moving: movingFrame }
}

/** Ears and neck hold a head whose hair changed, so a little more than the head itself is looked at. */
function withSurroundings(ellipse: HeadEllipse): HeadEllipse {
  return { ...ellipse, radiusX: 1.06 * ellipse.radiusX, radiusY: 1.12 * ellipse.radiusY }
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
    headWidthsPx.fine,
  )
}

/** The same map into the recut frame: both frames' coordinates differ by a similarity without turn. */
function betweenRecut(bent: BentMap, from: HeadFrame, to: HeadFrame): BentMap {
  const factor = (from.headWidthPx * scaleOf(from.toPhoto)) / (to.headWidthPx * scaleOf(to.toPhoto))
  const unitPx = (to.headWidthPx / 2) * scaleOf(to.toPhoto)
  const middle = applySimilarity(from.toPhoto, { x: from.ellipse.centreX, y: from.ellipse.centreY })
  const target = applySimilarity(to.toPhoto, { x: to.ellipse.centreX, y: to.ellipse.centreY })
  const x = bent.x.map((value) => value * factor)
  const y = bent.y.map((value) => value * factor)
  x[0]! += (middle.x - target.x) / unitPx
  y[0]! += (middle.y - target.y) / unitPx
  return { x, y }
}
