import { type LandmarkPair, pairKeyOf } from './alignment.ts'
import type { Facts } from './facts.ts'
import { composeTransforms, invertTransform, toReference } from './geometry/compose-transforms.ts'
import type { Point } from './geometry/points.ts'
import { type Transform, toMoving } from './geometry/transform.ts'
import { type HeadEllipse, headWidthPx } from './head.ts'
import { type Photo, shownSize } from './photo.ts'
import { stageOrder } from './stage.ts'

type Known = Pick<Facts, 'photos' | 'alignments' | 'landmarks'>

/** The transform between two photos that is known to be good, whichever of them was the reference; undefined when there is none. */
export function findGoodTransform({ alignments }: Known, from: Photo, to: Photo): Transform | undefined {
  const direct = alignments.get(pairKeyOf(from, to))
  if (direct?.outcome === 'aligned' && direct.transform) return direct.transform
  const backwards = alignments.get(pairKeyOf(to, from))
  if (backwards?.outcome !== 'aligned' || !backwards.transform) return undefined
  return invertTransform(backwards.transform, shownSize(from))
}

/** A way from the reference to the moving photo over a third photo of the series. */
export interface Chain {
  readonly over: Photo
  readonly transform: Transform
}

/**
 * Up to `most` chains of two good alignments that lead from the reference to the moving photo over another photo of the same angle and treatment, those over
 * the photos nearest in time to the moving one first: they look most like it.
 */
export function findChains(known: Known, reference: Photo, moving: Photo, most: number): Chain[] {
  const chains: Chain[] = []
  const nearestFirst = [...known.photos.values()]
    .filter((photo) => isBetween(photo, reference, moving))
    .toSorted((a, b) => stagesApart(a, moving) - stagesApart(b, moving))
  for (const over of nearestFirst) {
    if (chains.length === most) break
    const first = findGoodTransform(known, reference, over)
    const second = first && findGoodTransform(known, over, moving)
    if (second) chains.push({ over, transform: composeTransforms(first, second, shownSize(reference)) })
  }
  return chains
}

function stagesApart(one: Photo, other: Photo): number {
  if (!one.stage || !other.stage) return Number.MAX_SAFE_INTEGER
  return Math.abs(stageOrder(one.stage) - stageOrder(other.stage))
}

function isBetween(photo: Photo, reference: Photo, moving: Photo): boolean {
  if (photo.isRemoved || photo.photoId === reference.photoId || photo.photoId === moving.photoId) return false
  return photo.treatmentId === reference.treatmentId && photo.angle === reference.angle
}

/** How far two transforms of one pair disagree over the reference's head: the median distance in per cent of the moving head's width. */
export function loopErrorPercent(direct: Transform, chained: Transform, head: HeadEllipse): number {
  const distances = pointsOfHead(head).map((point) => {
    const [one, other] = [toMoving(direct, point), toMoving(chained, point)]
    return Math.hypot(one.x - other.x, one.y - other.y)
  })
  distances.sort((a, b) => a - b)
  const scale = Math.hypot(direct.similarity.a, direct.similarity.b)
  return (100 * distances[distances.length >> 1]!) / (headWidthPx(head) * scale)
}

/**
 * Marks that people placed between the moving photo and other photos of the series, carried into the reference's frame through good alignments; marks of the
 * very pair come as they are, also when it was marked the other way round. So hand-placed points outlive a change of reference.
 */
export function landmarksFor(known: Known, reference: Photo, moving: Photo): LandmarkPair[] {
  const own = landmarksBetween(known, reference, moving)
  if (own) return own
  for (const over of known.photos.values()) {
    if (!isBetween(over, reference, moving)) continue
    const marks = landmarksBetween(known, over, moving)
    if (!marks || marks.length === 0) continue
    const way = findGoodTransform(known, reference, over)
    if (way) return marks.map((mark) => ({ reference: toReference(way, mark.reference), moving: mark.moving }))
  }
  return []
}

function landmarksBetween({ landmarks }: Known, reference: Photo, moving: Photo): LandmarkPair[] | undefined {
  const placed = landmarks.get(pairKeyOf(reference, moving))
  if (placed) return placed.landmarks
  const backwards = landmarks.get(pairKeyOf(moving, reference))
  return backwards?.landmarks.map((mark) => ({ reference: mark.moving, moving: mark.reference }))
}

/** About a hundred points spread over the inside of an ellipse. */
function pointsOfHead({ centreX, centreY, radiusX, radiusY, angleDegrees }: HeadEllipse): Point[] {
  const angle = (angleDegrees * Math.PI) / 180
  const points: Point[] = []
  for (let i = -5; i <= 5; i++) {
    for (let j = -5; j <= 5; j++) {
      if (i * i + j * j > 25) continue
      const [u, v] = [(i / 5) * radiusX * 0.95, (j / 5) * radiusY * 0.95]
      points.push({
        x: centreX + u * Math.cos(angle) - v * Math.sin(angle),
        y: centreY + u * Math.sin(angle) + v * Math.cos(angle),
      })
    }
  }
  return points
}
