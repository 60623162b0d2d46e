import type { Alignment } from '../../shared/domain/alignment.ts'
import type { SplitDirection } from '../../shared/domain/geometry/split.ts'
import type { Viewport } from '../../shared/domain/geometry/viewport.ts'
import type { ColourCorrection } from '../../shared/domain/light/colour-correction.ts'
import type { MatchedLight } from '../../shared/domain/light/match-light.ts'
import type { Photo } from '../../shared/domain/photo.ts'
import type { ChangeLook } from './change/change-request.ts'
import type { PaintedDrawing } from './drawings/paint-drawing.ts'

/** How two photos are shown together. */
export type ComparisonMode = 'side-by-side' | 'slider' | 'overlay' | 'blink' | 'difference' | 'heat-map'

/** How a change between two photos is shown. */
export interface ShownChange {
  readonly look: ChangeLook
  readonly corrections: {
    readonly reference?: ColourCorrection | undefined
    readonly moving?: ColourCorrection | undefined
  }
}

/** What is drawn and shown over each of the two photos, in the frame in which the photo is shown. */
export interface ShownDrawings {
  readonly reference: readonly PaintedDrawing[]
  readonly moving: readonly PaintedDrawing[]
}

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
  /** Slider: the place of the split as a fraction of the side of the reference that it runs along; before it stands the reference photo. May lie outside 0 to 1. */
  readonly sliderPosition: number
  /** What the photos' light is corrected by; without it both are as shot. */
  readonly light?: MatchedLight
  /** Absent: nothing is drawn, or nothing of it is shown. */
  readonly drawings?: ShownDrawings
  /** Slider: absent where the photos stand beside each other. */
  readonly sliderDirection?: SplitDirection
  /** Difference and heat map: how the change is painted, and what brings the photos' light together. */
  readonly change?: ShownChange
  /** How many photos stand side by side; the reference and the moving photo are two of them. */
  readonly sideBySideCount: number
}
