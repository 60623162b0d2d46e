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
  /** Draws the moving photo by the similarity alone. */
  readonly isRigid: boolean
  /** Lays the local part of the alignment over the photos as a bent grid. */
  readonly isBendingShown: boolean
  readonly setMode: (mode: ComparisonMode) => void
  readonly setViewport: (viewport: Viewport) => void
  readonly setOpacity: (opacity: number) => void
  readonly setSplit: (split: number) => void
  readonly toggleRigid: () => void
  readonly toggleBending: () => void
  readonly lookAt: (subject: string) => void
}

/** How the comparison is looked at. It outlives the screen, so that the place is found again after adjusting landmarks. */
export const useComparisonView = create<ComparisonView>()((set) => ({
  mode: 'side-by-side',
  viewport: wholePicture,
  opacity: 0.5,
  split: 0.5,
  subject: null,
  isRigid: false,
  isBendingShown: false,
  setMode: (mode) => set({ mode }),
  setViewport: (viewport) => set({ viewport }),
  setOpacity: (opacity) => set({ opacity: Math.min(Math.max(opacity, 0), 1) }),
  setSplit: (split) => set({ split }),
  toggleRigid: () => set(({ isRigid }) => ({ isRigid: !isRigid })),
  toggleBending: () => set(({ isBendingShown }) => ({ isBendingShown: !isBendingShown })),
  lookAt: (subject) =>
    set((view) => (view.subject === subject ? view : { subject, viewport: wholePicture, opacity: 0.5, split: 0.5 })),
}))
