import { type Angle, angleLabel } from '../shared/domain/angle.ts'
import { captureDay } from '../shared/domain/capture-date.ts'
import type { Photo } from '../shared/domain/photo.ts'
import { type Stage, stageLabel, stageWords } from '../shared/domain/stage.ts'
import { t } from '../shared/words/translate.ts'
import { dayLabel } from './ui/day-label.ts'

/** A place on the board in words: "Crown, session 2". */
export function placeName(angle: Angle, stage: Stage): string {
  return `${angleLabel(angle)}, ${stageWords(stage)}`
}

/** A photo in words, with what is known of it: "Crown, session 1, 12 Mar 2026". */
export function photoName({ angle, stage, capture, fileName }: Photo): string {
  const day = capture ? dayLabel(captureDay(capture)) : t('no date')
  if (angle && stage) return `${placeName(angle, stage)}, ${day}`
  const known = angle ? angleLabel(angle) : stage && stageLabel(stage)
  return [fileName, known, day].filter(Boolean).join(', ')
}

/** Days in words for a column's head: the day, or how many there are. */
export function daysLine(days: readonly string[]): string {
  if (days.length === 0) return ''
  return days.length === 1
    ? dayLabel(days[0]!)
    : t('{{count}} days from {{day}}', { count: days.length, day: dayLabel(days[0]!) })
}
