import type { Alignment } from '../../../shared/domain/alignment.ts'
import type { Size } from '../../../shared/domain/geometry/viewport.ts'
import type { ColourCorrection } from '../../../shared/domain/light/colour-correction.ts'
import { type Photo, shownSize } from '../../../shared/domain/photo.ts'
import type { ShownComparison } from '../../viewer/shown-comparison.ts'

/** A photo of an export and the frame that it is seen in. */
export interface PaneSource {
  readonly photo: Photo
  /** Null: the photo is the reference of its angle, or it isn't aligned and is seen in its own frame. */
  readonly alignment: Alignment | null
  readonly isReference: boolean
  readonly isRigid: boolean
  readonly frame: Size
  readonly correction?: ColourCorrection | undefined
}

/** A photo that others are seen in the frame of. */
export function referenceSource(photo: Photo, correction?: ColourCorrection): PaneSource {
  return { photo, alignment: null, isReference: true, isRigid: false, frame: shownSize(photo), correction }
}

/** A photo in its reference's frame; where the two aren't aligned, in its own. */
export function movingSource(
  photo: Photo,
  reference: Photo,
  alignment: Alignment | null,
  about: Pick<PaneSource, 'isRigid' | 'correction'> = { isRigid: false },
): PaneSource {
  const aligned = alignment?.transform ? alignment : null
  return { photo, alignment: aligned, isReference: false, frame: shownSize(aligned ? reference : photo), ...about }
}

/** The two photos of a comparison as the screen shows them. */
export function sourcesOfPair({ reference, moving, alignment, isRigid, light }: ShownComparison): PaneSource[] {
  return [
    referenceSource(reference, light?.reference),
    movingSource(moving, reference, alignment, { isRigid, correction: light?.moving }),
  ]
}
