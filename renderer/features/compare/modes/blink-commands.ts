import { t } from '../../../../shared/words/translate.ts'
import type { Command } from '../../../ui/commands.ts'
import { useComparisonView } from '../comparison-view.ts'
import { blinkRates } from './use-blinking.ts'

/** What can be done with blinking. */
export interface BlinkControls {
  readonly isRunning: boolean
  readonly onPause: () => void
  /** Stops, and shows the other photo. */
  readonly onStep: () => void
}

/** What the keys do while the photos blink. */
export function blinkCommands({ isRunning, onPause, onStep }: BlinkControls): Command[] {
  const group = t('Blink')
  const faster = (by: number) => () => {
    const { settings, setSettings } = useComparisonView.getState()
    const wanted = settings.changesPerSecond + by
    setSettings({ changesPerSecond: Math.min(Math.max(wanted, blinkRates.least), blinkRates.most) })
  }
  return [
    { name: isRunning ? t('Pause') : t('Go on'), group, keys: ['p'], run: onPause },
    { name: t('Stop, and show the other photo'), group, keys: ['x'], run: onStep },
    { name: t('Slower'), group, keys: ['['], run: faster(-blinkRates.step) },
    { name: t('Faster'), group, keys: [']'], run: faster(blinkRates.step) },
  ]
}
