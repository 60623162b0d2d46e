import { composeSimilarities } from '../geometry/similarity.ts'
import type { Similarity } from '../geometry/transform.ts'
import type { HeadEllipse } from '../head.ts'
import { headWidthPx } from '../head.ts'
import { ellipseExtent } from './ellipse-mask.ts'
import { cropAndScale, type Plane } from './plane.ts'

/**
 * A photo cut around the head and scaled so that the head has a given width; `toPhoto` maps the frame's pixels to upright full-size pixels. `person`, where it
 * is known, says how much each pixel belongs to the person (0–1).
 */
export interface HeadFrame {
  readonly plane: Plane
  readonly person?: Plane
  readonly ellipse: HeadEllipse
  readonly headWidthPx: number
  readonly toPhoto: Similarity
}

const marginShare = 1.3

/**
 * A photo as it was decoded for registration: upright luma, maybe reduced, how much each place belongs to the person (0–1, at any size) where that is known,
 * and the full size that both stand for.
 */
export interface LumaPhoto {
  readonly luma: Plane
  readonly person?: Plane
  readonly fullWidthPx: number
  readonly fullHeightPx: number
}

/** Cuts the frame around the head `ellipse` (full-size pixels). What lies beyond the photo repeats its edge. */
export function cutHeadFrame(photo: LumaPhoto, ellipse: HeadEllipse, frameHeadWidthPx: number): HeadFrame {
  // a very long ellipse must not make a huge frame
  const slimmestPx = Math.max(ellipse.radiusX, ellipse.radiusY) / 2
  const scale = frameHeadWidthPx / Math.max(headWidthPx(ellipse), slimmestPx)
  const extent = ellipseExtent(ellipse)
  const widthPx = Math.ceil(2 * extent.x * marginShare * scale)
  const heightPx = Math.ceil(2 * extent.y * marginShare * scale)
  const originX = ellipse.centreX - (widthPx - 1) / 2 / scale
  const originY = ellipse.centreY - (heightPx - 1) / 2 / scale
  const cut = (plane: Plane) => {
    const reductionX = plane.widthPx / photo.fullWidthPx
    const reductionY = plane.heightPx / photo.fullHeightPx
    const window = {
      originX: (originX + 0.5) * reductionX - 0.5,
      originY: (originY + 0.5) * reductionY - 0.5,
      stepX: reductionX / scale,
      stepY: reductionY / scale,
    }
    return cropAndScale(plane, window, widthPx, heightPx)
  }
  return {
    plane: cut(photo.luma),
    ...(photo.person && { person: cut(photo.person) }),
    ellipse: {
      centreX: (widthPx - 1) / 2,
      centreY: (heightPx - 1) / 2,
      radiusX: ellipse.radiusX * scale,
      radiusY: ellipse.radiusY * scale,
      angleDegrees: ellipse.angleDegrees,
    },
    headWidthPx: frameHeadWidthPx,
    toPhoto: { a: 1 / scale, b: 0, tx: originX, ty: originY },
  }
}

/** The frame at another head width. Pixel x of the old frame lies at (x + ½)·factor − ½ of the new one. */
export function resizedFrame(frame: HeadFrame, frameHeadWidthPx: number): HeadFrame {
  const factor = frameHeadWidthPx / frame.headWidthPx
  const shift = (factor - 1) / 2
  const widthPx = Math.max(8, Math.round(frame.plane.widthPx * factor))
  const heightPx = Math.max(8, Math.round(frame.plane.heightPx * factor))
  const origin = (1 / factor - 1) / 2
  const window = { originX: origin, originY: origin, stepX: 1 / factor, stepY: 1 / factor }
  return {
    plane: cropAndScale(frame.plane, window, widthPx, heightPx),
    ...(frame.person && { person: cropAndScale(frame.person, window, widthPx, heightPx) }),
    ellipse: {
      centreX: frame.ellipse.centreX * factor + shift,
      centreY: frame.ellipse.centreY * factor + shift,
      radiusX: frame.ellipse.radiusX * factor,
      radiusY: frame.ellipse.radiusY * factor,
      angleDegrees: frame.ellipse.angleDegrees,
    },
    headWidthPx: frameHeadWidthPx,
    toPhoto: composeSimilarities(frame.toPhoto, { a: 1 / factor, b: 0, tx: origin, ty: origin }),
  }
}
