import type { ExportContent } from '../../../shared/domain/export-kind.ts'
import { type SplitDirection, splitInView } from '../../../shared/domain/geometry/split.ts'
import type { ComparisonMode, ShownComparison } from '../../viewer/shown-comparison.ts'
import type { ExportLayout } from './export-layout.ts'

/** How the photos of a picture are shown at a moment. */
export type Scene =
  | { readonly kind: 'beside' }
  /** The reference before the split, which is a share of the picture's width or height; the moving photo beyond it. */
  | { readonly kind: 'split'; readonly at: number; readonly direction: SplitDirection }
  | { readonly kind: 'overlay'; readonly opacity: number }
  /** One photo alone, over which the next one comes: `fade` 0 to 1. */
  | { readonly kind: 'one'; readonly index: number; readonly fade: number }
  /** The change between both. */
  | { readonly kind: 'change' }

/** How a mode stands in a picture: photos that blink on the screen stand beside each other, for a picture stands still. */
export function exportedMode(mode: ComparisonMode): Exclude<ComparisonMode, 'blink'> {
  return mode === 'blink' ? 'side-by-side' : mode
}

/** Whether the photos of a still picture stand beside each other. */
export function standBeside(content: ExportContent, mode: ComparisonMode): boolean {
  return content !== 'pair' || exportedMode(mode) === 'side-by-side'
}

/** The scene of a still picture of a pair: what the screen shows. */
export function sceneOf(comparison: ShownComparison, { panes, quarterTurns }: ExportLayout): Scene {
  switch (exportedMode(comparison.mode)) {
    case 'side-by-side':
      return { kind: 'beside' }
    case 'overlay':
      return { kind: 'overlay', opacity: comparison.opacity }
    case 'slider': {
      const direction = comparison.sliderDirection ?? 'beside'
      const { view, source } = panes[0]!
      return {
        kind: 'split',
        at: splitInView(view, source.frame, comparison.sliderPosition, direction, quarterTurns),
        direction,
      }
    }
    case 'difference':
    case 'heat-map':
      return { kind: 'change' }
  }
}
