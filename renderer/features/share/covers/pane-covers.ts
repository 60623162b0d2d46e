import {
  type BrushStroke,
  coverBrushed,
  maskOfStrokes,
  measuredAround,
} from '../../../../shared/domain/covers/brush.ts'
import type { FaceCover } from '../../../../shared/domain/covers/cover.ts'
import { coverFace, touchedBy } from '../../../../shared/domain/covers/cover-pixels.ts'
import { type CoverPlace, carriedPlace, inView } from '../../../../shared/domain/covers/cover-place.ts'
import { toReference } from '../../../../shared/domain/geometry/compose-transforms.ts'
import type { Point } from '../../../../shared/domain/geometry/points.ts'
import type { PictureView } from '../../../../shared/domain/geometry/reference-view.ts'
import { rigidPart, toMoving } from '../../../../shared/domain/geometry/transform.ts'
import type { Size } from '../../../../shared/domain/geometry/viewport.ts'
import type { PhotoId } from '../../../../shared/domain/ids.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { PaneSource } from '../pane-sources.ts'

/** What covers one pane; places and strokes in pixels of the frame that it shows. */
export interface PaneCovers {
  readonly view: PictureView
  readonly frame: Size
  readonly face: { readonly place: CoverPlace; readonly cover: FaceCover } | null
  readonly strokes: readonly BrushStroke[]
}

type Source = Pick<PaneSource, 'photo' | 'alignment' | 'isRigid'>

/** The photo in whose frame a pane is seen: what is brushed on one pane of a frame covers all of them. */
export function frameOf({ photo, alignment }: Source): PhotoId {
  return alignment?.transform ? alignment.referenceId : photo.photoId
}

/** How points are carried between a photo and the frame that it is seen in. */
export function carriersOf({ alignment, isRigid }: Source) {
  const transform = alignment?.transform
  if (!transform) return { intoFrame: (point: Point) => point, intoPhoto: (point: Point) => point }
  const shown = isRigid ? rigidPart(transform) : transform
  return {
    intoFrame: (point: Point) => toReference(shown, point),
    intoPhoto: (point: Point): Point => toMoving(shown, { x: point.x, y: point.y }),
  }
}

/** A drawn pane with its covers: a new picture, in which what lies below them is no more. Without covers the pane itself. */
export function coveredPicture(picture: CanvasImageSource, covers: readonly PaneCovers[]): CanvasImageSource {
  const [first] = covers
  if (!first || covers.every(({ face, strokes }) => !face && strokes.length === 0)) return picture
  const { widthPx, heightPx } = first.view
  const context = new OffscreenCanvas(widthPx, heightPx).getContext('2d', { willReadFrequently: true })
  if (!context) throw new AppError('bug')
  context.drawImage(picture, 0, 0)
  for (const pane of covers) {
    if (pane.face) paintFace(context, pane.view, pane.face)
    paintStrokes(context, pane)
  }
  return context.canvas
}

function paintFace(
  context: OffscreenCanvasRenderingContext2D,
  view: PictureView,
  { place, cover }: NonNullable<PaneCovers['face']>,
): void {
  const inPane = carriedPlace(place, (point) => inView(view, point))
  const part = touchedBy(inPane, view)
  if (!part) return
  const pixels = context.getImageData(part.left, part.top, part.widthPx, part.heightPx)
  coverFace({ ...part, data: pixels.data }, inPane, cover)
  context.putImageData(pixels, part.left, part.top)
}

function paintStrokes(context: OffscreenCanvasRenderingContext2D, { view, frame, strokes }: PaneCovers): void {
  const mask = maskOfStrokes(strokes, view)
  if (!mask) return
  const part = measuredAround(mask, view, frame)
  const pixels = context.getImageData(part.left, part.top, part.widthPx, part.heightPx)
  coverBrushed({ ...part, data: pixels.data }, mask, view, frame)
  context.putImageData(pixels, part.left, part.top)
}
