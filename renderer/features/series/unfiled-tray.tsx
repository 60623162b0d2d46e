import { Button } from '@mantine/core'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { t } from '../../../shared/words/translate.ts'
import { moveFocusByArrows } from '../../ui/arrow-focus.ts'
import { type PhotoActions, PhotoTile } from './photo-tile.tsx'
import styles from './unfiled-tray.module.css'

interface UnfiledTrayProps {
  readonly photos: readonly Photo[]
  readonly selectedIds: ReadonlySet<PhotoId>
  readonly actions: PhotoActions
  readonly onSelectAll: () => void
}

/** Photos that have no place on the board yet: drag them into a cell, or select several and move them at once. */
export function UnfiledTray({ photos, selectedIds, actions, onSelectAll }: UnfiledTrayProps) {
  if (photos.length === 0) return null
  return (
    <section className={styles.tray} aria-labelledby="unfiled">
      <div className={styles.trayHead}>
        <h2 id="unfiled" className={styles.trayTitle}>
          {t('Not filed yet ({{number}})', { number: photos.length })}
        </h2>
        <p className={styles.trayHint}>{t('Drag a photo into its cell, or select several and choose “Move to…”.')}</p>
        <Button size="compact-sm" variant="default" onClick={onSelectAll}>
          {t('Select all')}
        </Button>
      </div>
      <ul className={styles.trayPhotos} onKeyDown={(event) => moveFocusByArrows(event, '[data-photo]')}>
        {photos.map((photo) => (
          <li key={photo.photoId}>
            <PhotoTile photo={photo} isSelected={selectedIds.has(photo.photoId)} actions={actions} />
            <span className={styles.trayName} title={photo.fileName}>
              {photo.fileName}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
