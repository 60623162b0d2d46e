import { UnstyledButton } from '@mantine/core'
import type { LucideIcon } from 'lucide-react'
import { keyNames } from './key-names.ts'
import classes from './room-button.module.css'

interface RoomButtonProps {
  readonly icon: LucideIcon
  /** Its name, and its hint. */
  readonly label: string
  readonly keyHint?: string
  readonly isPressed?: boolean
  readonly disabled?: boolean
  readonly onClick: () => void
}

/** A button of the dark room, large enough for a finger; its colours are the room's whatever light the desk has. */
export function RoomButton({ icon: Icon, label, keyHint, isPressed, disabled, onClick }: RoomButtonProps) {
  const key = keyHint && keyNames(keyHint).join(' ')
  return (
    <UnstyledButton
      className={classes.button}
      aria-label={label}
      aria-pressed={isPressed}
      aria-keyshortcuts={keyHint}
      // the computer's own hint: one of the library's would take the Escape that ends the presentation
      title={key ? `${label} (${key})` : label}
      disabled={disabled ?? false}
      onClick={onClick}
    >
      <Icon size={24} aria-hidden />
    </UnstyledButton>
  )
}
