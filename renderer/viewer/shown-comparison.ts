import type { Alignment } from '../../shared/domain/alignment.ts'
import type { Viewport } from '../../shared/domain/geometry/viewport.ts'
import type { Photo } from '../../shared/domain/photo.ts'

/** How two photos are shown together. */
export type ComparisonMode = 'side-by-side' | 'slider' | 'overlay'

/** A comparison as it stands on the screen: what an export draws again from the originals. */
export interface ShownComparison {
  readonly reference: Photo
  readonly moving: Photo
  /** Null when the pair isn't aligned: then each photo is shown in its own frame. */
  readonly alignment: Alignment | null
  /** Draws the moving photo without the alignment's local part. */
  readonly isRigid: boolean
  readonly mode: ComparisonMode
  readonly viewport: Viewport
  /** Overlay: opacity of the moving photo, 0 to 1. */
  readonly opacity: number
  /** Slider: the place of the split as a fraction of the reference's width; left of it stands the reference photo. May lie outside 0 to 1. */
  readonly sliderPosition: number
}
