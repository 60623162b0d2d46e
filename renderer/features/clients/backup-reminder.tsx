import { Alert, Button, Group, Text } from '@mantine/core'
import { DatabaseBackup } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { BackupStatus } from '../../../shared/ipc/care.ts'
import { t } from '../../../shared/words/translate.ts'
import { instantLabel } from '../../ui/instant-label.ts'
import { WorkProgressBar } from '../../ui/work-progress.tsx'
import { useBackingUp } from '../../use-backing-up.ts'
import { usePorts } from '../../use-ports.tsx'
import styles from './clients.module.css'

/** Reminds of a backup that is due, calmly, and makes it. Shown while one is made, too. */
export function BackupReminder() {
  const { care, library } = usePorts()
  const { progress, failure, madeCount, start, stop } = useBackingUp()
  const [known, setKnown] = useState<{ status: BackupStatus; after: number }>()
  useEffect(() => {
    // no reminder is better than an error in its place
    care.backupStatus().then(
      (status) => setKnown({ status, after: madeCount }),
      () => undefined,
    )
  }, [care, madeCount])
  if (progress)
    return (
      <div className={styles.reminder}>
        <WorkProgressBar label={t('Backing up')} {...progress} onStop={stop} />
      </div>
    )
  // a damaged library is restored, not backed up
  if (library.damage || !known?.status.isDue || known.after !== madeCount) return null
  const place = known.status.last?.isReachable ? 'same' : 'choose'
  return (
    <section className={styles.reminder} aria-label={t('Backup reminder')}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{reminderSentence(known.status)}</Text>
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<DatabaseBackup size={14} aria-hidden />}
          flex="none"
          onClick={() => void start(care, place)}
        >
          {place === 'same' ? t('Back up now') : t('Back up now…')}
        </Button>
      </Group>
      {failure && (
        <Alert color="red" mt="sm">
          {failure}
        </Alert>
      )}
    </section>
  )
}

function reminderSentence({ last, test }: BackupStatus): string {
  if (!last)
    return t(
      'This library was never backed up. A copy on an external drive keeps your photos if this computer is lost.',
    )
  if (test?.problem)
    return t('The last backup can’t be relied on: {{problem}}. Make a new one, best on another drive.', {
      problem: test.problem,
    })
  const made = t('The last backup is of {{moment}}.', { moment: instantLabel(last.at) })
  return last.isReachable ? made : `${made} ${t('Connect its drive, or choose another place.')}`
}
