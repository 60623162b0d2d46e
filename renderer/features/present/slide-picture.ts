import { alignedAddress, photoAddress } from '../../../shared/addresses.ts'
import { type PresentScene, type PresentSlide, slideOf } from '../../../shared/domain/present-scene.ts'
import { inLight, type Picture } from '../../viewer/picture.ts'

/** The two pictures of a scene, in its light; the shown one in the reference's frame where it is aligned, else in its own. */
export function picturesOf(scene: PresentScene): { reference: Picture; shown: Picture } {
  const { reference, shown } = picturesAsShot(scene)
  return { reference: inLight(reference, scene.light?.reference), shown: inLight(shown, scene.light?.shown) }
}

function picturesAsShot(scene: PresentScene): { reference: Picture; shown: Picture } {
  const reference = ownPicture(slideOf(scene, scene.referenceId))
  const shown = slideOf(scene, scene.shownId)
  const { alignmentId } = shown
  if (alignmentId === null) return { reference, shown: ownPicture(shown) }
  return {
    reference,
    shown: {
      frame: reference.frame,
      workAddress: alignedAddress(alignmentId, scene.isRigid ? 'aligned-rigid' : 'aligned'),
      fullAddress: alignedAddress(alignmentId, scene.isRigid ? 'aligned-rigid-full' : 'aligned-full'),
    },
  }
}

function ownPicture(slide: PresentSlide): Picture {
  const { widthPx, heightPx } = slide
  return {
    frame: { widthPx, heightPx },
    workAddress: photoAddress(slide, 'work'),
    fullAddress: photoAddress(slide, 'full'),
  }
}
