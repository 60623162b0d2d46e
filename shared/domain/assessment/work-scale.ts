import type { Point } from '../geometry/points.ts'
import { areaOf } from '../geometry/polygon.ts'
import type { HeadEllipse } from '../head.ts'
import { headWidthPx } from '../head.ts'

/** Pictures are assessed at this many pixels a millimetre: dots of 0.3–0.5 mm are 3–5 px wide then (assessment-measurements, step 1: 10 px/mm). */
export const workPixelsPerMm = 10
/** A cell of skin is this many work pixels wide: 0.6 mm. The work picture's sides are whole numbers of cells. */
export const cellPx = 6
/** A cell's area, square to the camera. */
export const cellAreaMm2 = (cellPx / workPixelsPerMm) ** 2
/** Skin around the zones that is looked at too, in millimetres: as far as the widest filter reaches. */
const marginMm = 6
/** No zone of one head is longer (mm): a longer one means a wrong scale. */
const longestZoneMm = 420

/** Mean width of a man's head in millimetres, and how far men lie around it: 154 ± 6 mm (NASA-STD-3000, head breadth). */
const headWidthMm = 154
/** The outline of a head lies deeper than its nearest place, which the scale is for: at half a metre it looks this much smaller (ellipsoid of a head, camera at 480 mm). */
const outlineShrink = 0.85

/** Where a scale comes from: something measured in the photo, a thing of known size, or the head's width, which is an estimate. */
export type ScaleSource = 'known-length' | 'known-thing' | 'head-width'

/** Estimates pixels a millimetre at the head's nearest place from the width of its outline; ± 8 % (one standard deviation of heads and of distances). */
export function pixelsPerMmOfHead(head: HeadEllipse): number {
  return headWidthPx(head) / (headWidthMm * outlineShrink)
}

/** The part of a photo that is assessed, and its pictures' size at the work scale. Photo pixels; whole numbers. */
export interface WorkPart {
  readonly left: number
  readonly top: number
  readonly widthPx: number
  readonly heightPx: number
  readonly workWidthPx: number
  readonly workHeightPx: number
}

/** The part of a photo around polygons (its pixels); `too-small` where nothing of them lies in it, `too-large` where they would be larger than any head. */
export function workPartAround(
  polygons: readonly (readonly Point[])[],
  photo: { readonly widthPx: number; readonly heightPx: number },
  pixelsPerMm: number,
): WorkPart | 'too-small' | 'too-large' {
  const points = polygons.filter((polygon) => areaOf(polygon) > 0).flat()
  if (points.length === 0) return 'too-small'
  const margin = marginMm * pixelsPerMm
  const left = Math.max(0, Math.floor(least(points.map(({ x }) => x)) - margin))
  const top = Math.max(0, Math.floor(least(points.map(({ y }) => y)) - margin))
  const right = Math.min(photo.widthPx, Math.ceil(most(points.map(({ x }) => x)) + margin))
  const bottom = Math.min(photo.heightPx, Math.ceil(most(points.map(({ y }) => y)) + margin))
  const [widthPx, heightPx] = [right - left, bottom - top]
  if (widthPx < margin || heightPx < margin) return 'too-small'
  if (Math.max(widthPx, heightPx) > (longestZoneMm + 2 * marginMm) * pixelsPerMm) return 'too-large'
  const factor = workPixelsPerMm / pixelsPerMm
  return {
    left,
    top,
    widthPx,
    heightPx,
    workWidthPx: cellPx * Math.round((widthPx * factor) / cellPx),
    workHeightPx: cellPx * Math.round((heightPx * factor) / cellPx),
  }
}

/** Work pixels → photo pixels and back; whole numbers are pixel centres in both. */
export interface WorkFrame {
  toPhoto(point: Point): Point
  toWork(point: Point): Point
}

/** The frame of a part. */
export function workFrameOf({ left, top, widthPx, heightPx, workWidthPx, workHeightPx }: WorkPart): WorkFrame {
  const [fx, fy] = [workWidthPx / widthPx, workHeightPx / heightPx]
  return {
    toPhoto: ({ x, y }) => ({ x: left + (x + 0.5) / fx - 0.5, y: top + (y + 0.5) / fy - 0.5 }),
    toWork: ({ x, y }) => ({ x: (x - left + 0.5) * fx - 0.5, y: (y - top + 0.5) * fy - 0.5 }),
  }
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
}

function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
}
