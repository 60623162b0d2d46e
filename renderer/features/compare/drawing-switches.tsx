import { Box } from '@mantine/core'
import { Grid3x3, Move } from 'lucide-react'
import { t } from '../../../shared/words/translate.ts'
import type { Bending } from './bending.ts'
import classes from './compare.module.css'
import { SwitchButton } from './switch-button.tsx'

interface DrawingSwitchesProps {
  readonly bending: Bending | { readonly reason: string }
  readonly isRigid: boolean
  readonly onRigid: () => void
  readonly isBendingShown: boolean
  readonly onBending: () => void
}

/** Switches for how the alignment is drawn: without its bending, and the bending itself as a grid. */
export function DrawingSwitches({ bending, isRigid, onRigid, isBendingShown, onBending }: DrawingSwitchesProps) {
  const reason = 'reason' in bending ? bending.reason : null
  return (
    <Box className={classes.switches} role="group" aria-label={t('How the alignment is drawn')}>
      <SwitchButton
        icon={Move}
        label={t('Rigid only')}
        keyHint="R"
        about={t('Moves, turns and scales the photo only; nothing is bent')}
        lockedBecause={reason}
        isOn={isRigid}
        onToggle={onRigid}
      />
      <SwitchButton
        icon={Grid3x3}
        label={t('Show bending')}
        keyHint="B"
        about={t('Lays a grid over the head that shows where the photo is bent to fit, and how far')}
        lockedBecause={reason}
        isOn={isBendingShown}
        onToggle={onBending}
      />
    </Box>
  )
}
