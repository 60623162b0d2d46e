import type { Assessment } from '../assessment/assessment.ts'
import type { SkinMap } from '../assessment/skin-map.ts'
import type { DrawingId, PhotoId } from '../ids.ts'
import type { AssessedScale } from './assessment-inputs.ts'

/** What a photo tells of one zone; the dots themselves stay behind. */
export type ZoneFindings = Omit<Assessment, 'dots'>

/** A treated zone's findings. `inReference`, `densityInReference`: its maps of darkness and of density in the frame of the photo that it is looked at with. */
export interface ZoneAssessment {
  readonly zoneId: DrawingId
  readonly findings: ZoneFindings
  readonly inReference: SkinMap | null
  readonly densityInReference: SkinMap | null
}

/** What a photo tells of its treated zones, in the order in which they were drawn; none where none is known. */
export interface PhotoAssessment {
  readonly photoId: PhotoId
  readonly scale: AssessedScale | null
  readonly zones: readonly ZoneAssessment[]
}
