import { ActionIcon, type ActionIconProps, Kbd, Tooltip } from '@mantine/core'
import type { LucideIcon } from 'lucide-react'
import type { ComponentPropsWithRef } from 'react'
import styles from './icon-button.module.css'

interface IconButtonProps
  extends Omit<ActionIconProps, 'children'>,
    Omit<ComponentPropsWithRef<'button'>, keyof ActionIconProps | 'children' | 'aria-label'> {
  readonly icon: LucideIcon
  /** The accessible name and the tooltip. */
  readonly label: string
  /** The key that does the same, as printed on it: "Z" or "Ctrl Z". */
  readonly keyHint?: string
}

/** A button that shows only an icon: always named, with a tooltip, at least 28 px. */
export function IconButton({ icon: Icon, label, keyHint, ...button }: IconButtonProps) {
  const tip = keyHint ? (
    <span className={styles.tip}>
      {label} <Kbd size="xs">{keyHint}</Kbd>
    </span>
  ) : (
    label
  )
  return (
    <Tooltip label={tip}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={label}
        aria-keyshortcuts={keyHint?.replaceAll(' ', '+')}
        {...button}
      >
        <Icon size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
