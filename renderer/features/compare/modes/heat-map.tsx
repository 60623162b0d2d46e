import { useMemo } from 'react'
import { useComparisonView } from '../comparison-view.ts'
import { ChangeView, changeLabel } from './change-view.tsx'
import type { ModeViewProps } from './mode-view.tsx'
import { useToleranceCommands } from './tolerance-commands.ts'

/** Where the compared photo is darker or lighter than the reference, averaged over so much skin that single dots don't matter. */
export function HeatMap(props: ModeViewProps) {
  const { heatTolerance, heatOpacity } = useComparisonView(({ settings }) => settings)
  const look = useMemo(
    () => ({ kind: 'heat-map' as const, tolerance: heatTolerance, opacity: heatOpacity }),
    [heatTolerance, heatOpacity],
  )
  useToleranceCommands('heat-map')
  return <ChangeView {...props} look={look} label={changeLabel('heat-map', props)} />
}
