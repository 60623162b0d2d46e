import { Button } from '@mantine/core'
import { CopyCheck, TriangleAlert } from 'lucide-react'
import { AppError } from '../../../shared/errors.ts'
import type { FileOffer } from '../../../shared/ipc/contract.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import styles from './import.module.css'
import type { Duplicate } from './review-model.ts'

/** A file that could not be read, and why. */
export interface Problem {
  readonly offer: FileOffer
  readonly error: unknown
}

interface ProblemListProps {
  readonly problems: readonly Problem[]
  readonly canRetry: boolean
  readonly onRetry: () => void
}

/** Every file that can't be imported, each with its reason. */
export function ProblemList({ problems, canRetry, onRetry }: ProblemListProps) {
  if (problems.length === 0) return null
  return (
    <section className={styles.leftOut} aria-labelledby="problems">
      <header className={styles.leftOutHead}>
        <TriangleAlert className={styles.warn} size={18} aria-hidden />
        <h2 id="problems" className={styles.leftOutTitle}>
          {t('{{count}} files can’t be imported', { count: problems.length })}
        </h2>
        {canRetry && (
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            {t('Try again')}
          </Button>
        )}
      </header>
      <ul className={styles.leftOutList}>
        {problems.map(({ offer, error }) => (
          <li key={offer.offerId}>
            <strong className={styles.leftOutName} title={offer.fileName}>
              {offer.fileName}
            </strong>
            <span>{errorSentence(error)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Files whose picture is in the library already, or twice among the files. */
export function DuplicateList({ duplicates }: { duplicates: readonly Duplicate[] }) {
  if (duplicates.length === 0) return null
  return (
    <section className={styles.leftOut} aria-labelledby="duplicates">
      <header className={styles.leftOutHead}>
        <CopyCheck size={18} aria-hidden />
        <h2 id="duplicates" className={styles.leftOutTitle}>
          {t('{{count}} duplicates, left out', { count: duplicates.length })}
        </h2>
      </header>
      <ul className={styles.leftOutList}>
        {duplicates.map(({ photo, reason }) => (
          <li key={`${photo.photoId}/${photo.fileName}`}>
            <strong className={styles.leftOutName}>{photo.fileName}</strong>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** True when trying again can help: the file itself is not at fault. */
export function isWorthRetrying({ error }: Problem): boolean {
  if (!(error instanceof AppError)) return true
  return !['unsupported-format', 'picture-damaged', 'picture-too-large', 'refused'].includes(error.code)
}
