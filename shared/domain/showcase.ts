import { type Alignment, pairKeyOf } from './alignment.ts'
import { findReference } from './alignment-plan.ts'
import { type Angle, angleOrder } from './angle.ts'
import { type Facts, photosOfClient } from './facts.ts'
import type { Size } from './geometry/viewport.ts'
import type { TreatmentId } from './ids.ts'
import { newestFirst } from './next-comparison.ts'
import { type Photo, shownSize } from './photo.ts'
import { type PresentSlide, slideOfPhoto } from './present-scene.ts'
import { isFresh, type Stage, stageOrder } from './stage.ts'
import type { TreatmentRecord } from './treatment-record.ts'
import { isVideo } from './video.ts'

/** Before and after of one angle, both in the frame of its reference. Whether it may be shown to anybody says the consent. */
export interface ShowcasePair {
  readonly treatmentId: TreatmentId
  readonly angle: Angle
  readonly frame: Size
  readonly before: PresentSlide
  readonly after: PresentSlide
}

/** A treatment of somebody who may be a model: what one looks for, and its pairs, those of the usual angles first. */
export interface ShowcaseTreatment
  extends Pick<TreatmentRecord, 'treatmentId' | 'skinType' | 'norwoodStage' | 'hairlineShape' | 'hairlineEdge'> {
  /** The latest stage that was photographed. */
  readonly reached: Stage | null
  readonly pairs: readonly ShowcasePair[]
}

/** A client's treatments as models are looked for, the newest first. Removed treatments and photos don't count. */
export function showcaseOf(facts: Facts, clientId: string): ShowcaseTreatment[] {
  const own = facts.ofClient?.(clientId) ?? facts
  const photos = photosOfClient(facts, clientId).filter((photo) => !photo.isRemoved && !isVideo(photo))
  const treatments = [...own.treatments.values()].filter((one) => one.clientId === clientId && !one.isRemoved)
  return treatments
    .toSorted((a, b) => b.addedAt.localeCompare(a.addedAt))
    .map(({ treatmentId }) => {
      const ofTreatment = photos.filter((photo) => photo.treatmentId === treatmentId)
      const {
        skinType = null,
        norwoodStage = null,
        hairlineShape = null,
        hairlineEdge = null,
      } = own.treatmentRecords.get(treatmentId) ?? {}
      const stages = ofTreatment.flatMap(({ stage }) => stage ?? [])
      const reached = stages.toSorted((a, b) => stageOrder(b) - stageOrder(a))[0] ?? null
      const pairs = pairsOf(ofTreatment, own)
      return { treatmentId, skinType, norwoodStage, hairlineShape, hairlineEdge, reached, pairs }
    })
}

function pairsOf(photos: readonly Photo[], own: Facts): ShowcasePair[] {
  const angles = [...new Set(photos.flatMap(({ angle, stage }) => (angle && stage ? angle : [])))]
  return angles.toSorted((a, b) => angleOrder(a) - angleOrder(b)).flatMap((angle) => pairOf(photos, angle, own) ?? [])
}

/**
 * The pair of an angle: its reference, and of the photos that are well aligned with it the one that shows the treatment best. A settled one goes before a fresh one,
 * whose pigment is darker than it will stay; of each the latest stage.
 */
function pairOf(photos: readonly Photo[], angle: Angle, own: Facts): ShowcasePair | undefined {
  const series = photos.filter((photo) => photo.angle === angle && photo.stage !== null)
  const reference = findReference(series, [...own.references.values()])
  if (!reference) return undefined
  const candidates = series
    .filter((photo) => placeOf(photo) !== placeOf(reference))
    .toSorted((a, b) => worth(b, reference) - worth(a, reference) || newestFirst(a, b))
  for (const photo of candidates) {
    const alignment = own.alignments.get(pairKeyOf(reference, photo))
    if (!alignment || !isTrusted(alignment)) continue
    const ofReference = slideOfPhoto(reference, photos)
    const other = { ...slideOfPhoto(photo, photos), alignmentId: alignment.alignmentId }
    const [before, after] = placeOf(photo) > placeOf(reference) ? [ofReference, other] : [other, ofReference]
    return { treatmentId: reference.treatmentId, angle, frame: shownSize(reference), before, after }
  }
  return undefined
}

/** Nothing that a person should still look at is shown to others. */
function isTrusted({ outcome }: Alignment): boolean {
  return outcome === 'aligned'
}

function placeOf({ stage }: Photo): number {
  return stage ? stageOrder(stage) : -1
}

/** Later than the reference before earlier, settled before fresh, then by the stage: the earliest of those before it, the latest of those after it. */
function worth(photo: Photo, reference: Photo): number {
  const place = placeOf(photo)
  if (place < placeOf(reference)) return -place
  return 100 + place + (photo.stage && !isFresh(photo.stage) ? 100 : 0)
}
