import { Menu } from '@mantine/core'
import { CalendarDays, FolderInput, Play, RotateCw, ScanSearch, Trash2, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { photoAddress } from '../../../shared/addresses.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { videoTime } from '../../../shared/domain/video.ts'
import { t } from '../../../shared/words/translate.ts'
import { photoName } from '../../photo-words.ts'
import { DotsMenu } from '../../ui/menu-button.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { VideoThumbnail } from '../../video-thumbnail.tsx'
import { carryPhoto } from './photo-drag.ts'
import styles from './photo-tile.module.css'

/** What can be done with a photo on the board. It stays the same object, so that tiles needn't be drawn anew. */
export interface PhotoActions {
  readonly onSelect: (photo: Photo, isSelected: boolean) => void
  readonly onMove: (photo: Photo) => void
  readonly onTurn: (photo: Photo) => void
  readonly onDate: (photo: Photo) => void
  readonly onRemove: (photo: Photo) => void
  readonly onAssess: (photo: Photo) => void
  readonly onOpenVideo: (photo: Photo) => void
}

interface PhotoTileProps {
  readonly photo: Photo
  readonly isSelected: boolean
  readonly actions: PhotoActions
}

/** A photo or a video on the board: click or Space selects it, dragging files it elsewhere, its menu does the rest. */
export const PhotoTile = memo(function PhotoTile({ photo, isSelected, actions }: PhotoTileProps) {
  const { video } = photo
  const name = video ? t('Video: {{photo}}', { photo: photoName(photo) }) : photoName(photo)
  const src = photoAddress(photo, 'thumb')
  return (
    <div className={styles.tile} data-selected={isSelected || undefined}>
      <label className={styles.pick} title={name} draggable onDragStart={(event) => carryPhoto(event, photo.photoId)}>
        <input
          type="checkbox"
          className={styles.box}
          data-photo
          checked={isSelected}
          onChange={(event) => actions.onSelect(photo, event.currentTarget.checked)}
        />
        {video ? <VideoThumbnail videoId={photo.photoId} src={src} alt={name} /> : <Thumbnail src={src} alt={name} />}
      </label>
      {video && (
        <button
          type="button"
          className={styles.play}
          aria-label={t('Open {{name}}', { name })}
          title={t('Open the video')}
          onClick={() => actions.onOpenVideo(photo)}
        >
          <Play size={13} fill="currentColor" aria-hidden />
          {videoTime(video.durationSeconds)}
        </button>
      )}
      {photo.isDamaged && (
        <span className={styles.damaged} title={t('Part of this picture is damaged; kept as it is')}>
          <TriangleAlert size={14} aria-label={t('Part of this picture is damaged')} />
        </span>
      )}
      <DotsMenu
        className={styles.menu}
        label={t('Actions: {{name}}', { name })}
        items={() => (
          <>
            {!video && (
              <Menu.Item leftSection={<ScanSearch size={16} aria-hidden />} onClick={() => actions.onAssess(photo)}>
                {t('Assess')}
              </Menu.Item>
            )}
            <Menu.Item leftSection={<FolderInput size={16} aria-hidden />} onClick={() => actions.onMove(photo)}>
              {t('Move to…')}
            </Menu.Item>
            <Menu.Item leftSection={<RotateCw size={16} aria-hidden />} onClick={() => actions.onTurn(photo)}>
              {t('Turn clockwise')}
            </Menu.Item>
            <Menu.Item leftSection={<CalendarDays size={16} aria-hidden />} onClick={() => actions.onDate(photo)}>
              {t('Set date…')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item leftSection={<Trash2 size={16} aria-hidden />} onClick={() => actions.onRemove(photo)}>
              {video ? t('Remove video') : t('Remove photo')}
            </Menu.Item>
          </>
        )}
      />
    </div>
  )
}, isSameTile)

/** The same photo comes as another object whenever any photo of the client changes. */
function isSameTile(before: PhotoTileProps, after: PhotoTileProps): boolean {
  return (
    before.isSelected === after.isSelected &&
    before.actions === after.actions &&
    (before.photo === after.photo || JSON.stringify(before.photo) === JSON.stringify(after.photo))
  )
}
