import { Columns2, Eye, Flame, Layers2, type LucideIcon, SquareSplitHorizontal, SquaresSubtract } from 'lucide-react'
import type { ComponentType } from 'react'
import { t } from '../../../../shared/words/translate.ts'
import type { ComparisonMode } from '../../../viewer/shown-comparison.ts'
import { Blink } from './blink.tsx'
import { Difference } from './difference.tsx'
import { HeatMap } from './heat-map.tsx'
import type { ModeViewProps } from './mode-view.tsx'
import { Overlay } from './overlay.tsx'
import { SideBySide } from './side-by-side.tsx'
import { Slider } from './slider.tsx'

/** A way of showing two photos together. */
export interface ModeEntry {
  readonly mode: ComparisonMode
  readonly name: () => string
  readonly icon: LucideIcon
  /** Photos that aren't aligned can be shown in it too. */
  readonly needsNoAlignment?: boolean
  readonly View: ComponentType<ModeViewProps>
}

/** The modes, in the order of their keys 1, 2, 3 … */
export const modeTable: readonly ModeEntry[] = [
  {
    mode: 'side-by-side',
    name: () => t('Side by side'),
    icon: Columns2,
    needsNoAlignment: true,
    View: SideBySide,
  },
  { mode: 'slider', name: () => t('Slider'), icon: SquareSplitHorizontal, View: Slider },
  { mode: 'overlay', name: () => t('Overlay'), icon: Layers2, View: Overlay },
  { mode: 'blink', name: () => t('Blink'), icon: Eye, View: Blink },
  { mode: 'difference', name: () => t('Difference'), icon: SquaresSubtract, View: Difference },
  { mode: 'heat-map', name: () => t('Heat map'), icon: Flame, View: HeatMap },
]

/** The entry of a mode. */
export function modeEntry(mode: ComparisonMode): ModeEntry {
  return modeNamed(mode)
}

/** The entry of a mode by a name that was saved; side by side for a name that no mode has. */
export function modeNamed(name: string): ModeEntry {
  return modeTable.find(({ mode }) => mode === name) ?? modeTable[0]!
}
