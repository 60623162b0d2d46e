import { Button, Kbd, Tooltip } from '@mantine/core'
import type { LucideIcon } from 'lucide-react'
import styles from './foldable-button.module.css'
import { keyHintInWords } from './key-names.ts'

interface FoldableButtonProps {
  readonly label: string
  readonly icon: LucideIcon
  /** The key that does the same, as printed on it. */
  readonly keyHint?: string
  readonly disabled?: boolean
  /** Why it can't be done now, in a sentence: said in the tooltip, so the button stays reachable. */
  readonly refusal?: string | undefined
  readonly onClick: () => void
}

/** A button of the header whose words give way to its icon in a narrow window; then its tooltip says them. */
export function FoldableButton({
  label,
  icon: Icon,
  keyHint,
  disabled = false,
  refusal,
  onClick,
}: FoldableButtonProps) {
  const tip = (
    <>
      {label} {keyHint && <Kbd size="xs">{keyHintInWords(keyHint)}</Kbd>}
    </>
  )
  return (
    <Tooltip
      label={refusal ?? tip}
      multiline={refusal !== undefined}
      maw={320}
      disabled={disabled}
      events={{ hover: true, focus: true, touch: false }}
    >
      <Button
        className={styles.foldable!}
        variant="default"
        aria-label={label}
        aria-keyshortcuts={keyHint?.replaceAll(' ', '+')}
        leftSection={<Icon size={16} aria-hidden />}
        disabled={disabled}
        {...(refusal !== undefined && {
          'data-disabled': true,
          'aria-disabled': true,
          'aria-description': refusal,
        })}
        onClick={refusal === undefined ? onClick : undefined}
      >
        {label}
      </Button>
    </Tooltip>
  )
}
