import { type HeadEllipse, headWidthPx, scaledHead } from '../head.ts'
import { ellipseExtent } from '../registration/ellipse-mask.ts'
import { cutHeadFrame } from '../registration/head-frame.ts'
import { lumaOfRgb } from '../registration/plane.ts'
import { measureEdgeWidth } from './edge-width.ts'
import type { PhotoMeasurements } from './photo-measurements.ts'
import { measureSkinLight, type RgbPicture } from './skin-light.ts'

/** Sharpness is compared with every head this wide: sharper than this isn't told apart. */
const commonHeadWidthPx = 240

/** A photo as it was decoded to be measured, maybe reduced, and the full size that it stands for. */
export interface MeasuredPicture extends RgbPicture {
  readonly fullWidthPx: number
  readonly fullHeightPx: number
}

/** Measures light, sharpness and room of a photo's head; `head` in full-size pixels. */
export function measureHead(picture: MeasuredPicture, head: HeadEllipse): PhotoMeasurements {
  const { widthPx, heightPx, fullWidthPx, fullHeightPx } = picture
  const skin = measureSkinLight(picture, scaledHead(head, widthPx / fullWidthPx))
  const luma = lumaOfRgb(picture.data, widthPx, heightPx)
  const frame = cutHeadFrame({ luma, fullWidthPx, fullHeightPx }, head, commonHeadWidthPx)
  const extent = ellipseExtent(head)
  const percent = (lengthPx: number) => (100 * lengthPx) / headWidthPx(head)
  return {
    skinLuminance: skin?.luminance ?? null,
    skinRedToBlue: skin?.redToBlue ?? null,
    edgeWidthPercent: measureEdgeWidth(frame) ?? null,
    headRoomPercent: {
      above: percent(head.centreY - extent.y + 0.5),
      left: percent(head.centreX - extent.x + 0.5),
      right: percent(fullWidthPx - 0.5 - head.centreX - extent.x),
    },
  }
}
