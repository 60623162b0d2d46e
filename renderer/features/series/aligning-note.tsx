import { CircleStop } from 'lucide-react'
import { t } from '../../../shared/words/translate.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './board.module.css'

/** How many of the series' pairs are aligned, and the way to stop. */
export interface Aligning {
  readonly done: number
  readonly total: number
  readonly stop: () => void
}

/** Says that the photos are being aligned in the background; comparing need not wait for it. */
export function AligningNote({ aligning: { done, total, stop } }: { aligning: Aligning }) {
  return (
    <span className={styles.aligning}>
      {t('Aligning photos: {{done}} of {{total}}', { done, total })}
      <IconButton icon={CircleStop} label={t('Stop aligning')} size={24} onClick={stop} />
    </span>
  )
}
