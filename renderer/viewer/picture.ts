import { alignedAddress, photoAddress } from '../../shared/addresses.ts'
import type { Size } from '../../shared/domain/geometry/viewport.ts'
import type { AlignmentId } from '../../shared/domain/ids.ts'
import type { ColourCorrection } from '../../shared/domain/light/colour-correction.ts'
import { type Photo, shownSize } from '../../shared/domain/photo.ts'

/** Longest side of a working copy in pixels. */
const workingSidePx = 2560

/** A picture that can be drawn in a frame: its addresses, and the frame's size at full resolution. */
export interface Picture {
  readonly frame: Size
  readonly workAddress: string
  readonly fullAddress: string
  /** What its pixels are multiplied by when it is drawn; absent: as shot. */
  readonly correction?: ColourCorrection
}

/** A photo in its own frame, upright and turned. */
export function pictureOfPhoto(photo: Photo): Picture {
  return { frame: shownSize(photo), workAddress: photoAddress(photo, 'work'), fullAddress: photoAddress(photo, 'full') }
}

/** The moving photo of an alignment in the reference's frame; `isRigid` leaves the alignment's local part out. */
export function pictureOfAlignment(alignmentId: AlignmentId, reference: Photo, isRigid: boolean): Picture {
  return {
    frame: shownSize(reference),
    workAddress: alignedAddress(alignmentId, isRigid ? 'aligned-rigid' : 'aligned'),
    fullAddress: alignedAddress(alignmentId, isRigid ? 'aligned-rigid-full' : 'aligned-full'),
  }
}

/** The picture with its light corrected; without a correction as shot. */
export function inLight(picture: Picture, correction: ColourCorrection | undefined): Picture {
  return correction ? { ...picture, correction } : picture
}

/** Whether the working copy has fewer pixels than the screen shows of it at this scale (device pixels per frame pixel). */
export function needsFullSize({ frame }: Picture, deviceScale: number): boolean {
  const workScale = Math.min(1, workingSidePx / Math.max(frame.widthPx, frame.heightPx))
  return workScale < 1 && deviceScale > workScale * 1.05
}
