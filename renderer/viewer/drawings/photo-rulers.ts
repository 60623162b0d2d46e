import type { Alignment } from '../../../shared/domain/alignment.ts'
import { carriedScale } from '../../../shared/domain/carried-scale.ts'
import { headWidthPx } from '../../../shared/domain/head.ts'
import { type Photo, shownHead } from '../../../shared/domain/photo.ts'
import type { Ruler } from '../../../shared/domain/scale.ts'

/** A photo's ruler, and the photo whose scale it is; null where there is none. */
export interface PhotoRuler extends Ruler {
  readonly scaleOf: Photo | null
}

/** What lengths in a photo can be told in: its own scale, else that of a photo that is aligned with it, carried over; and its head's width. */
export function rulerOf(photo: Photo, photos: readonly Photo[], alignments: readonly Alignment[]): PhotoRuler {
  const head = shownHead(photo)
  const carried = carriedScale(photo, photos, alignments)
  return {
    mmPerPixel: carried?.mmPerPixel ?? null,
    headWidthPx: head && headWidthPx(head),
    scaleOf: carried?.of ?? null,
  }
}
