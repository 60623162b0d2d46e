import { type KeyboardEvent, useState } from 'react'
import { type Angle, angleIds, angleLabel, angleSchema } from '../../../shared/domain/angle.ts'
import { type CaptureDate, captureDay } from '../../../shared/domain/capture-date.ts'
import { captureGivenByUser } from '../../../shared/domain/import-grouping.ts'
import { type Stage, stageLabel, stageSchema } from '../../../shared/domain/stage.ts'
import styles from './import.module.css'

/** What a select shows when its photos differ, or when it only sets and shows nothing. */
const mixed = 'mixed'

interface StageSelectProps {
  readonly label: string
  readonly stages: readonly Stage[]
  /** Undefined: the photos have several. */
  readonly value: Stage | null | undefined
  readonly mixedLabel?: string
  readonly onChange: (stage: Stage | null) => void
}

/** Chooses a stage, or that it isn't known yet. */
export function StageSelect({ label, stages, value, mixedLabel = 'Several stages', onChange }: StageSelectProps) {
  return (
    <select
      className={styles.field}
      aria-label={label}
      data-unset={value === null || undefined}
      value={value === undefined ? mixed : (value ?? '')}
      onChange={(event) => onChange(event.currentTarget.value ? stageSchema.parse(event.currentTarget.value) : null)}
    >
      {value === undefined && (
        <option value={mixed} disabled hidden>
          {mixedLabel}
        </option>
      )}
      <option value="">Stage not set</option>
      {stages.map((stage) => (
        <option key={stage} value={stage}>
          {stageLabel(stage)}
        </option>
      ))}
    </select>
  )
}

interface AngleSelectProps {
  readonly label: string
  readonly value: Angle | null | undefined
  readonly mixedLabel?: string
  readonly onChange: (angle: Angle | null) => void
}

/** Chooses an angle, or that it isn't known yet. */
export function AngleSelect({ label, value, mixedLabel = 'Several angles', onChange }: AngleSelectProps) {
  return (
    <select
      className={styles.field}
      aria-label={label}
      data-unset={value === null || undefined}
      value={value === undefined ? mixed : (value ?? '')}
      onChange={(event) => onChange(event.currentTarget.value ? angleSchema.parse(event.currentTarget.value) : null)}
    >
      {value === undefined && (
        <option value={mixed} disabled hidden>
          {mixedLabel}
        </option>
      )}
      <option value="">Angle not set</option>
      {angleIds.map((angle) => (
        <option key={angle} value={angle}>
          {angleLabel(angle)}
        </option>
      ))}
    </select>
  )
}

interface DayFieldProps {
  readonly label: string
  readonly capture: CaptureDate | null
  readonly onChange: (capture: CaptureDate | null) => void
}

/** Asks for the day a photo was taken. It counts when the field is left or Enter is pressed, not while a year is being typed. */
export function DayField({ label, capture, onChange }: DayFieldProps) {
  const present = capture ? captureDay(capture) : ''
  const [draft, setDraft] = useState<string | null>(null)
  const commit = () => {
    if (draft !== null && draft !== present) onChange(draft === '' ? null : captureGivenByUser(draft))
    setDraft(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit()
    if (event.key === 'Escape') setDraft(null)
  }
  return (
    <input
      type="date"
      className={styles.field}
      aria-label={label}
      value={draft ?? present}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  )
}
