import { Button, Progress } from '@mantine/core'
import type { FileOffer, StagedPhoto } from '../../../shared/ipc/contract.ts'
import { withinSentence } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import { type JobState, jobFraction } from '../../jobs/job-item.ts'
import { stepInWords } from '../../step-words.ts'
import styles from './import.module.css'

interface ReadingPanelProps {
  readonly job: JobState<FileOffer, StagedPhoto>
  readonly onStop: () => void
  readonly onReadRest: () => void
}

/** How far the reading of the files is, overall and per file being read; can be stopped and taken up again. */
export function ReadingPanel({ job, onStop, onReadRest }: ReadingPanelProps) {
  const { items, isRunning } = job
  const ended = items.filter(({ state }) => state.kind === 'done' || state.kind === 'failed').length
  const isStopped = items.some(({ state }) => state.kind === 'cancelled')
  if (!isRunning && !isStopped) return null
  return (
    <section className={styles.reading} aria-label={t('Reading the files')}>
      <div className={styles.readingHead}>
        <strong role="status">
          {isRunning
            ? t('Reading photos: {{ended}} of {{total}}', { ended, total: items.length })
            : t('Stopped: {{ended}} of {{total}} files read', { ended, total: items.length })}
        </strong>
        {isRunning ? (
          <Button size="compact-sm" variant="default" onClick={onStop}>
            {t('Stop reading')}
          </Button>
        ) : (
          <Button size="compact-sm" variant="default" onClick={onReadRest}>
            {t('Read the rest')}
          </Button>
        )}
      </div>
      <Progress value={jobFraction(items) * 100} size="sm" transitionDuration={150} aria-label={t('Files read')} />
      {isRunning && (
        <ul className={styles.running}>
          {items
            .filter(({ state }) => state.kind === 'running')
            .map(({ input, state }) => (
              <li key={input.offerId}>
                {input.fileName}
                {state.kind === 'running' && `: ${stepLabel(state.fraction, state.step)}`}
              </li>
            ))}
        </ul>
      )}
    </section>
  )
}

function stepLabel(fraction: number, step: string): string {
  return step ? `${withinSentence(stepInWords(step))}, ${Math.round(fraction * 100)} %` : t('copying and checking…')
}
