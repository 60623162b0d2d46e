import { Kbd, SegmentedControl, Tooltip } from '@mantine/core'
import { t } from '../../../shared/words/translate.ts'
import type { ComparisonMode } from '../../viewer/shown-comparison.ts'
import classes from './compare.module.css'
import { type ModeEntry, modeTable } from './modes/mode-table.ts'

interface ModeSwitchProps {
  readonly mode: ComparisonMode
  readonly onMode: (mode: ComparisonMode) => void
  /** Why the modes that lay one photo over the other can't be used now, if they can't. */
  readonly lockedBecause: string | null
}

/** Chooses how the photos are shown together. Where there is little room the icons stand alone. */
export function ModeSwitch({ mode, onMode, lockedBecause }: ModeSwitchProps) {
  const choice = (entry: ModeEntry, index: number) => {
    const isLocked = lockedBecause !== null && !entry.needsNoAlignment
    const tip = isLocked ? (
      lockedBecause
    ) : (
      <>
        {entry.name()} <Kbd size="xs">{index + 1}</Kbd>
      </>
    )
    return {
      value: entry.mode,
      disabled: isLocked,
      label: (
        <Tooltip label={tip} multiline maw={300}>
          <span className={classes.mode} data-chosen={entry.mode === mode}>
            <entry.icon size={16} aria-hidden />
            <span className={classes.modeName}>{entry.name()}</span>
          </span>
        </Tooltip>
      ),
    }
  }
  return (
    <SegmentedControl
      aria-label={t('How the photos are shown')}
      data={modeTable.map(choice)}
      value={mode}
      onChange={(value) => onMode(value as ComparisonMode)}
    />
  )
}
