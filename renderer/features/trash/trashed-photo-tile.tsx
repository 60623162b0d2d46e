import { Button } from '@mantine/core'
import { Trash2, Undo2 } from 'lucide-react'
import { photoAddress } from '../../../shared/addresses.ts'
import { angleLabel } from '../../../shared/domain/angle.ts'
import { stageLabel } from '../../../shared/domain/stage.ts'
import type { TrashedPhoto } from '../../../shared/domain/trash.ts'
import { t } from '../../../shared/words/translate.ts'
import { placeName } from '../../photo-words.ts'
import { dayLabel } from '../../ui/day-label.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import styles from './trash.module.css'
import { fateOf } from './trash-words.ts'

interface TrashedPhotoTileProps {
  readonly photo: TrashedPhoto
  readonly onRestore: () => void
  readonly onDelete: () => void
}

/** A photo in the trash: the picture, whose it is, and the ways out. */
export function TrashedPhotoTile({ photo, onRestore, onDelete }: TrashedPhotoTileProps) {
  const { clientName, day } = photo
  const place = placeOf(photo)
  const name = `${clientName}, ${place}, ${day ? dayLabel(day) : t('no date')}`
  return (
    <li className={styles.card}>
      <div className={styles.cover}>
        <Thumbnail src={photoAddress(photo, 'thumb')} alt={name} />
      </div>
      <div className={styles.caption}>
        <h3 className={styles.photoName} title={name}>
          {clientName}
        </h3>
        <p className={styles.line}>{place}</p>
        <p className={styles.fate}>{fateOf(photo, new Date()).sentence}</p>
        <div className={styles.cardActions}>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Undo2 size={14} aria-hidden />}
            aria-label={t('Restore the photo: {{name}}', { name })}
            onClick={onRestore}
          >
            {t('Restore')}
          </Button>
          <IconButton size="md" icon={Trash2} label={t('Delete for good: {{name}}', { name })} onClick={onDelete} />
        </div>
      </div>
    </li>
  )
}

function placeOf({ angle, stage, fileName }: TrashedPhoto): string {
  if (angle && stage) return placeName(angle, stage)
  return (angle && angleLabel(angle)) ?? (stage && stageLabel(stage)) ?? fileName
}
