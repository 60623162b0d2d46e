import { CircleSlash, RotateCw, TriangleAlert, Undo2 } from 'lucide-react'
import { memo } from 'react'
import { stagedAddress } from '../../../shared/addresses.ts'
import type { Angle } from '../../../shared/domain/angle.ts'
import type { ProposedAngle } from '../../../shared/domain/angle-guess.ts'
import { type CaptureDate, captureDay } from '../../../shared/domain/capture-date.ts'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import type { Stage } from '../../../shared/domain/stage.ts'
import type { StagedPhoto } from '../../../shared/ipc/contract.ts'
import { t } from '../../../shared/words/translate.ts'
import { dayLabel } from '../../ui/day-label.ts'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { VideoThumbnail } from '../../video-thumbnail.tsx'
import styles from './import.module.css'
import { dateSentence, doubtSentence, formatLine, guessSentence } from './import-words.ts'
import { AngleSelect, DayField, StageSelect } from './photo-fields.tsx'
import type { ReviewedPhoto } from './review-model.ts'
import type { PhotoEdits } from './review-state.ts'

interface PhotoRowProps {
  readonly photo: StagedPhoto
  readonly stages: readonly Stage[]
  readonly stage: Stage | null
  readonly angle: Angle | null
  readonly capture: CaptureDate | null
  readonly dateDoubt: ReviewedPhoto['dateDoubt']
  readonly quarterTurns: number
  readonly isLeftOut: boolean
  readonly guessedFrom: ProposedAngle['from'] | null
  readonly isSelected: boolean
  readonly onSelect: (photoId: PhotoId, isSelected: boolean, isRange: boolean) => void
  readonly onEdit: (photoIds: readonly PhotoId[], edits: PhotoEdits) => void
  readonly onTurn: (photoIds: readonly PhotoId[]) => void
}

/** One photo under review. Memoised: hundreds of rows stand while others are still being read. */
export const PhotoRow = memo(function PhotoRow(row: PhotoRowProps) {
  const { photo, capture, dateDoubt, isLeftOut, isSelected, onEdit } = row
  const { photoId, fileName } = photo
  const edit = (edits: PhotoEdits) => onEdit([photoId], edits)
  return (
    <li className={styles.row} data-selected={isSelected || undefined} data-left-out={isLeftOut || undefined}>
      <label className={styles.pick}>
        <input
          type="checkbox"
          className={styles.box}
          aria-label={t('Select {{fileName}}', { fileName })}
          checked={isSelected}
          onChange={(event) =>
            row.onSelect(photoId, event.currentTarget.checked, (event.nativeEvent as MouseEvent).shiftKey)
          }
        />
        <span className={styles.thumb}>
          {photo.video ? (
            <VideoThumbnail
              videoId={photoId}
              src={stagedAddress(photoId)}
              alt={t('Video')}
              quarterTurns={row.quarterTurns}
              fit="contain"
            />
          ) : (
            <Thumbnail src={stagedAddress(photoId)} alt="" quarterTurns={row.quarterTurns} fit="contain" />
          )}
        </span>
        <span className={styles.file}>
          <span className={styles.fileName} title={fileName}>
            {fileName}
          </span>
          <span className={styles.meta}>{formatLine(photo)}</span>
          {photo.isDamaged && (
            <span className={styles.damaged}>
              <TriangleAlert size={14} aria-hidden /> {t('Part of this picture is damaged; kept as it is')}
            </span>
          )}
          {row.guessedFrom && row.angle && (
            <span className={styles.ask}>{guessSentence(row.angle, row.guessedFrom)}</span>
          )}
          {isLeftOut && <span className={styles.meta}>{t('Left out: it will not be saved')}</span>}
        </span>
      </label>
      <div className={styles.date}>
        {capture && capture.source === 'exif' && !dateDoubt ? (
          <span className={styles.day}>
            {dayLabel(captureDay(capture))}, {capture.local.slice(11, 16)}
          </span>
        ) : (
          <>
            <span className={dateDoubt ? styles.doubt : styles.ask}>
              {dateDoubt && <TriangleAlert size={13} aria-hidden />}
              {dateDoubt ? doubtSentence(dateDoubt) : dateSentence(capture, fileName)}
            </span>
            <DayField
              label={t('Date of {{fileName}}', { fileName })}
              capture={capture}
              onChange={(given) => edit({ capture: given })}
            />
          </>
        )}
      </div>
      <StageSelect
        label={t('Stage of {{fileName}}', { fileName })}
        stages={row.stages}
        value={row.stage}
        onChange={(stage) => edit({ stage })}
      />
      <AngleSelect
        label={t('Angle of {{fileName}}', { fileName })}
        value={row.angle}
        onChange={(angle) => edit({ angle })}
      />
      <div className={styles.rowActions}>
        <button
          type="button"
          className={styles.icon}
          aria-label={t('Turn {{fileName}} clockwise', { fileName })}
          title={t('Turn clockwise')}
          onClick={() => row.onTurn([photoId])}
        >
          <RotateCw size={16} aria-hidden />
        </button>
        <button
          type="button"
          className={styles.icon}
          aria-label={isLeftOut ? t('Put {{fileName}} back', { fileName }) : t('Leave {{fileName}} out', { fileName })}
          title={isLeftOut ? t('Put back') : t('Leave out')}
          onClick={() => edit({ isLeftOut: !isLeftOut })}
        >
          {isLeftOut ? <Undo2 size={16} aria-hidden /> : <CircleSlash size={16} aria-hidden />}
        </button>
      </div>
    </li>
  )
})
