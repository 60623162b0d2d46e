import { ActionIcon, type ActionIconProps, Kbd, Tooltip } from '@mantine/core'
import { useMergedRef } from '@mantine/hooks'
import type { LucideIcon } from 'lucide-react'
import { type ComponentPropsWithRef, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import styles from './icon-button.module.css'
import { keyHintInWords } from './key-names.ts'

const tooltipDelayMs = 400

interface IconButtonProps
  extends Omit<ActionIconProps, 'children'>,
    Omit<ComponentPropsWithRef<'button'>, keyof ActionIconProps | 'children' | 'aria-label'> {
  readonly icon: LucideIcon
  /** The accessible name and the tooltip. */
  readonly label: string
  /** The key that does the same, as printed on it: "Z" or "Ctrl Z". */
  readonly keyHint?: string
}

/** A button that shows only an icon: always named, with a tooltip, at least 28 px. The tooltip is only there while the pointer or the keyboard's focus is, and nothing that the button opened. */
export function IconButton({ icon: Icon, label, keyHint, ref, ...button }: IconButtonProps) {
  const target = useRef<HTMLButtonElement>(null)
  const [isPointedAt, setIsPointedAt] = useState(false)
  const [isFocused, setIsFocused] = useState(false)
  const tip = keyHint ? (
    <span className={styles.tip}>
      {label} <Kbd size="xs">{keyHintInWords(keyHint)}</Kbd>
    </span>
  ) : (
    label
  )
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={label}
        aria-keyshortcuts={keyHint?.replaceAll(' ', '+')}
        {...button}
        ref={useMergedRef(ref, target)}
        onMouseEnter={(event) => {
          setIsPointedAt(true)
          button.onMouseEnter?.(event)
        }}
        onMouseLeave={(event) => {
          setIsPointedAt(false)
          button.onMouseLeave?.(event)
        }}
        onFocus={(event) => {
          setIsFocused(event.currentTarget.matches(':focus-visible'))
          button.onFocus?.(event)
        }}
        onBlur={(event) => {
          setIsFocused(false)
          button.onBlur?.(event)
        }}
        onKeyDown={(event) => {
          // what it says is put away by any key, as Escape is expected to
          setIsFocused(false)
          button.onKeyDown?.(event)
        }}
      >
        <Icon size={18} aria-hidden />
      </ActionIcon>
      {(isPointedAt || isFocused) && !button['aria-expanded'] && <PointedTip label={tip} target={target} />}
    </>
  )
}

/** Shows itself when the pointer has stayed a moment. */
function PointedTip({ label, target }: { label: ReactNode; target: RefObject<HTMLButtonElement | null> }) {
  const [isShown, setIsShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), tooltipDelayMs)
    return () => clearTimeout(timer)
  }, [])
  return isShown && <Tooltip label={label} target={target} opened />
}
