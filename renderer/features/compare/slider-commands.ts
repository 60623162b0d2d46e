import { t } from '../../../shared/words/translate.ts'
import type { Command } from '../../ui/commands.ts'
import { useComparisonView } from './comparison-view.ts'
import { placesByKey } from './slider-view.tsx'

/** What the keys do while the photos are divided by a split. */
export function sliderCommands(isOff: boolean): Command[] {
  const view = () => useComparisonView.getState()
  const group = t('Slider')
  const to = (key: string) => () => view().setSplit(placesByKey[key] ?? 0.5)
  return [
    { name: t('Only the compared photo'), group, keys: ['Home'], run: to('Home'), isOff },
    { name: t('Half and half'), group, keys: ['|'], run: to('|'), isOff },
    { name: t('Only the baseline'), group, keys: ['End'], run: to('End'), isOff },
    {
      name: t('Split upright or across'),
      group,
      keys: ['v'],
      run: () =>
        view().setSettings({ splitDirection: view().settings.splitDirection === 'beside' ? 'above' : 'beside' }),
      isOff,
    },
  ]
}
