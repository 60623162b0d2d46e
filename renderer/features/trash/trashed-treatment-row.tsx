import { Button } from '@mantine/core'
import { Undo2 } from 'lucide-react'
import type { TrashedTreatment } from '../../../shared/domain/trash.ts'
import styles from './trash.module.css'
import { dayOfInstant } from './trash-words.ts'

interface TrashedTreatmentRowProps {
  readonly treatment: TrashedTreatment
  readonly onRestore: () => void
}

/** A treatment in the trash. It has no photos of its own any more; its records stay as long as the client. */
export function TrashedTreatmentRow({ treatment, onRestore }: TrashedTreatmentRowProps) {
  const { name, clientName, removedAt } = treatment
  return (
    <li className={styles.row}>
      <div className={styles.rowText}>
        <h3 className={styles.name}>
          {clientName}: {name}
        </h3>
        <p className={styles.line}>Removed {dayOfInstant(removedAt)}. Its records stay as long as the client’s.</p>
      </div>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<Undo2 size={14} aria-hidden />}
        aria-label={`Restore the treatment: ${clientName}, ${name}`}
        onClick={onRestore}
      >
        Restore
      </Button>
    </li>
  )
}
