import { Button } from '@mantine/core'
import { KeyRound, LockKeyhole } from 'lucide-react'
import { useState } from 'react'
import type { BackupStatus } from '../../../shared/ipc/care.ts'
import type { KeyStatus } from '../../../shared/ipc/keys.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import { showDone, showFailure } from '../../ui/undo-toast.tsx'
import { usePorts } from '../../use-ports.tsx'
import { withoutAdvice } from './finding.ts'
import styles from './health.module.css'
import { HealthCard } from './health-card.tsx'
import { keyFindings } from './key-words.ts'
import { PassphraseDialog, type PassphraseTask } from './passphrase-dialog.tsx'
import { RecoveryKeyDialog } from './recovery-key-dialog.tsx'

interface KeysCardProps {
  readonly status: KeyStatus
  readonly backup: BackupStatus
  /** The library's record is damaged: main refuses whatever would change its keys. */
  readonly isLookedAt: boolean
  /** Calls back when there is something else to say. */
  readonly onChanged: () => Promise<void>
}

/** Who can open the library: passphrase, recovery key, lock. */
export function KeysCard({ status, backup, isLookedAt, onChanged }: KeysCardProps) {
  const { keys } = usePorts()
  const hasRecoveryKey = status.recoveryKeyMadeAt !== null
  const [written, setWritten] = useState<string | null>(null)
  const [task, setTask] = useState<PassphraseTask | null>(null)
  const makeRecoveryKey = async () => {
    try {
      setWritten(await keys.makeRecoveryKey())
    } catch (error) {
      showFailure(errorSentence(error))
    }
  }
  const done = (said: string) => {
    setWritten(null)
    setTask(null)
    showDone(said)
    void onChanged()
  }
  const lockButton = status.hasPassphrase && (
    <Button variant="default" leftSection={<LockKeyhole size={16} aria-hidden />} onClick={() => void keys.lock()}>
      {t('Lock now')}
    </Button>
  )
  if (isLookedAt)
    return (
      <HealthCard title={t('Keys')} findings={keyFindings(status, backup).map(withoutAdvice)}>
        <p className={styles.note}>
          {t('Keys can’t be made or changed while the library can only be looked at: restore it from a backup first.')}
        </p>
        {lockButton}
      </HealthCard>
    )
  return (
    <HealthCard title={t('Keys')} findings={keyFindings(status, backup)}>
      <div className={styles.buttons}>
        <Button
          variant={hasRecoveryKey ? 'default' : 'filled'}
          leftSection={<KeyRound size={16} aria-hidden />}
          onClick={() => void makeRecoveryKey()}
        >
          {hasRecoveryKey ? t('Make a new recovery key…') : t('Make a recovery key…')}
        </Button>
        {status.hasPassphrase ? (
          <>
            <Button variant="default" onClick={() => setTask('change')}>
              {t('Change passphrase…')}
            </Button>
            <Button variant="default" onClick={() => setTask('remove')}>
              {t('Remove passphrase…')}
            </Button>
            {lockButton}
          </>
        ) : (
          <Button variant="default" disabled={!hasRecoveryKey} onClick={() => setTask('set')}>
            {t('Set a passphrase…')}
          </Button>
        )}
      </div>
      {!status.hasPassphrase && !hasRecoveryKey && (
        <p className={styles.note}>
          {t('A passphrase can be set once there is a recovery key, in case it is forgotten.')}
        </p>
      )}
      {written !== null && (
        <RecoveryKeyDialog
          written={written}
          isReplacing={hasRecoveryKey}
          onKept={() => done(t('The recovery key is kept. Make a new backup, which it opens'))}
          onClose={() => setWritten(null)}
        />
      )}
      {task && <PassphraseDialog task={task} onDone={done} onClose={() => setTask(null)} />}
    </HealthCard>
  )
}
