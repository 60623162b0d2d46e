import { Alert, Button, Loader } from '@mantine/core'
import { DatabaseBackup, ScanSearch } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import type { HealthReport } from '../../../shared/ipc/care.ts'
import type { KeyStatus } from '../../../shared/ipc/keys.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { showDone } from '../../ui/undo-toast.tsx'
import { WorkProgressBar } from '../../ui/work-progress.tsx'
import { useBackingUp } from '../../use-backing-up.ts'
import { usePorts } from '../../use-ports.tsx'
import { useWork } from '../../use-work.ts'
import { withoutAdvice } from './finding.ts'
import styles from './health.module.css'
import { HealthCard } from './health-card.tsx'
import {
  asideFindings,
  backupFindings,
  diskFinding,
  documentFindings,
  overallSentence,
  photoFindings,
  rereadSentences,
} from './health-words.ts'
import { KeysCard } from './keys-card.tsx'
import { RestoreButton } from './restore-button.tsx'

/** How the library is, in plain words, and what to do: photos, backups, what was set aside, room. */
export function HealthScreen({ onBack }: { onBack: () => void }) {
  const { care, keys, library } = usePorts()
  const isLookedAt = library.damage !== null
  const madeCount = useBackingUp((backingUp) => backingUp.madeCount)
  const [report, setReport] = useState<HealthReport | null>(null)
  const [keyStatus, setKeyStatus] = useState<KeyStatus | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const look = useCallback(async () => {
    try {
      setReport(await care.readHealth())
      setKeyStatus(await keys.status())
      setFailure(null)
    } catch (error) {
      setFailure(errorSentence(error))
    }
  }, [care, keys])
  // a backup that was made changes what there is to say
  useEffect(() => {
    if (madeCount >= 0) void look()
  }, [look, madeCount])

  return (
    <ScreenFrame
      title={t('Library health')}
      subtitle={report && (isLookedAt ? t('The library’s record is damaged.') : overallSentence(report, keyStatus))}
      back={{ label: t('Back to the clients'), onBack }}
    >
      {failure && (
        <Alert color="red" title={t('The library couldn’t be looked at')} className={styles.failure}>
          {failure}
        </Alert>
      )}
      {!report && !failure && <Loader aria-label={t('Looking at the library')} />}
      {report && (
        <div className={styles.cards}>
          <PhotosCard report={report} isLookedAt={isLookedAt} onChecked={look} />
          <BackupCard report={report} isLookedAt={isLookedAt} />
          {keyStatus && <KeysCard status={keyStatus} backup={report.backup} isLookedAt={isLookedAt} onChanged={look} />}
          <HealthCard
            title={t('Set aside')}
            findings={
              asideFindings(report).length > 0
                ? asideFindings(report)
                : [{ isGood: true, sentence: t('Nothing had to be set aside.') }]
            }
          />
          <HealthCard title={t('Disk space')} findings={[diskFinding(report)]} />
        </div>
      )}
    </ScreenFrame>
  )
}

interface CardProps {
  readonly report: HealthReport
  /** The library's record is damaged: main refuses whatever would change something. */
  readonly isLookedAt: boolean
}

function PhotosCard({ report, isLookedAt, onChecked }: CardProps & { readonly onChecked: () => Promise<void> }) {
  const { care } = usePorts()
  const check = useWork()
  const hasDocuments = report.documentCount > 0
  const findings = [...photoFindings(report), ...documentFindings(report)]
  const checkAll = async () => {
    const checked = await check.run((options) => care.checkAll(options))
    await onChecked()
    if (checked !== undefined) showDone(t('{{count}} files read again', { count: checked }))
  }
  return (
    <HealthCard
      title={hasDocuments ? t('Photos and documents') : t('Photos')}
      findings={isLookedAt ? findings.map(withoutAdvice) : findings}
    >
      {(isLookedAt ? [] : rereadSentences(report)).map((sentence) => (
        <p key={sentence} className={styles.note}>
          {sentence}
        </p>
      ))}
      <p className={styles.note}>
        {isLookedAt
          ? t(
              'While the library can only be looked at, no file is read again. Once it is restored, all files can be checked here.',
            )
          : t(
              'Every day that Stipple runs, it reads a thirtieth of these files again and compares each with what it was at import.',
            )}
      </p>
      {check.failure && <Alert color="red">{check.failure}</Alert>}
      {isLookedAt ? null : check.progress ? (
        <WorkProgressBar
          label={hasDocuments ? t('Checking the photos and documents') : t('Checking the photos')}
          {...check.progress}
          onStop={check.stop}
        />
      ) : (
        <Button
          variant="default"
          leftSection={<ScanSearch size={16} aria-hidden />}
          disabled={report.photoCount + report.documentCount === 0}
          onClick={() => void checkAll()}
        >
          {t('Check all now')}
        </Button>
      )}
    </HealthCard>
  )
}

function BackupCard({ report: { backup }, isLookedAt }: CardProps) {
  const { care } = usePorts()
  const { progress, failure, start, stop } = useBackingUp()
  const hasPlace = backup.last?.isReachable === true
  if (isLookedAt)
    return (
      <HealthCard title={t('Backup')} findings={backupFindings(backup).map(withoutAdvice)}>
        <p className={styles.note}>
          {t('A damaged library isn’t backed up: restore a backup that was made before the damage.')}
        </p>
        <RestoreButton care={care} />
      </HealthCard>
    )
  return (
    <HealthCard title={t('Backup')} findings={backupFindings(backup)}>
      {failure && (
        <Alert color="red" title={t('Not backed up')}>
          {failure}
        </Alert>
      )}
      {progress ? (
        <WorkProgressBar label={t('Backing up')} {...progress} onStop={stop} />
      ) : (
        <div className={styles.buttons}>
          <Button
            leftSection={<DatabaseBackup size={16} aria-hidden />}
            onClick={() => void start(care, hasPlace ? 'same' : 'choose')}
          >
            {hasPlace ? t('Back up now') : t('Back up now…')}
          </Button>
          {hasPlace && (
            <Button variant="default" onClick={() => void start(care, 'choose')}>
              {t('Back up elsewhere…')}
            </Button>
          )}
          <RestoreButton care={care} />
        </div>
      )}
    </HealthCard>
  )
}
