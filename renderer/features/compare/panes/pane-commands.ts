import type { AngleStep } from '../../../../shared/domain/angle-steps.ts'
import {
  type ComparedPhotos,
  paneCountOf,
  withNextPane,
  withPaneCount,
} from '../../../../shared/domain/compared-photos.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { t } from '../../../../shared/words/translate.ts'
import type { Command } from '../../../ui/commands.ts'
import { paneCounts } from './pane-count-switch.tsx'

interface PanesNow {
  readonly row: readonly Photo[]
  readonly compared: ComparedPhotos
  readonly onCompared: (compared: ComparedPhotos) => void
  readonly onBaseline: () => void
  readonly previousAngle: AngleStep | undefined
  readonly nextAngle: AngleStep | undefined
  readonly onAngle: (step: AngleStep) => void
  readonly onPropose: () => void
  readonly onSave: () => void
}

/** What the keys do with the photos that are compared: how many, which is in the hand, at which angle. */
export function paneCommands(now: PanesNow): Command[] {
  const { row, compared, previousAngle, nextAngle } = now
  const stages = t('Stages')
  const angles = t('Angles')
  const comparisons = t('Comparisons')
  const count = paneCountOf(compared)
  const offered = paneCounts.filter((each) => each === 'all' || each <= row.length)
  const nextCount = offered[(offered.indexOf(count) + 1) % offered.length] ?? 2
  return [
    {
      name: t('2, 3, 4 photos or all stages side by side'),
      group: stages,
      keys: ['n'],
      run: () => now.onCompared(withPaneCount(compared, row, nextCount)),
    },
    {
      name: t('Choose the next of the photos side by side'),
      group: stages,
      keys: ['a'],
      run: () => now.onCompared(withNextPane(compared, row)),
      isOff: count === 2,
    },
    { name: t('Make the chosen photo the baseline'), group: stages, keys: ['o'], run: now.onBaseline },
    {
      name: t('Previous angle'),
      group: angles,
      keys: ['ArrowUp'],
      run: () => previousAngle && now.onAngle(previousAngle),
      isOff: !previousAngle,
    },
    {
      name: t('Next angle'),
      group: angles,
      keys: ['ArrowDown'],
      run: () => nextAngle && now.onAngle(nextAngle),
      isOff: !nextAngle,
    },
    { name: t('Proposed and saved comparisons'), group: comparisons, keys: ['c'], run: now.onPropose },
    { name: t('Save this comparison'), group: comparisons, keys: ['Ctrl+s'], run: now.onSave },
  ]
}
