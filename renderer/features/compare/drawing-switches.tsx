import { Box, Button, Kbd, Tooltip } from '@mantine/core'
import { Grid3x3, type LucideIcon, Move } from 'lucide-react'
import type { Bending } from './bending.ts'
import classes from './compare.module.css'

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
    <Box className={classes.switches} role="group" aria-label="How the alignment is drawn">
      <Switch
        icon={Move}
        label="Rigid only"
        keyHint="R"
        about="Moves, turns and scales the photo only; nothing is bent"
        lockedBecause={reason}
        isOn={isRigid}
        onToggle={onRigid}
      />
      <Switch
        icon={Grid3x3}
        label="Show bending"
        keyHint="B"
        about="Lays a grid over the head that shows where the photo is bent to fit, and how far"
        lockedBecause={reason}
        isOn={isBendingShown}
        onToggle={onBending}
      />
    </Box>
  )
}

interface SwitchProps {
  readonly icon: LucideIcon
  readonly label: string
  readonly keyHint: string
  readonly about: string
  readonly lockedBecause: string | null
  readonly isOn: boolean
  readonly onToggle: () => void
}

/** A button that stays pressed. Where it can't be used it can still be reached, to learn why. */
function Switch({ icon: Icon, label, keyHint, about, lockedBecause, isOn, onToggle }: SwitchProps) {
  const isLocked = lockedBecause !== null
  const isPressed = isOn && !isLocked
  const tip = isLocked ? (
    lockedBecause
  ) : (
    <>
      {about} <Kbd size="xs">{keyHint}</Kbd>
    </>
  )
  return (
    <Tooltip label={tip} multiline maw={300} events={{ hover: true, focus: true, touch: false }}>
      <Button
        size="compact-sm"
        variant={isPressed ? 'light' : 'subtle'}
        color={isPressed ? 'accent' : 'gray'}
        leftSection={<Icon size={15} aria-hidden />}
        rightSection={<Kbd size="xs">{keyHint}</Kbd>}
        aria-label={label}
        aria-pressed={isPressed}
        aria-keyshortcuts={keyHint}
        aria-disabled={isLocked}
        aria-description={lockedBecause ?? about}
        data-disabled={isLocked}
        onClick={() => !isLocked && onToggle()}
      >
        {label}
      </Button>
    </Tooltip>
  )
}
