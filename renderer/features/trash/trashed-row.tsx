import { Button } from '@mantine/core'
import { Undo2 } from 'lucide-react'
import { t } from '../../../shared/words/translate.ts'
import styles from './trash.module.css'

interface TrashedRowProps {
  /** Whose it is and what it is called. */
  readonly name: string
  /** When it was removed and how long it stays. */
  readonly line: string
  /** What the button does, for who can't see where it stands. */
  readonly restoreLabel: string
  readonly onRestore: () => void
}

/** Something in the trash that has no picture and stays as long as its client. */
export function TrashedRow({ name, line, restoreLabel, onRestore }: TrashedRowProps) {
  return (
    <li className={styles.row}>
      <div className={styles.rowText}>
        <h3 className={styles.name}>{name}</h3>
        <p className={styles.line}>{line}</p>
      </div>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<Undo2 size={14} aria-hidden />}
        aria-label={restoreLabel}
        onClick={onRestore}
      >
        {t('Restore')}
      </Button>
    </li>
  )
}
