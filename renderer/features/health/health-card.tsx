import { CircleCheck, TriangleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { dayLabel } from '../../ui/day-label.ts'
import type { Finding } from './finding.ts'
import styles from './health.module.css'
import { count } from './health-words.ts'

interface HealthCardProps {
  readonly title: string
  readonly findings: readonly Finding[]
  /** Buttons and progress. */
  readonly children?: ReactNode
}

/** One matter of the library's health: what was found, what to do about it, and the buttons for it. */
export function HealthCard({ title, findings, children }: HealthCardProps) {
  const titleId = useId()
  return (
    <section className={styles.card} aria-labelledby={titleId}>
      <h2 className={styles.cardTitle} id={titleId}>
        {title}
      </h2>
      <ul className={styles.findings}>
        {findings.map((finding) => (
          <FindingRow key={finding.sentence} {...finding} />
        ))}
      </ul>
      {children && <div className={styles.actions}>{children}</div>}
    </section>
  )
}

function FindingRow({ isGood, sentence, toDo, photos }: Finding) {
  const Icon = isGood ? CircleCheck : TriangleAlert
  return (
    <li className={styles.finding}>
      <Icon
        className={isGood ? styles.good : styles.open}
        size={18}
        role="img"
        aria-label={isGood ? 'In order' : 'Needs attention'}
      />
      <div>
        <p className={styles.sentence}>{sentence}</p>
        {toDo && <p className={styles.toDo}>{toDo}</p>}
        {photos && (
          <ul className={styles.photos} aria-label="Files">
            {photos.photos.map(({ clientName, day, fileName }) => (
              <li key={`${clientName}/${day}/${fileName}`}>
                {clientName}, {day ? dayLabel(day) : 'no date'}: {fileName}
              </li>
            ))}
            {photos.count > photos.photos.length && (
              <li>and {count(photos.count - photos.photos.length, 'more', 'more')}</li>
            )}
          </ul>
        )}
      </div>
    </li>
  )
}
