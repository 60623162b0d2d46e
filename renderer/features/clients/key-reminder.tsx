import { Button, Group, Text } from '@mantine/core'
import { KeyRound } from 'lucide-react'
import { useEffect, useState } from 'react'
import { t } from '../../../shared/words/translate.ts'
import { usePorts } from '../../use-ports.tsx'
import styles from './clients.module.css'

/** Reminds of the recovery key that is still to be made, as soon as there are photos of the user's own. */
export function KeyReminder({ onOpenHealth }: { onOpenHealth: () => void }) {
  const { keys } = usePorts()
  const [isDue, setIsDue] = useState(false)
  useEffect(() => {
    // no reminder is better than an error in its place
    keys.status().then(
      ({ isRecoveryKeyDue }) => setIsDue(isRecoveryKeyDue),
      () => undefined,
    )
  }, [keys])
  if (!isDue) return null
  return (
    <section className={styles.reminder} aria-label={t('Recovery key reminder')}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          {t(
            'There is no recovery key yet. If this computer breaks, your photos and their backups can’t be opened without one.',
          )}
        </Text>
        <Button
          size="compact-sm"
          variant="light"
          flex="none"
          leftSection={<KeyRound size={14} aria-hidden />}
          onClick={onOpenHealth}
        >
          {t('Make a recovery key…')}
        </Button>
      </Group>
    </section>
  )
}
