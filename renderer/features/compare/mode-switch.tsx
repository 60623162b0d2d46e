import { Kbd, SegmentedControl, Tooltip } from '@mantine/core'
import type { ComparisonMode } from '../../viewer/shown-comparison.ts'
import classes from './compare.module.css'

/** The modes, in the order of their keys 1, 2, 3. */
export const comparisonModes: readonly { readonly mode: ComparisonMode; readonly label: string }[] = [
  { mode: 'side-by-side', label: 'Side by side' },
  { mode: 'slider', label: 'Slider' },
  { mode: 'overlay', label: 'Overlay' },
]

interface ModeSwitchProps {
  readonly mode: ComparisonMode
  readonly onMode: (mode: ComparisonMode) => void
  /** Why the slider and the overlay can't be used now, if they can't. */
  readonly lockedBecause: string | null
}

/** Chooses how the two photos are shown together. */
export function ModeSwitch({ mode, onMode, lockedBecause }: ModeSwitchProps) {
  const choice = (entry: (typeof comparisonModes)[number], index: number) => {
    const isLocked = lockedBecause !== null && entry.mode !== 'side-by-side'
    const tip = isLocked ? (
      lockedBecause
    ) : (
      <>
        {entry.label} <Kbd size="xs">{index + 1}</Kbd>
      </>
    )
    return {
      value: entry.mode,
      disabled: isLocked,
      label: (
        <Tooltip label={tip} multiline maw={300}>
          <span className={classes.mode}>{entry.label}</span>
        </Tooltip>
      ),
    }
  }
  return (
    <SegmentedControl
      aria-label="How the photos are shown"
      data={comparisonModes.map(choice)}
      value={mode}
      onChange={(value) => onMode(value as ComparisonMode)}
    />
  )
}
