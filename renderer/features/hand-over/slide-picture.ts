import { alignedAddress, photoAddress } from '../../../shared/addresses.ts'
import type { PresentSlide } from '../../../shared/domain/present-scene.ts'

/** Address of a photo as it is printed for a client: in its reference's frame where it is well aligned. */
export function slidePicture(slide: PresentSlide): string {
  return slide.alignmentId === null ? photoAddress(slide, 'work') : alignedAddress(slide.alignmentId, 'aligned')
}
