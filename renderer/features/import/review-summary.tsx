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
  return (
    <p className={styles.summary} role="status">
      <strong>{ready} to save.</strong>
      {unfiledCount > 0 &&
        ` ${unfiledCount} without stage or angle: saved to “Not filed yet”, where you can file ${unfiledCount === 1 ? 'it' : 'them'} later.`}
      {undatedCount > 0 && ` ${undatedCount} without a date: saved as unknown.`}
      {toCheckCount > 0 && ` ${toCheckCount} with a date to check.`}
      {leftOutCount > 0 && ` ${leftOutCount} left out by you.`}
      {problemCount > 0 && (
        <>
          {' '}
          <a className={styles.jump} href="#problems">
            {problemCount === 1 ? 'Problem with 1 file' : `Problems with ${problemCount} files`}
          </a>
        </>
      )}
    </p>
  )
}
