import { type Alignment, pairKeyOf } from './alignment.ts'
import { findReference } from './alignment-plan.ts'
import { type Angle, angleOrder } from './angle.ts'
import { photosToHandOver } from './hand-over.ts'
import type { Photo } from './photo.ts'
import { type PresentSlide, slideOfPhoto } from './present-scene.ts'
import type { ReferenceChoice } from './reference-choice.ts'
import { isFresh } from './stage.ts'

/** What a client is given of one angle: its photos in the order of the treatment, and the two that show most. */
export interface HandedAngle {
  readonly angle: Angle
  readonly slides: readonly PresentSlide[]
  /** Null: there is one photo alone. */
  readonly pair: { readonly before: PresentSlide; readonly after: PresentSlide } | null
}

/**
 * A treatment's photos as a client is given them, angle by angle. Only what is well aligned is drawn in its reference's frame, everything else as it was taken. The pair is the reference and the
 * latest settled photo after it; a fresh one, whose pigment is darker than it will stay, only where there is no other.
 */
export function handedAngles(
  photos: readonly Photo[],
  alignments: readonly Alignment[],
  references: readonly ReferenceChoice[],
): HandedAngle[] {
  const given = photosToHandOver(photos)
  const trusted = new Map(
    alignments.flatMap(({ pairKey, outcome, alignmentId }) => (outcome === 'aligned' ? [[pairKey, alignmentId]] : [])),
  )
  const angles = [...new Set(given.map(({ angle }) => angle))].toSorted((a, b) => angleOrder(a) - angleOrder(b))
  return angles.map((angle) => {
    const series = given.filter((photo) => photo.angle === angle)
    const reference = findReference(series, references)
    const slideOf = (photo: Photo): PresentSlide => ({
      ...slideOfPhoto(photo, photos),
      alignmentId: (reference && trusted.get(pairKeyOf(reference, photo))) ?? null,
    })
    const place = reference ? series.findIndex(({ photoId }) => photoId === reference.photoId) : 0
    const later = series.slice(place + 1)
    const after = later.findLast(({ stage }) => !isFresh(stage)) ?? later.at(-1)
    const pair = after ? { before: slideOf(series[place]!), after: slideOf(after) } : null
    return { angle, slides: series.map(slideOf), pair }
  })
}
