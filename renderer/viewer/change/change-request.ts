import type { PictureView } from '../../../shared/domain/geometry/reference-view.ts'
import type { Transform } from '../../../shared/domain/geometry/transform.ts'
import type { Size } from '../../../shared/domain/geometry/viewport.ts'
import type { HeadEllipse } from '../../../shared/domain/head.ts'
import type { ColourCorrection } from '../../../shared/domain/light/colour-correction.ts'
import type { ErrorCode } from '../../../shared/errors.ts'

/** How a change is painted. Tolerances are steps of lightness, `opacity` is 0 to 1. */
export type ChangeLook =
  | { readonly kind: 'difference'; readonly tolerance: number }
  | { readonly kind: 'heat-map'; readonly tolerance: number; readonly opacity: number }

/** One of the two pictures, already in the reference's frame: its address or its file. */
export interface ChangeSource {
  readonly file: string | Blob
  /** Names its pixels: as long as it is the same, they are not read again. */
  readonly key: string
  readonly correction?: ColourCorrection | undefined
}

/** Everything that a picture of the change between two photos is painted from. It can be sent to a worker. */
export interface ChangeRequest {
  readonly reference: ChangeSource
  readonly moving: ChangeSource
  /** Full sizes of the two photos, and how the moving one lies in the reference's frame. */
  readonly frame: Size
  readonly movingSize: Size
  readonly transform: Transform
  /** What both pictures show of the frame; null: all of it. */
  readonly view: PictureView | null
  /** Width of the head in full-size pixels of the reference. */
  readonly headWidthPx: number
  /** The head in the reference, full-size pixels: only its change is coloured. Null where none is known, as in a close-up: all of it is. */
  readonly head: HeadEllipse | null
  readonly look: ChangeLook
}

/** What is asked of the worker, one after the other. */
export interface ChangeOrder {
  readonly id: number
  readonly request: ChangeRequest
}

/** What the worker answers. Progress is 0 to 1. */
export type ChangeReply =
  | { readonly kind: 'progress'; readonly id: number; readonly fraction: number }
  | { readonly kind: 'done'; readonly id: number; readonly picture: ImageBitmap }
  | { readonly kind: 'failed'; readonly id: number; readonly code: ErrorCode }
