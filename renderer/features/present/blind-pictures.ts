import { alignedAddress, photoAddress } from '../../../shared/addresses.ts'
import { type Alignment, pairKeyOf } from '../../../shared/domain/alignment.ts'
import { type Viewport, wholePicture } from '../../../shared/domain/geometry/viewport.ts'
import { type Photo, shownHead, shownSize } from '../../../shared/domain/photo.ts'
import { algorithmVersion } from '../../../shared/domain/registration/algorithm-version.ts'
import type { Picture } from '../../viewer/picture.ts'

/** Two photos as they are shown blindly: in the reference's frame where both can be drawn in it, else each in its own. */
export interface BlindPictures {
  readonly a: Picture
  readonly b: Picture
  readonly isAligned: boolean
}

/** The pictures of a round. */
export function blindPicturesOf(
  { a, b }: { readonly a: Photo; readonly b: Photo },
  reference: Photo,
  alignments: readonly Alignment[],
): BlindPictures {
  const [first, second] = [a, b].map((photo) => inFrameOf(reference, photo, alignments))
  if (first && second) return { a: first, b: second, isAligned: true }
  return { a: own(a), b: own(b), isAligned: false }
}

/** What of the frame is shown first: the head and nothing of the edges, which would tell which photo was fitted to the other. */
export function blindViewport(reference: Photo): Viewport {
  const head = shownHead(reference)
  if (!head) return wholePicture
  const { widthPx, heightPx } = shownSize(reference)
  const angle = (head.angleDegrees * Math.PI) / 180
  const halfWidth = Math.hypot(head.radiusX * Math.cos(angle), head.radiusY * Math.sin(angle))
  const halfHeight = Math.hypot(head.radiusX * Math.sin(angle), head.radiusY * Math.cos(angle))
  const zoom = Math.max(Math.min(widthPx / (2 * halfWidth), heightPx / (2 * halfHeight)), 1)
  const reach = 0.5 * (1 - 1 / zoom)
  const inside = (value: number) => Math.min(Math.max(value, 0.5 - reach), 0.5 + reach)
  return {
    zoom,
    centreX: inside((head.centreX + 0.5) / widthPx),
    centreY: inside((head.centreY + 0.5) / heightPx),
  }
}

function inFrameOf(reference: Photo, photo: Photo, alignments: readonly Alignment[]): Picture | undefined {
  if (photo.photoId === reference.photoId) return own(reference)
  const pairKey = pairKeyOf(reference, photo)
  const alignment = alignments.find(
    (each) => each.pairKey === pairKey && each.transform && each.algorithmVersion === algorithmVersion,
  )
  return (
    alignment && {
      frame: shownSize(reference),
      workAddress: alignedAddress(alignment.alignmentId, 'aligned'),
      fullAddress: alignedAddress(alignment.alignmentId, 'aligned-full'),
    }
  )
}

function own(photo: Photo): Picture {
  return { frame: shownSize(photo), workAddress: photoAddress(photo, 'work'), fullAddress: photoAddress(photo, 'full') }
}
