import type { Size } from '../geometry/viewport.ts'
import { type HeadEllipse, headWidthPx } from '../head.ts'

/** Where no head is known it is taken to be as wide as this share of the photo's shorter side. */
const usualHeadShare = 0.7

/** The head's width in a photo (full-size pixels), or a likely one. */
export function likelyHeadWidthPx(head: HeadEllipse | null, frame: Size): number {
  return head ? headWidthPx(head) : usualHeadShare * Math.min(frame.widthPx, frame.heightPx)
}
