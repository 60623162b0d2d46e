import type { Alignment } from './alignment.ts'
import { carriersInto } from './carry-drawing.ts'
import { shownScale } from './drawing-on-photo.ts'
import type { Photo } from './photo.ts'
import { mmPerPixel, type PhotoScale } from './scale.ts'

/** How large things are in a photo, and the photo whose scale tells it. */
export interface CarriedScale {
  readonly mmPerPixel: number
  readonly scale: PhotoScale
  readonly of: Photo
}

/** A photo's own scale, else that of a photo that is aligned with it, carried over; undefined where nobody set one. */
export function carriedScale(
  photo: Photo,
  photos: readonly Photo[],
  alignments: readonly Alignment[],
): CarriedScale | undefined {
  if (photo.scale) return { mmPerPixel: mmPerPixel(shownScale(photo.scale, photo)), scale: photo.scale, of: photo }
  const scaled = photos.filter(({ scale }) => scale)
  if (scaled.length === 0) return undefined
  const carriers = carriersInto(photo, photos, alignments)
  for (const other of scaled) {
    const carry = carriers.get(other.photoId)
    if (!carry || !other.scale) continue
    const { from, to, lengthMm } = shownScale(other.scale, other)
    return { mmPerPixel: mmPerPixel({ from: carry(from), to: carry(to), lengthMm }), scale: other.scale, of: other }
  }
  return undefined
}
