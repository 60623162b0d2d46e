import type { Point } from '../../shared/domain/geometry/points.ts'
import { invertSimilarity, rotationDegreesOf, scaleOf } from '../../shared/domain/geometry/similarity.ts'
import { applySimilarity, type Similarity } from '../../shared/domain/geometry/transform.ts'
import type { HeadEllipse } from '../../shared/domain/head.ts'
import { movedFace } from '../../shared/domain/registration/face-detection.ts'
import type { ContourEvidence } from '../../shared/domain/registration/head-contour.ts'
import { expectationFromFace, expectationFromProfile } from '../../shared/domain/registration/head-from-face.ts'
import {
  coreOfPerson,
  expectationFromCore,
  fitHead,
  leastOutlineScore,
} from '../../shared/domain/registration/head-from-mask.ts'
import { blurred, emptyPlane, type Plane } from '../../shared/domain/registration/plane.ts'
import { cutPatch, patchPlace } from '../../shared/domain/registration/rgb-patch.ts'
import { faceIn, isSeenFromTheFront, type SeenFace } from './face-vision.ts'
import { personMaskOf, personMaskSidePx } from './person-vision.ts'
import type { Pixels } from './pixels.ts'

/** The chin's place in the mesh. */
const chinIndex = 152
/** A head narrower than this share of the square is looked at again, closer. */
const smallShare = 0.4
/** Side of the closer square, in widths of the head. */
const closerShare = 2.1

/**
 * The head by its outline (in the given pixels, not full-size): the border of what the person network sees, and of the colours where the person goes on;
 * led by the face where there is one. Undefined where nothing of a head is seen.
 */
export async function headByOutline(pixels: Pixels): Promise<HeadEllipse | undefined> {
  const seen = await faceIn(pixels)
  const side = Math.max(pixels.widthPx, pixels.heightPx)
  const middle = { x: (pixels.widthPx - 1) / 2, y: (pixels.heightPx - 1) / 2 }
  const found = await headIn(pixels, patchPlace(middle, side, 0, personMaskSidePx), seen)
  if (!found) return undefined
  const { centreX, centreY, radiusX, radiusY } = found.ellipse
  const widthPx = 2 * Math.min(radiusX, radiusY)
  if (widthPx > smallShare * side) return found.ellipse
  const closer = patchPlace({ x: centreX, y: centreY }, closerShare * widthPx, 0, personMaskSidePx)
  const again = await headIn(pixels, closer, seen)
  return again && again.score > found.score - 0.1 ? again.ellipse : found.ellipse
}

async function headIn(pixels: Pixels, place: Similarity, seen: SeenFace | undefined) {
  const evidence = await evidenceIn(pixels, place)
  const back = invertSimilarity(place)
  const toPatch = (point: Point) => applySimilarity(back, point)
  const expectation = expectationOf(
    seen && { ...seen, face: movedFace(seen.face, toPatch, scaleOf(back)) },
    evidence,
    toPatch,
  )
  if (!expectation) return undefined
  // before a face, colours end where hair begins, not where the head does
  const isFront = seen !== undefined && isSeenFromTheFront(seen.face)
  const { ellipse, score } = fitHead(isFront ? { ...evidence, colours: [] } : evidence, expectation)
  return !seen && score < leastOutlineScore ? undefined : { ellipse: movedEllipse(ellipse, place), score }
}

/** What leads to the head: a face seen from the front by its mesh, one seen from the side with the person's core, without a face the core alone. */
function expectationOf(seen: SeenFace | undefined, evidence: ContourEvidence, toPatch: (point: Point) => Point) {
  if (seen && isSeenFromTheFront(seen.face)) {
    const chin = seen.mesh?.points[chinIndex]
    return expectationFromFace(seen.face, chin && toPatch(chin))
  }
  const core = coreOfPerson(evidence)
  return core && (seen ? expectationFromProfile(seen.face, core) : expectationFromCore(core))
}

function movedEllipse(ellipse: HeadEllipse, by: Similarity): HeadEllipse {
  const centre = applySimilarity(by, { x: ellipse.centreX, y: ellipse.centreY })
  const scale = scaleOf(by)
  return {
    centreX: centre.x,
    centreY: centre.y,
    radiusX: ellipse.radiusX * scale,
    radiusY: ellipse.radiusY * scale,
    angleDegrees: ellipse.angleDegrees + rotationDegreesOf(by),
  }
}

async function evidenceIn(pixels: Pixels, place: Similarity): Promise<ContourEvidence> {
  const patch = cutPatch(pixels, place, personMaskSidePx)
  const person = await personMaskOf(patch)
  const colours = [0, 1, 2].map((channel): Plane => {
    const plane = emptyPlane(personMaskSidePx, personMaskSidePx)
    for (let i = 0; i < plane.data.length; i++) plane.data[i] = patch[3 * i + channel]!
    return blurred(plane, 1.5)
  })
  const corner = (x: number, y: number) => applySimilarity(invertSimilarity(place), { x, y })
  const topLeft = corner(-0.5, -0.5)
  const bottomRight = corner(pixels.widthPx - 0.5, pixels.heightPx - 0.5)
  return {
    person: blurred(person, 1),
    colours,
    left: Math.max(0, topLeft.x),
    top: Math.max(0, topLeft.y),
    right: Math.min(personMaskSidePx - 1, bottomRight.x),
    bottom: Math.min(personMaskSidePx - 1, bottomRight.y),
  }
}
