import { create } from 'zustand'

export type ShownMap = 'darkness' | 'density'

/** How the map lies over the photo. */
export interface MapLook {
  readonly isShown: boolean
  /** What is shown: how dark the skin is, or how many dots stand there. */
  readonly shows: ShownMap
  /** 0 to 1. */
  readonly opacity: number
  readonly toggle: () => void
  readonly show: (shows: ShownMap) => void
  readonly setOpacity: (opacity: number) => void
}

/** How the map is looked at, as long as the window is open. */
export const useMapLook = create<MapLook>()((set) => ({
  isShown: true,
  shows: 'darkness',
  opacity: 0.6,
  toggle: () => set(({ isShown }) => ({ isShown: !isShown })),
  show: (shows) => set({ shows, isShown: true }),
  setOpacity: (opacity) => set({ opacity: Math.min(Math.max(opacity, 0.1), 1) }),
}))
