import { Button, Kbd, Tooltip } from '@mantine/core'
import type { LucideIcon } from 'lucide-react'

interface SwitchButtonProps {
  readonly icon: LucideIcon
  readonly label: string
  readonly keyHint: string
  readonly about: string
  readonly lockedBecause: string | null
  readonly isOn: boolean
  readonly onToggle: () => void
}

/** A button that stays pressed. Where it can't be used it can still be reached, to learn why. */
export function SwitchButton(props: SwitchButtonProps) {
  const { icon: Icon, label, keyHint, about, lockedBecause, isOn, onToggle } = props
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
