import { Button } from '@mantine/core'
import { CircleSlash, RotateCw, X } from 'lucide-react'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import type { Stage } from '../../../shared/domain/stage.ts'
import { t } from '../../../shared/words/translate.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './import.module.css'
import { photoCount } from './import-words.ts'
import { AngleSelect, DayField, StageSelect } from './photo-fields.tsx'
import { type ReviewedPhoto, sharedValue } from './review-model.ts'
import type { PhotoEdits } from './review-state.ts'

interface BulkBarProps {
  readonly photos: readonly ReviewedPhoto[]
  readonly stages: readonly Stage[]
  readonly onEdit: (photoIds: readonly PhotoId[], edits: PhotoEdits) => void
  readonly onTurn: (photoIds: readonly PhotoId[]) => void
  readonly onClear: () => void
}

/** Sets stage, angle or date on all selected photos at once. */
export function BulkBar({ photos, stages, onEdit, onTurn, onClear }: BulkBarProps) {
  if (photos.length === 0) return null
  const ids = photos.map(({ photoId }) => photoId)
  const areLeftOut = photos.every(({ isLeftOut }) => isLeftOut)
  return (
    <section className={styles.bar} aria-label={t('Selected photos')}>
      <strong className={styles.barCount} role="status">
        {t('{{photos}} selected', { photos: photoCount(photos.length) })}
      </strong>
      <StageSelect
        label={t('Stage of the selected photos')}
        stages={stages}
        value={sharedValue(photos.map(({ stage }) => stage))}
        onChange={(stage) => onEdit(ids, { stage })}
      />
      <AngleSelect
        label={t('Angle of the selected photos')}
        value={sharedValue(photos.map(({ angle }) => angle))}
        onChange={(angle) => onEdit(ids, { angle })}
      />
      <DayField
        label={t('Date of the selected photos')}
        capture={sharedValue(photos.map(({ capture }) => capture)) ?? null}
        onChange={(capture) => onEdit(ids, { capture })}
      />
      <IconButton icon={RotateCw} label={t('Turn the selected photos clockwise')} onClick={() => onTurn(ids)} />
      <Button
        variant="subtle"
        color="gray"
        leftSection={<CircleSlash size={16} aria-hidden />}
        onClick={() => onEdit(ids, { isLeftOut: !areLeftOut })}
      >
        {areLeftOut ? t('Put back') : t('Leave out')}
      </Button>
      <IconButton icon={X} label={t('Clear selection')} onClick={onClear} />
    </section>
  )
}
