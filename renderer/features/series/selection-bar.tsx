import { Button } from '@mantine/core'
import { Columns2, FolderInput, X } from 'lucide-react'
import { type PhotoPair, pairOf } from '../../../shared/domain/next-comparison.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import styles from './selection-bar.module.css'

interface SelectionBarProps {
  readonly photos: readonly Photo[]
  readonly onCompare: (pair: PhotoPair) => void
  readonly onMove: () => void
  readonly onClear: () => void
}

/** What can be done with the selected photos: compare exactly two of one angle, move any number. */
export function SelectionBar({ photos, onCompare, onMove, onClear }: SelectionBarProps) {
  if (photos.length === 0) return null
  const [first, second] = photos
  const pair = photos.length === 2 ? pairOf(first!, second!) : { refusal: 'Select two photos to compare them.' }
  return (
    <section className={styles.bar} aria-label="Selected photos">
      <div className={styles.barText} role="status">
        <strong>{photos.length === 1 ? '1 photo selected' : `${photos.length} photos selected`}</strong>{' '}
        {'refusal' in pair && <span className={styles.barWhy}>{pair.refusal}</span>}
      </div>
      <Button variant="subtle" color="gray" leftSection={<X size={16} aria-hidden />} onClick={onClear}>
        Clear selection
      </Button>
      <Button variant="default" leftSection={<FolderInput size={16} aria-hidden />} onClick={onMove}>
        Move to…
      </Button>
      <Button
        leftSection={<Columns2 size={16} aria-hidden />}
        disabled={'refusal' in pair}
        onClick={() => 'refusal' in pair || onCompare(pair)}
      >
        Compare these two
      </Button>
    </section>
  )
}
