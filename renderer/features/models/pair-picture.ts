import { alignedAddress, photoAddress } from '../../../shared/addresses.ts'
import type { PresentSlide } from '../../../shared/domain/present-scene.ts'
import type { ShowcasePair } from '../../../shared/domain/showcase.ts'
import type { Picture } from '../../viewer/picture.ts'

/** One side of a pair in the pair's frame. */
export function pictureOfSide({ frame }: ShowcasePair, slide: PresentSlide): Picture {
  const { alignmentId } = slide
  return {
    frame,
    workAddress: alignmentId === null ? photoAddress(slide, 'work') : alignedAddress(alignmentId, 'aligned'),
    fullAddress: alignmentId === null ? photoAddress(slide, 'full') : alignedAddress(alignmentId, 'aligned-full'),
  }
}
