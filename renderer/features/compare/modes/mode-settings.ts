import type { SplitDirection } from '../../../../shared/domain/geometry/split.ts'
import type { ChangeLook } from '../../../viewer/change/change-request.ts'
import type { ComparisonMode } from '../../../viewer/shown-comparison.ts'

/** What the modes are set to. Tolerances are steps of lightness (0 black, 100 white). */
export interface ModeSettings {
  readonly splitDirection: SplitDirection
  /** How often the picture changes in a second. */
  readonly changesPerSecond: number
  readonly differenceTolerance: number
  readonly heatTolerance: number
  /** 0 to 1. */
  readonly heatOpacity: number
}

/** The more a change is averaged, the less of it is chance: the heat map's tolerance is smaller. */
export const firstSettings: ModeSettings = {
  splitDirection: 'beside',
  changesPerSecond: 1,
  differenceTolerance: 4,
  heatTolerance: 2,
  heatOpacity: 0.85,
}

/** The largest tolerances that can be set. */
export const mostTolerance = { difference: 20, 'heat-map': 10 } as const

/** How a mode paints the change between two photos; undefined for a mode that doesn't. */
export function shownLook(mode: ComparisonMode, settings: ModeSettings): ChangeLook | undefined {
  if (mode === 'difference') return { kind: 'difference', tolerance: settings.differenceTolerance }
  if (mode === 'heat-map') return { kind: 'heat-map', tolerance: settings.heatTolerance, opacity: settings.heatOpacity }
  return undefined
}
