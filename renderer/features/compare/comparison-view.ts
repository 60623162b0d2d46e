import { create } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { type Viewport, wholePicture } from '../../../shared/domain/geometry/viewport.ts'
import type { ComparisonMode } from '../../viewer/shown-comparison.ts'
import { firstSettings, type ModeSettings } from './modes/mode-settings.ts'

interface ComparisonView {
  readonly mode: ComparisonMode
  /** To which mode blinking goes back. */
  readonly modeBefore: ComparisonMode
  readonly viewport: Viewport
  /** Overlay: opacity of the moving photo, 0 to 1. */
  readonly opacity: number
  /** Slider: share of the pane's width, or height, that shows the reference photo, 0 to 1. */
  readonly split: number
  /** What is being looked at, a treatment's angle: the place is kept as long as it stays the same, and found again when one comes back. */
  readonly subject: string | null
  /** Draws the moving photo by the similarity alone. */
  readonly isRigid: boolean
  /** Lays the local part of the alignment over the photos as a bent grid. */
  readonly isBendingShown: boolean
  /** Shows both photos with their light matched; false: as shot. */
  readonly isLightMatched: boolean
  /** The same where the change between them is shown: there it is wanted unless told, since other light looks like a change of the skin. */
  readonly isChangeLightMatched: boolean
  /** While it is held: the other photo is shown at the same place. */
  readonly isOtherShown: boolean
  /** What the modes are set to. */
  readonly settings: ModeSettings
  readonly setMode: (mode: ComparisonMode) => void
  readonly setViewport: (viewport: Viewport) => void
  readonly setOpacity: (opacity: number) => void
  readonly setSplit: (split: number) => void
  readonly setSettings: (settings: Partial<ModeSettings>) => void
  readonly showOther: (isShown: boolean) => void
  readonly toggleBlink: () => void
  readonly toggleRigid: () => void
  readonly toggleBending: () => void
  readonly toggleLight: () => void
  readonly lookAt: (subject: string) => void
}

/** Whether the light is wished matched in the present mode. */
export function wantsMatchedLight(
  view: Pick<ComparisonView, 'mode' | 'isLightMatched' | 'isChangeLightMatched'>,
): boolean {
  return showsChange(view.mode) ? view.isChangeLightMatched : view.isLightMatched
}

function showsChange(mode: ComparisonMode): boolean {
  return mode === 'difference' || mode === 'heat-map'
}

/** All of it but what moves under the hand: whoever doesn't draw the photos themselves isn't rendered with every frame of a drag. */
export function useStillView(): Omit<ComparisonView, 'viewport' | 'opacity' | 'split'> {
  return useComparisonView(useShallow(({ viewport: _, opacity: __, split: ___, ...still }) => still))
}

/** Where a subject was looked at when it was left. */
type Place = Pick<ComparisonView, 'viewport' | 'opacity' | 'split'>

/** How a subject is looked at that wasn't seen before. */
const firstPlace: Place = { viewport: wholePicture, opacity: 0.5, split: 0.5 }
/** So many subjects' places are remembered: more angles than a treatment has. */
const mostPlaces = 12
const places = new Map<string, Place>()

/** How the comparison is looked at. It outlives the screen, so that the place is found again after adjusting landmarks. */
export const useComparisonView = create<ComparisonView>()((set) => ({
  mode: 'side-by-side',
  modeBefore: 'side-by-side',
  isOtherShown: false,
  settings: firstSettings,
  viewport: wholePicture,
  opacity: 0.5,
  split: 0.5,
  subject: null,
  isRigid: false,
  isBendingShown: false,
  isLightMatched: false,
  isChangeLightMatched: true,
  setMode: (mode) => set((view) => (mode === view.mode ? view : { mode, modeBefore: view.mode })),
  setViewport: (viewport) => set({ viewport }),
  setOpacity: (opacity) => set({ opacity: Math.min(Math.max(opacity, 0), 1) }),
  setSplit: (split) => set({ split }),
  setSettings: (changed) => set(({ settings }) => ({ settings: { ...settings, ...changed } })),
  showOther: (isOtherShown) => set({ isOtherShown }),
  toggleBlink: () =>
    set(({ mode, modeBefore }) => ({ mode: mode === 'blink' ? modeBefore : 'blink', modeBefore: mode })),
  toggleRigid: () => set(({ isRigid }) => ({ isRigid: !isRigid })),
  toggleBending: () => set(({ isBendingShown }) => ({ isBendingShown: !isBendingShown })),
  toggleLight: () =>
    set((view) =>
      showsChange(view.mode)
        ? { isChangeLightMatched: !view.isChangeLightMatched }
        : { isLightMatched: !view.isLightMatched },
    ),
  lookAt: (subject) =>
    set((view) => {
      if (view.subject === subject) return view
      const { viewport, opacity, split } = view
      if (view.subject) remember(view.subject, { viewport, opacity, split })
      return { subject, ...(places.get(subject) ?? firstPlace) }
    }),
}))

function remember(subject: string, place: Place): void {
  places.delete(subject)
  places.set(subject, place)
  const [oldest] = places.keys()
  if (places.size > mostPlaces && oldest !== undefined) places.delete(oldest)
}
