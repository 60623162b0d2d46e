import { t } from '../../../shared/words/translate.ts'
import styles from './import.module.css'

interface ReviewSummaryProps {
  /** What would be saved, in words. */
  readonly ready: string
  readonly readyCount: number
  readonly unfiledCount: number
  readonly undatedCount: number
  readonly toCheckCount: number
  readonly leftOutCount: number
  readonly problemCount: number
}

/** What saving would do, in a line. */
export function ReviewSummary({
  ready,
  readyCount,
  unfiledCount,
  undatedCount,
  toCheckCount,
  leftOutCount,
  problemCount,
}: ReviewSummaryProps) {
  if (readyCount + leftOutCount + problemCount === 0) return null
  const hints = [
    unfiledCount > 0 &&
      t('{{count}} without stage or angle: saved to “Not filed yet”, where you can file them later.', {
        count: unfiledCount,
      }),
    undatedCount > 0 && t('{{count}} without a date: saved as unknown.', { count: undatedCount }),
    toCheckCount > 0 && t('{{count}} with a date to check.', { count: toCheckCount }),
    leftOutCount > 0 && t('{{count}} left out by you.', { count: leftOutCount }),
  ].filter((hint) => hint !== false)
  return (
    <p className={styles.summary} role="status">
      <strong>{t('{{photos}} to save.', { photos: ready })}</strong>
      {hints.map((hint) => ` ${hint}`)}
      {problemCount > 0 && (
        <>
          {' '}
          <a className={styles.jump} href="#problems">
            {t('Problems with {{count}} files', { count: problemCount })}
          </a>
        </>
      )}
    </p>
  )
}
