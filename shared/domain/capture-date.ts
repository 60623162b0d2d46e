import { z } from 'zod'

/**
 * When a photo was taken, as the camera's clock showed it. `offset` is the camera's own offset from UTC ("+02:00") where it recorded one.
 * A date is read from the file, told by the file's name or given by the user; it is never invented. `utc`: a video that records no place's time, only a moment,
 * here as the clocks of this computer showed it.
 */
export const captureDateSchema = z.object({
  local: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/),
  offset: z
    .string()
    .regex(/^[+-]\d{2}:\d{2}$/)
    .nullable(),
  source: z.enum(['exif', 'user', 'file-name', 'utc']),
})
export type CaptureDate = z.infer<typeof captureDateSchema>

/** The calendar day at the camera: "2026-03-14". */
export function captureDay(capture: CaptureDate): string {
  return capture.local.slice(0, 10)
}

/** True for a day that the calendar has ("2024-02-30" isn't one). */
export function isRealDay(day: string): boolean {
  const instant = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === day
}

/** Before this year nobody took a digital photo of a treatment. */
const firstYear = '1990'

/** Why a day can hardly be the day of a photo: it lies after `today`, or before digital photos; null when it can. */
export function doubtOfDay(day: string, today: string): 'future' | 'too-early' | null {
  if (day > today) return 'future'
  return day < firstYear ? 'too-early' : null
}

/** Whole days from one calendar day to another ("2026-03-14" to "2026-03-15" is 1). */
export function daysBetween(fromDay: string, toDay: string): number {
  return Math.round((Date.parse(`${toDay}T00:00:00Z`) - Date.parse(`${fromDay}T00:00:00Z`)) / 86_400_000)
}
