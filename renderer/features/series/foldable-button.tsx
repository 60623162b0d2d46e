import { Button } from '@mantine/core'
import type { LucideIcon } from 'lucide-react'
import styles from './board.module.css'

interface FoldableButtonProps {
  readonly label: string
  readonly icon: LucideIcon
  readonly disabled?: boolean
  readonly onClick: () => void
}

/** A button of the header whose words give way to its icon in a narrow window. */
export function FoldableButton({ label, icon: Icon, disabled = false, onClick }: FoldableButtonProps) {
  return (
    <Button
      className={styles.foldable!}
      variant="default"
      aria-label={label}
      title={label}
      leftSection={<Icon size={16} aria-hidden />}
      disabled={disabled}
      onClick={onClick}
    >
      {label}
    </Button>
  )
}
