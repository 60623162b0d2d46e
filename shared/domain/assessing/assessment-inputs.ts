import { pairKeyOf } from '../alignment.ts'
import type { MapFrame } from '../assessment/skin-map.ts'
import { pixelsPerMmOfHead, type ScaleSource } from '../assessment/work-scale.ts'
import { carriedScale } from '../carried-scale.ts'
import { daysSinceSession } from '../comparison-caption.ts'
import { toReference } from '../geometry/compose-transforms.ts'
import type { Point } from '../geometry/points.ts'
import type { Transform } from '../geometry/transform.ts'
import type { HeadEllipse } from '../head.ts'
import type { AlignmentId, PhotoId } from '../ids.ts'
import { type Photo, shownHead } from '../photo.ts'
import { type DrawnTreatment, type PhotoZone, zonesOfPhoto } from './photo-zones.ts'

/** A photo's scale as it is assessed, and whether it was set on another photo. */
export interface AssessedScale {
  readonly pixelsPerMm: number
  readonly source: ScaleSource
  readonly isCarried: boolean
}

/** Everything that a photo's assessment depends on. Coordinates are its upright full-size pixels as it is shown. */
export interface AssessmentInputs {
  readonly photoId: PhotoId
  readonly quarterTurns: number
  readonly zones: readonly PhotoZone[]
  /** Null: not known yet. A close-up has none. */
  readonly head: HeadEllipse | null
  readonly isCloseUp: boolean
  /** Null: only the head's width can tell it, if anything can. */
  readonly scale: AssessedScale | null
  readonly daysSinceSession: number | null
  /** A photo of the same skin before any pigment, and the alignment with it: it shows whether this skin is red. Null where none is aligned. */
  readonly untreated: { readonly photoId: PhotoId; readonly alignmentId: AlignmentId } | null
  /** In whose frame the maps are drawn too, and by which alignment; null: in the photo's own alone. */
  readonly drawnIn: { readonly alignmentId: AlignmentId; readonly transform: Transform } | null
}

/** A map in the reference's frame has so many values along its longer side. */
const mapSide = 180

/** What a photo's assessment depends on, from what is known of its treatment. `reference`: in whose frame it is looked at. */
export function assessmentInputsOf(photo: Photo, reference: Photo | null, treatment: DrawnTreatment): AssessmentInputs {
  const { photos, alignments } = treatment
  const isCloseUp = photo.angle === 'hairline'
  const scale = carriedScale(photo, photos, alignments)
  const ofPair =
    reference && reference.photoId !== photo.photoId
      ? alignments.find(({ pairKey }) => pairKey === pairKeyOf(reference, photo))
      : undefined
  return {
    photoId: photo.photoId,
    quarterTurns: photo.quarterTurns,
    zones: zonesOfPhoto(photo, treatment),
    head: isCloseUp ? null : shownHead(photo),
    isCloseUp,
    scale: scale
      ? {
          pixelsPerMm: 1 / scale.mmPerPixel,
          source: scale.scale.by === 'length' ? 'known-length' : 'known-thing',
          isCarried: scale.of.photoId !== photo.photoId,
        }
      : null,
    daysSinceSession: daysSinceSession(photo, photos) ?? null,
    untreated:
      reference && ofPair?.transform && isUntreated(reference)
        ? { photoId: reference.photoId, alignmentId: ofPair.alignmentId }
        : null,
    drawnIn: ofPair?.transform ? { alignmentId: ofPair.alignmentId, transform: ofPair.transform } : null,
  }
}

function isUntreated({ stage }: Photo): boolean {
  return stage === 'before' || stage === 'post-cut'
}

/** The scale that a photo is assessed with: the known one, else the estimate from its head; null where there is neither. */
export function scaleToAssess(scale: AssessedScale | null, head: HeadEllipse | null): AssessedScale | null {
  if (scale) return scale
  return head && { pixelsPerMm: pixelsPerMmOfHead(head), source: 'head-width', isCarried: false }
}

/** Names the inputs: the same text for the same inputs. */
export function inputsKeyOf({ drawnIn, zones, ...inputs }: AssessmentInputs): string {
  const named = zones.map(({ zoneId, zones: outlines }) => ({ zoneId, outlines }))
  return JSON.stringify([inputs, named, drawnIn?.alignmentId ?? null])
}

/** The grid of the reference's frame in which a zone's maps are drawn: around the zone. */
export function mapFrameAround(zone: PhotoZone, transform: Transform): MapFrame {
  const outlines = [...zone.zones.treated, ...zone.zones.blend]
  const points = outlines.flat().map((point): Point => toReference(transform, point))
  const [left, right] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))]
  const [top, bottom] = [Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))]
  const step = Math.max(right - left, bottom - top) / mapSide
  return {
    columns: Math.ceil((right - left) / step) + 1,
    rows: Math.ceil((bottom - top) / step) + 1,
    originX: left,
    originY: top,
    stepX: step,
    stepY: step,
  }
}
