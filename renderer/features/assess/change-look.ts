import { create } from 'zustand'
import type { PhotoId } from '../../../shared/domain/ids.ts'

/** Whether the change since another stage is shown instead of the map, and since which. */
export interface ChangeLook {
  readonly isShown: boolean
  /** Null: the last one before that was judged. */
  readonly since: PhotoId | null
  readonly toggle: () => void
  readonly setSince: (since: PhotoId) => void
}

/** How change is looked at, as long as the window is open. */
export const useChangeLook = create<ChangeLook>()((set) => ({
  isShown: false,
  since: null,
  toggle: () => set(({ isShown }) => ({ isShown: !isShown })),
  setSince: (since) => set({ since }),
}))
