import { useId } from 'react'
import type { PhotoId } from '../../../shared/domain/ids.ts'
import { type Stage, stageLabel } from '../../../shared/domain/stage.ts'
import { t } from '../../../shared/words/translate.ts'
import { dayLabel } from '../../ui/day-label.ts'
import styles from './import.module.css'
import { photoCount } from './import-words.ts'
import { AngleSelect, StageSelect } from './photo-fields.tsx'
import { PhotoRow } from './photo-row.tsx'
import { type ReviewedDay, sharedValue } from './review-model.ts'
import type { PhotoEdits } from './review-state.ts'

interface DaySectionProps {
  readonly reviewed: ReviewedDay
  readonly stages: readonly Stage[]
  readonly selected: ReadonlySet<PhotoId>
  readonly onSelect: (photoId: PhotoId, isSelected: boolean, isRange: boolean) => void
  readonly onSelectAll: (photoIds: readonly PhotoId[], isSelected: boolean) => void
  readonly onEdit: (photoIds: readonly PhotoId[], edits: PhotoEdits) => void
  readonly onTurn: (photoIds: readonly PhotoId[]) => void
}

/** The photos of one capture day: what is set in its head is set on all of them. */
export function DaySection({ reviewed, stages, selected, ...on }: DaySectionProps) {
  const { day, proposed, photos } = reviewed
  const headingId = useId()
  const ids = photos.map(({ photoId }) => photoId)
  const selectedCount = ids.filter((id) => selected.has(id)).length
  const name = day === null ? t('No date') : dayLabel(day)
  const stage = sharedValue(photos.map((photo) => photo.stage))
  return (
    <section className={styles.dayGroup} aria-labelledby={headingId}>
      <header className={styles.dayHead}>
        <input
          type="checkbox"
          className={styles.box}
          aria-label={t('Select all of {{name}}', { name })}
          checked={selectedCount === ids.length}
          ref={(box) => {
            if (box) box.indeterminate = selectedCount > 0 && selectedCount < ids.length
          }}
          onChange={(event) => on.onSelectAll(ids, event.currentTarget.checked)}
        />
        <div className={styles.dayTitle}>
          <h2 id={headingId} className={styles.dayName}>
            {name}
          </h2>
          <span className={styles.meta}>
            {dayHint(photoCount(photos.length, photos.filter(({ photo }) => photo.video).length), day, stage, proposed)}
          </span>
        </div>
        <StageSelect
          label={t('Stage of all of {{name}}', { name })}
          stages={stages}
          value={stage}
          onChange={(chosen) => on.onEdit(ids, { stage: chosen })}
        />
        <AngleSelect
          label={t('Angle of all of {{name}}', { name })}
          value={sharedValue(photos.map((photo) => photo.angle))}
          onChange={(angle) => on.onEdit(ids, { angle })}
        />
        <span />
      </header>
      <ul className={styles.rows}>
        {photos.map((photo) => (
          <PhotoRow
            key={photo.photoId}
            photo={photo.photo}
            stages={stages}
            stage={photo.stage}
            angle={photo.angle}
            capture={photo.capture}
            dateDoubt={photo.dateDoubt}
            quarterTurns={photo.quarterTurns}
            isLeftOut={photo.isLeftOut}
            guessedFrom={photo.guessedFrom}
            isSelected={selected.has(photo.photoId)}
            onSelect={on.onSelect}
            onEdit={on.onEdit}
            onTurn={on.onTurn}
          />
        ))}
      </ul>
    </section>
  )
}

function dayHint(start: string, day: string | null, stage: Stage | null | undefined, proposed: Stage | null): string {
  if (proposed && stage === proposed)
    return `${start} · ${t('this treatment’s photos of this day are all {{stage}}', { stage: stageLabel(proposed) })}`
  if (day === null) return `${start} · ${t('give the date, or leave it unknown')}`
  return stage === null ? `${start} · ${t('which stage is this?')}` : start
}
