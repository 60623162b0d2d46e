import {
  type Framing,
  type PictureView,
  referenceViewOf,
  shareOfWidth,
} from '../../../shared/domain/geometry/reference-view.ts'
import { fitScaleOf, type Size } from '../../../shared/domain/geometry/viewport.ts'
import { type Photo, shownSize } from '../../../shared/domain/photo.ts'
import type { ShownComparison } from '../../viewer/shown-comparison.ts'

/** The shapes that can be exported, in pixels. */
export const exportShapes = {
  '4:5': { widthPx: 1080, heightPx: 1350 },
  '1:1': { widthPx: 1080, heightPx: 1080 },
} as const satisfies Record<string, Size>
export type ExportShape = keyof typeof exportShapes

/** How the two photos of a side-by-side comparison stand in the picture. */
export type Arrangement = 'beside' | 'above'

/** A rectangle of the exported picture in its pixels. */
export interface Rectangle extends Size {
  readonly left: number
  readonly top: number
}

/** One photo of the exported picture: where it stands, and which part of its frame is seen there. */
export interface ExportPane {
  readonly photo: Photo
  readonly place: Rectangle
  readonly view: PictureView
  /** The part of the place that the photo covers. */
  readonly covered: Rectangle
}

/** Everything about an exported picture that doesn't depend on pixels. */
export interface ExportLayout {
  readonly size: Size
  readonly reference: ExportPane
  readonly moving: ExportPane
  /** Slider: share of the width that shows the reference photo. */
  readonly split: number
}

/** Width of the neutral line between two photos. */
const gapPx = 4

/** Lays a comparison out: the same place as on the screen, at the same zoom relative to the whole photo. */
export function layoutOf(
  comparison: ShownComparison,
  shape: ExportShape,
  arrangement: Arrangement,
  framing: Framing,
): ExportLayout {
  const size = exportShapes[shape]
  const [first, second] =
    comparison.mode === 'side-by-side' ? halvesOf(size, arrangement) : [wholeOf(size), wholeOf(size)]
  const pane = (photo: Photo, frame: Size, place: Rectangle): ExportPane => {
    const { widthPx, heightPx } = place
    const view = referenceViewOf(comparison.viewport, { widthPx, heightPx }, frame, framing)
    return { photo, place, view, covered: coveredPart(place, view, frame) }
  }
  const frame = shownSize(comparison.reference)
  const reference = pane(comparison.reference, frame, first)
  return {
    size,
    reference,
    moving: pane(comparison.moving, comparison.alignment ? frame : shownSize(comparison.moving), second),
    split: shareOfWidth(reference.view, frame, comparison.sliderPosition),
  }
}

/** The arrangement in which the whole photos are seen larger. */
export function largerArrangement(frame: Size, shape: ExportShape): Arrangement {
  const scaleIn = (arrangement: Arrangement) => fitScaleOf(halvesOf(exportShapes[shape], arrangement)[0], frame)
  return scaleIn('above') > scaleIn('beside') ? 'above' : 'beside'
}

function wholeOf(size: Size): Rectangle {
  return { ...size, left: 0, top: 0 }
}

function halvesOf({ widthPx, heightPx }: Size, arrangement: Arrangement): [Rectangle, Rectangle] {
  if (arrangement === 'beside') {
    const half = (widthPx - gapPx) / 2
    return [
      { left: 0, top: 0, widthPx: half, heightPx },
      { left: half + gapPx, top: 0, widthPx: half, heightPx },
    ]
  }
  const half = (heightPx - gapPx) / 2
  return [
    { left: 0, top: 0, widthPx, heightPx: half },
    { left: 0, top: half + gapPx, widthPx, heightPx: half },
  ]
}

function coveredPart(place: Rectangle, { centreX, centreY, scale, widthPx, heightPx }: PictureView, frame: Size) {
  const left = Math.max((-0.5 - centreX) * scale + widthPx / 2, 0)
  const top = Math.max((-0.5 - centreY) * scale + heightPx / 2, 0)
  const right = Math.min((frame.widthPx - 0.5 - centreX) * scale + widthPx / 2, widthPx)
  const bottom = Math.min((frame.heightPx - 0.5 - centreY) * scale + heightPx / 2, heightPx)
  return { left: place.left + left, top: place.top + top, widthPx: right - left, heightPx: bottom - top }
}
