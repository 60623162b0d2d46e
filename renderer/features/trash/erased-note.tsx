import { Alert, Button } from '@mantine/core'
import { DatabaseBackup } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Trash } from '../../../shared/domain/trash.ts'
import type { BackupStatus } from '../../../shared/ipc/care.ts'
import { t } from '../../../shared/words/translate.ts'
import { instantLabel } from '../../ui/instant-label.ts'
import { WorkProgressBar } from '../../ui/work-progress.tsx'
import { useBackingUp } from '../../use-backing-up.ts'
import { usePorts } from '../../use-ports.tsx'
import styles from './trash.module.css'
import { dayOfInstant } from './trash-words.ts'

/** How many clients were erased, and whether the last backup still holds one of them. */
export function ErasedNote({ trash: { erasedCount, lastErasedAt } }: { trash: Trash }) {
  const { care } = usePorts()
  const { progress, failure, madeCount, start, stop } = useBackingUp()
  const [backup, setBackup] = useState<BackupStatus>()
  useEffect(() => {
    // asked again after each erasure and each backup
    if (lastErasedAt !== null && madeCount >= 0) care.backupStatus().then(setBackup, () => undefined)
  }, [care, lastErasedAt, madeCount])
  if (erasedCount === 0 || lastErasedAt === null) return null
  const last = backup?.last
  const isHeldByBackup = last !== undefined && last !== null && last.at < lastErasedAt
  const place = last?.isReachable ? 'same' : 'choose'
  return (
    <section className={styles.erased} aria-label={t('Erased for good')}>
      <p className={styles.line}>
        {t('{{count}} clients were erased for good, the last on {{day}}.', {
          count: erasedCount,
          day: dayOfInstant(lastErasedAt),
        })}{' '}
        {isHeldByBackup &&
          t('The last backup, of {{moment}}, is older and still holds what was erased.', {
            moment: instantLabel(last.at),
          })}
      </p>
      {isHeldByBackup && !progress && (
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<DatabaseBackup size={14} aria-hidden />}
          onClick={() => void start(care, place)}
        >
          {place === 'same' ? t('Replace it now') : t('Back up now…')}
        </Button>
      )}
      {progress && <WorkProgressBar label={t('Backing up')} {...progress} onStop={stop} />}
      {failure && <Alert color="red">{failure}</Alert>}
    </section>
  )
}
