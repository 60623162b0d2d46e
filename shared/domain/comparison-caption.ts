import { dayInWords } from '../words/formats.ts'
import { t } from '../words/translate.ts'
import { angleLabel } from './angle.ts'
import { captureDay, daysBetween } from './capture-date.ts'
import type { Photo } from './photo.ts'
import { isFresh, sessionNumberOf, stageLabel } from './stage.ts'

/** Pigment needs four weeks to settle; until then nothing is judged by its shade. */
const settledAfterDays = 28

/** What can only be said of a photo as it is shown. */
export interface ShownNotes {
  /** Its skin is red from a session: on the day of one always, later where it was measured. */
  readonly isRed: boolean
  /** Its light was brought nearer to another's. */
  readonly isLightMatched: boolean
}

/** What is said of a photo wherever it is shown. Never the client's name. */
export interface PhotoCaption extends ShownNotes {
  readonly angle: string | null
  readonly stage: string
  /** "14 Mar 2026", or that it isn't known. */
  readonly date: string
  readonly isDateKnown: boolean
  /** "day 35 since session 2", "day 0" on the day itself; null before the first session or where a date is missing. */
  readonly day: string | null
  readonly isSettling: boolean
  /** All of it in one line: "Crown · Healed 2 · 14 Mar 2026 · day 35 since session 2". */
  readonly text: string
}

/** What a caption needs to know of a photo. */
export type CaptionedPhoto = Pick<Photo, 'stage' | 'angle' | 'capture'>
/** What tells how long ago a photo's session was. */
export type DatedPhoto = Pick<Photo, 'stage' | 'capture'>

/** The caption of a photo; `treatmentPhotos` are those of its treatment, among which the day of its session is found. */
export function captionOf(
  photo: CaptionedPhoto,
  treatmentPhotos: readonly DatedPhoto[],
  shown: Partial<ShownNotes> = {},
): PhotoCaption {
  const angle = photo.angle && angleLabel(photo.angle)
  const stage = photo.stage ? stageLabel(photo.stage) : t('No stage')
  const date = photo.capture ? dayInWords(captureDay(photo.capture)) : t('Date unknown')
  const days = daysSinceSession(photo, treatmentPhotos)
  const day = days === undefined ? null : dayText(photo, days)
  const isSettling = days !== undefined && days < settledAfterDays
  const isRed = shown.isRed ?? (photo.stage !== null && isFresh(photo.stage))
  const isLightMatched = shown.isLightMatched ?? false
  const notes = [
    isRed ? t('red: fresh skin') : null,
    isSettling ? t('still settling') : null,
    isLightMatched ? t('light matched') : null,
  ]
  const text = [angle, stage, date, day, ...notes].filter((part) => part !== null).join(' · ')
  return { angle, stage, date, isDateKnown: photo.capture !== null, day, isSettling, isRed, isLightMatched, text }
}

/**
 * Whole days from the session that the photo's stage names to the photo: 0 for a fresh photo. Undefined without a session, without dates,
 * or where the dates contradict the stage.
 */
export function daysSinceSession(photo: DatedPhoto, treatmentPhotos: readonly DatedPhoto[]): number | undefined {
  const { stage, capture } = photo
  const session = stage ? sessionNumberOf(stage) : undefined
  if (!stage || session === undefined) return undefined
  if (isFresh(stage)) return 0
  if (!capture) return undefined
  const sessionDays = treatmentPhotos.flatMap((other) =>
    other.capture && other.stage === `session-${session}` ? [captureDay(other.capture)] : [],
  )
  const sessionDay = sessionDays.toSorted()[0]
  if (sessionDay === undefined) return undefined
  const days = daysBetween(sessionDay, captureDay(capture))
  return days < 0 ? undefined : days
}

function dayText({ stage }: DatedPhoto, days: number): string {
  if (!stage || isFresh(stage)) return t('day {{days}}', { days })
  return t('day {{days}} since session {{session}}', { days, session: sessionNumberOf(stage) ?? '' })
}
