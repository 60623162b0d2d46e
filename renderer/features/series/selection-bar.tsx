import { Button } from '@mantine/core'
import { Columns2, FolderInput, X } from 'lucide-react'
import { type ComparedPhotos, comparisonOfChosen } from '../../../shared/domain/compared-photos.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { t } from '../../../shared/words/translate.ts'
import styles from './selection-bar.module.css'

interface SelectionBarProps {
  readonly photos: readonly Photo[]
  readonly onCompare: (compared: ComparedPhotos) => void
  readonly onMove: () => void
  readonly onClear: () => void
}

/** What can be done with the selected photos: compare those of one angle, move any number. */
export function SelectionBar({ photos, onCompare, onMove, onClear }: SelectionBarProps) {
  if (photos.length === 0) return null
  const chosen = comparisonOfChosen(photos)
  return (
    <section className={styles.bar} aria-label={t('Selected photos')}>
      <div className={styles.barText} role="status">
        <strong>{t('{{count}} photos selected', { count: photos.length })}</strong>{' '}
        {'refusal' in chosen && <span className={styles.barWhy}>{chosen.refusal}</span>}
      </div>
      <Button variant="subtle" color="gray" leftSection={<X size={16} aria-hidden />} onClick={onClear}>
        {t('Clear selection')}
      </Button>
      <Button variant="default" leftSection={<FolderInput size={16} aria-hidden />} onClick={onMove}>
        {t('Move to…')}
      </Button>
      <Button
        leftSection={<Columns2 size={16} aria-hidden />}
        disabled={'refusal' in chosen}
        onClick={() => 'refusal' in chosen || onCompare(chosen)}
      >
        {photos.length > 2 ? t('Compare these {{number}}', { number: photos.length }) : t('Compare these two')}
      </Button>
    </section>
  )
}
