import { useMemo } from 'react'
import { useComparisonView } from '../comparison-view.ts'
import { ChangeView, changeLabel } from './change-view.tsx'
import type { ModeViewProps } from './mode-view.tsx'
import { useToleranceCommands } from './tolerance-commands.ts'

/** How much the photos differ in lightness, whichever is the lighter one. */
export function Difference(props: ModeViewProps) {
  const tolerance = useComparisonView(({ settings }) => settings.differenceTolerance)
  const look = useMemo(() => ({ kind: 'difference' as const, tolerance }), [tolerance])
  useToleranceCommands('difference')
  return <ChangeView {...props} look={look} label={changeLabel('difference', props)} />
}
