import { create } from 'zustand'
import { type Viewport, wholePicture } from '../../../shared/domain/geometry/viewport.ts'
import type { ComparisonMode } from '../../viewer/shown-comparison.ts'

interface ComparisonView {
  readonly mode: ComparisonMode
  readonly viewport: Viewport
  /** Overlay: opacity of the moving photo, 0 to 1. */
  readonly opacity: number
  /** Slider: share of the pane's width that shows the reference photo, 0 to 1. */
  readonly split: number
  /** What is being looked at, a treatment's angle: the place is kept as long as it stays the same. */
  readonly subject: string | null
  readonly setMode: (mode: ComparisonMode) => void
  readonly setViewport: (viewport: Viewport) => void
  readonly setOpacity: (opacity: number) => void
  readonly setSplit: (split: number) => void
  readonly lookAt: (subject: string) => void
}

/** How the comparison is looked at. It outlives the screen, so that the place is found again after adjusting landmarks. */
export const useComparisonView = create<ComparisonView>()((set) => ({
  mode: 'side-by-side',
  viewport: wholePicture,
  opacity: 0.5,
  split: 0.5,
  subject: null,
  setMode: (mode) => set({ mode }),
  setViewport: (viewport) => set({ viewport }),
  setOpacity: (opacity) => set({ opacity: Math.min(Math.max(opacity, 0), 1) }),
  setSplit: (split) => set({ split }),
  lookAt: (subject) =>
    set((view) => (view.subject === subject ? view : { subject, viewport: wholePicture, opacity: 0.5, split: 0.5 })),
}))
