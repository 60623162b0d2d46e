import { create } from 'zustand'
import type { PresentMode } from '../../../shared/domain/present-scene.ts'

/** How pairs are shown, one after another. */
export const usePortfolioMode = create<{
  readonly mode: PresentMode
  readonly setMode: (mode: PresentMode) => void
}>()((set) => ({ mode: 'side-by-side', setMode: (mode) => set({ mode }) }))
