import { angleLabel } from './angle.ts'
import { captureDay, daysBetween } from './capture-date.ts'
import type { Photo } from './photo.ts'
import { isFresh, sessionNumberOf, stageLabel } from './stage.ts'

/** Pigment needs four weeks to settle; until then nothing is judged by its shade. */
const settledAfterDays = 28

/** What is said of a photo wherever it is shown. Never the client's name. */
export interface PhotoCaption {
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

type CaptionedPhoto = Pick<Photo, 'stage' | 'angle' | 'capture'>

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** The caption of a photo; `treatmentPhotos` are those of its treatment, among which the day of its session is found. */
export function captionOf(photo: CaptionedPhoto, treatmentPhotos: readonly CaptionedPhoto[]): PhotoCaption {
  const angle = photo.angle && angleLabel(photo.angle)
  const stage = photo.stage ? stageLabel(photo.stage) : 'No stage'
  const date = photo.capture ? dayInWords(captureDay(photo.capture)) : 'Date unknown'
  const days = daysSinceSession(photo, treatmentPhotos)
  const day = days === undefined ? null : dayText(photo, days)
  const isSettling = days !== undefined && days < settledAfterDays
  const text = [angle, stage, date, day, isSettling ? 'still settling' : null]
    .filter((part) => part !== null)
    .join(' · ')
  return { angle, stage, date, isDateKnown: photo.capture !== null, day, isSettling, text }
}

/** A calendar day ("2026-03-14") in words: "14 Mar 2026". */
export function dayInWords(day: string): string {
  return dayFormat.format(new Date(`${day}T00:00:00Z`))
}

/**
 * Whole days from the session that the photo's stage names to the photo: 0 for a fresh photo. Undefined without a session, without dates,
 * or where the dates contradict the stage.
 */
export function daysSinceSession(
  photo: CaptionedPhoto,
  treatmentPhotos: readonly CaptionedPhoto[],
): number | undefined {
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

function dayText(photo: CaptionedPhoto, days: number): string {
  if (photo.stage && isFresh(photo.stage)) return 'day 0'
  return `day ${days} since session ${photo.stage ? sessionNumberOf(photo.stage) : ''}`
}
