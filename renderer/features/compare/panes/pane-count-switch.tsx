import { Kbd, SegmentedControl, Tooltip } from '@mantine/core'
import { LayoutGrid } from 'lucide-react'
import type { PaneCount } from '../../../../shared/domain/compared-photos.ts'
import { t } from '../../../../shared/words/translate.ts'
import classes from './panes.module.css'

interface PaneCountSwitchProps {
  readonly count: PaneCount
  /** How many photos the angle has. */
  readonly available: number
  readonly onCount: (count: PaneCount) => void
}

/** The numbers of photos side by side that can be chosen. */
export const paneCounts: readonly PaneCount[] = [2, 3, 4, 'all']

/** Chooses how many photos stand side by side. */
export function PaneCountSwitch({ count, available, onCount }: PaneCountSwitchProps) {
  const offered = paneCounts.includes(count) ? paneCounts : [...paneCounts.slice(0, -1), count, 'all' as const]
  return (
    <SegmentedControl
      className={classes.count!}
      size="xs"
      aria-label={t('Photos side by side')}
      value={String(count)}
      onChange={(value) => onCount(value === 'all' ? 'all' : Number(value))}
      data={offered.map((each) => ({
        value: String(each),
        disabled: each !== 'all' && each > Math.max(available, 2),
        label: (
          <Tooltip
            label={
              <>
                {nameOf(each)} <Kbd size="xs">N</Kbd>
              </>
            }
          >
            <span className={classes.countLabel} role="img" aria-label={nameOf(each)}>
              {each === 'all' ? <LayoutGrid size={15} aria-hidden /> : each}
            </span>
          </Tooltip>
        ),
      }))}
    />
  )
}

function nameOf(count: PaneCount): string {
  return count === 'all' ? t('All stages of this angle') : t('{{number}} photos', { number: count })
}
