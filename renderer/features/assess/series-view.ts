import { findReference } from '../../../shared/domain/alignment-plan.ts'
import {
  type AssessmentInputs,
  assessmentInputsOf,
  inputsKeyOf,
} from '../../../shared/domain/assessing/assessment-inputs.ts'
import { type Carrier, carriersInto } from '../../../shared/domain/carry-drawing.ts'
import { photosOfSameAngle } from '../../../shared/domain/compared-photos.ts'
import type { Size } from '../../../shared/domain/geometry/viewport.ts'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import { type Photo, shownSize } from '../../../shared/domain/photo.ts'
import { stageOrder } from '../../../shared/domain/stage.ts'
import { type Picture, pictureOfAlignment, pictureOfPhoto } from '../../viewer/picture.ts'
import type { WantedAssessment } from './use-assessments.ts'
import type { TreatmentNow } from './use-treatment.ts'

/** A photo of the series, how it is shown, and what its assessment depends on. */
export interface SeriesPhoto {
  readonly photo: Photo
  readonly inputs: AssessmentInputs
  /** Null: there is nothing to assess, no zone or no pigment yet. */
  readonly wanted: WantedAssessment | null
  /** It has a place in the treatment and pigment is expected in it. */
  readonly hasPigment: boolean
  readonly picture: Picture
  readonly frame: Size
  /** It is drawn in the reference's frame, where all photos show the same place. */
  readonly isInReference: boolean
  /** Where a point of the photo lies in the reference; undefined where no alignment leads there. */
  readonly toReference: Carrier | undefined
  /** Where a point of the reference lies in the photo; undefined likewise. */
  readonly fromReference: Carrier | undefined
}

/** The photos of one angle, and the one in whose frame they are shown. */
export interface SeriesView {
  readonly reference: Photo
  readonly photos: readonly SeriesPhoto[]
}

/** The series to which a photo belongs, in the order of the treatment. */
export function seriesViewOf(photo: Photo, treatment: TreatmentNow): SeriesView {
  const row = photo.angle ? photosOfSameAngle(photo, treatment.photos) : [photo]
  const reference = findReference(row, treatment.references) ?? photo
  const carriers = carriersInto(reference, row, treatment.alignments)
  return { reference, photos: row.map((each) => seriesPhotoOf(each, row, reference, treatment, carriers)) }
}

function seriesPhotoOf(
  photo: Photo,
  row: readonly Photo[],
  reference: Photo,
  treatment: TreatmentNow,
  carriers: ReadonlyMap<PhotoId, Carrier>,
): SeriesPhoto {
  const inputs = assessmentInputsOf(photo, reference, treatment)
  const hasPigment = photo.stage === null || stageOrder(photo.stage) >= stageOrder('session-1')
  const isWanted = hasPigment && inputs.zones.length > 0
  const { drawnIn } = inputs
  const isReference = photo.photoId === reference.photoId
  return {
    photo,
    inputs,
    wanted: isWanted ? { photoId: photo.photoId, key: `${photo.photoId} ${inputsKeyOf(inputs)}` } : null,
    hasPigment,
    picture: drawnIn ? pictureOfAlignment(drawnIn.alignmentId, reference, false) : pictureOfPhoto(photo),
    frame: shownSize(drawnIn ? reference : photo),
    isInReference: isReference || drawnIn !== null,
    toReference: carriers.get(photo.photoId),
    fromReference: isReference
      ? (point) => point
      : carriersInto(photo, row, treatment.alignments).get(reference.photoId),
  }
}
