import { t } from '../../../../shared/words/translate.ts'
import { useCommands } from '../../../ui/commands.ts'
import type { ChangeLook } from '../../../viewer/change/change-request.ts'
import { useComparisonView } from '../comparison-view.ts'
import { mostTolerance } from './mode-settings.ts'

/** Sets the tolerance of a picture of change. */
export function setTolerance(kind: ChangeLook['kind'], wanted: number): void {
  const tolerance = Math.min(Math.max(wanted, 0), mostTolerance[kind])
  const { setSettings } = useComparisonView.getState()
  setSettings(kind === 'difference' ? { differenceTolerance: tolerance } : { heatTolerance: tolerance })
}

/** The keys that make a picture of change more and less tolerant. */
export function useToleranceCommands(kind: ChangeLook['kind']): void {
  const group = kind === 'difference' ? t('Difference') : t('Heat map')
  const by = (step: number) => () => {
    const { differenceTolerance, heatTolerance } = useComparisonView.getState().settings
    setTolerance(kind, (kind === 'difference' ? differenceTolerance : heatTolerance) + step)
  }
  useCommands([
    { name: t('Less tolerance'), group, keys: ['['], run: by(-1) },
    { name: t('More tolerance'), group, keys: [']'], run: by(1) },
  ])
}
