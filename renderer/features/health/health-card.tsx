import { CircleCheck, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { numberInWords } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import { Card } from '../../ui/card.tsx'
import { dayLabel } from '../../ui/day-label.ts'
import type { Finding } from './finding.ts'
import styles from './health.module.css'

interface HealthCardProps {
  readonly title: string
  readonly findings: readonly Finding[]
  /** Buttons and progress. */
  readonly children?: ReactNode
}

/** One matter of the library's health: what was found, what to do about it, and the buttons for it. */
export function HealthCard({ title, findings, children }: HealthCardProps) {
  return (
    <Card title={title}>
      <ul className={styles.findings}>
        {findings.map((finding) => (
          <FindingRow key={finding.sentence} {...finding} />
        ))}
      </ul>
      {children && <div className={styles.actions}>{children}</div>}
    </Card>
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
        aria-label={isGood ? t('In order') : t('Needs attention')}
      />
      <div>
        <p className={styles.sentence}>{sentence}</p>
        {toDo && <p className={styles.toDo}>{toDo}</p>}
        {photos && (
          <ul className={styles.photos} aria-label={t('Files')}>
            {photos.photos.map(({ clientName, day, fileName }) => (
              <li key={`${clientName}/${day}/${fileName}`}>
                {clientName}, {day ? dayLabel(day) : t('no date')}: {fileName}
              </li>
            ))}
            {photos.count > photos.photos.length && (
              <li>{t('and {{number}} more', { number: numberInWords(photos.count - photos.photos.length) })}</li>
            )}
          </ul>
        )}
      </div>
    </li>
  )
}
