import { UnstyledButton } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { keyNames } from '../../ui/key-names.ts'
import buttonClasses from '../../ui/room-button.module.css'
import classes from './present.module.css'

interface WordButtonProps {
  readonly label: string
  readonly keyHint?: string
  /** It takes the focus when it comes. */
  readonly hasFocus?: boolean
  readonly onClick: () => void
}

/** A large button of the dark room that says what it does, with its key. */
export function WordButton({ label, keyHint, hasFocus = false, onClick }: WordButtonProps) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (hasFocus) button.current?.focus()
  }, [hasFocus])
  return (
    <UnstyledButton
      ref={button}
      className={buttonClasses.button}
      data-words=""
      aria-keyshortcuts={keyHint}
      onClick={onClick}
    >
      {label}
      {keyHint && (
        <kbd className={classes.key} aria-hidden>
          {keyNames(keyHint).join(' ')}
        </kbd>
      )}
    </UnstyledButton>
  )
}
