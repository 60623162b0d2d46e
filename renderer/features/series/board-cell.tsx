import { Popover } from '@mantine/core'
import { Plus } from 'lucide-react'
import type { Angle } from '../../../shared/domain/angle.ts'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import type { Stage } from '../../../shared/domain/stage.ts'
import { t } from '../../../shared/words/translate.ts'
import { placeName } from '../../photo-words.ts'
import { useFileDrop } from '../../ui/file-drop.ts'
import styles from './board-cell.module.css'
import { usePhotoDrop } from './photo-drag.ts'
import { type PhotoActions, PhotoTile } from './photo-tile.tsx'

interface BoardCellProps {
  readonly angle: Angle
  readonly stage: Stage
  /** Newest first. */
  readonly photos: readonly Photo[]
  readonly selectedIds: ReadonlySet<PhotoId>
  readonly actions: PhotoActions
  readonly onFiles: (files: File[], stage: Stage, angle: Angle) => void
  readonly onChoose: (stage: Stage, angle: Angle) => void
  readonly onFile: (photoId: PhotoId, stage: Stage, angle: Angle) => void
}

/** One place on the board: shows its newest photo, takes dropped files and photos, says what belongs there while it is empty. */
export function BoardCell({ angle, stage, photos, selectedIds, actions, onFiles, onChoose, onFile }: BoardCellProps) {
  const files = useFileDrop((dropped) => onFiles(dropped, stage, angle))
  const photo = usePhotoDrop((photoId) => onFile(photoId, stage, angle))
  const newest = photos[0]
  return (
    <td
      className={styles.cell}
      data-over={files.isOver || photo.isOver || undefined}
      onDragOver={(event) => {
        photo.handlers.onDragOver(event)
        files.handlers.onDragOver(event)
      }}
      onDragLeave={(event) => {
        photo.handlers.onDragLeave(event)
        files.handlers.onDragLeave(event)
      }}
      onDrop={(event) => {
        photo.handlers.onDrop(event)
        files.handlers.onDrop(event)
      }}
    >
      {newest ? (
        <>
          <PhotoTile photo={newest} isSelected={selectedIds.has(newest.photoId)} actions={actions} />
          {photos.length > 1 && (
            <MorePhotos name={placeName(angle, stage)} photos={photos} selectedIds={selectedIds} actions={actions} />
          )}
        </>
      ) : (
        <EmptyPlace name={placeName(angle, stage)} onChoose={() => onChoose(stage, angle)} />
      )}
    </td>
  )
}

function EmptyPlace({ name, onChoose }: { name: string; onChoose: () => void }) {
  const label = t('{{place}}: drop a photo here or choose one', { place: name })
  return (
    <button type="button" className={styles.empty} data-place aria-label={label} title={label} onClick={onChoose}>
      <span className={styles.emptyName}>{name}</span>
      <span className={styles.emptyHint}>
        <Plus size={12} aria-hidden /> {t('Drop a photo')}
      </span>
    </button>
  )
}

type MorePhotosProps = Pick<BoardCellProps, 'photos' | 'selectedIds' | 'actions'> & { readonly name: string }

function MorePhotos({ name, photos, selectedIds, actions }: MorePhotosProps) {
  const label = t('Show all {{number}} photos: {{place}}', { number: photos.length, place: name })
  return (
    <Popover position="bottom" trapFocus withinPortal>
      <Popover.Target>
        <button type="button" className={styles.count} aria-label={label} title={label}>
          {photos.length}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('All photos: {{place}}', { place: name })}>
        <div className={styles.allPhotos}>
          {photos.map((photo) => (
            <PhotoTile
              key={photo.photoId}
              photo={photo}
              isSelected={selectedIds.has(photo.photoId)}
              actions={actions}
            />
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
