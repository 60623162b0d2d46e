import { type KeyboardEvent, useState } from 'react'
import { type Angle, angleIds, angleLabel, angleSchema } from '../../../shared/domain/angle.ts'
import { type CaptureDate, captureDay } from '../../../shared/domain/capture-date.ts'
import { captureGivenByUser } from '../../../shared/domain/import-grouping.ts'
import { type Stage, stageLabel, stageSchema } from '../../../shared/domain/stage.ts'
import { t } from '../../../shared/words/translate.ts'
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
export function StageSelect({ stages, mixedLabel = t('Several stages'), onChange, ...rest }: StageSelectProps) {
  const choices = stages.map((stage) => ({ value: stage, label: stageLabel(stage) }))
  const onText = (text: string) => onChange(text ? stageSchema.parse(text) : null)
  return <KnownSelect {...rest} {...{ choices, mixedLabel, onText }} unsetLabel={t('Stage not set')} />
}

interface AngleSelectProps {
  readonly label: string
  readonly value: Angle | null | undefined
  readonly mixedLabel?: string
  readonly onChange: (angle: Angle | null) => void
}

/** Chooses an angle, or that it isn't known yet. */
export function AngleSelect({ mixedLabel = t('Several angles'), onChange, ...rest }: AngleSelectProps) {
  const choices = angleIds.map((angle) => ({ value: angle, label: angleLabel(angle) }))
  const onText = (text: string) => onChange(text ? angleSchema.parse(text) : null)
  return <KnownSelect {...rest} {...{ choices, mixedLabel, onText }} unsetLabel={t('Angle not set')} />
}

interface KnownSelectProps {
  readonly label: string
  /** Null: not known yet. Undefined: the photos that it stands for differ. */
  readonly value: string | null | undefined
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly unsetLabel: string
  readonly mixedLabel: string
  /** The chosen value, or nothing. */
  readonly onText: (text: string) => void
}

function KnownSelect({ label, value, choices, unsetLabel, mixedLabel, onText }: KnownSelectProps) {
  return (
    <select
      className={styles.field}
      aria-label={label}
      data-unset={value === null || undefined}
      value={value === undefined ? mixed : (value ?? '')}
      onChange={(event) => onText(event.currentTarget.value)}
    >
      {value === undefined && (
        <option value={mixed} disabled hidden>
          {mixedLabel}
        </option>
      )}
      <option value="">{unsetLabel}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
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
