import { z } from 'zod'

/**
 * When a photo was taken, as the camera's clock showed it. `offset` is the camera's own offset from UTC ("+02:00") where it recorded one.
 * A date is read from the file or given by the user; it is never invented.
 */
export const captureDateSchema = z.object({
  local: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/),
  offset: z
    .string()
    .regex(/^[+-]\d{2}:\d{2}$/)
    .nullable(),
  source: z.enum(['exif', 'user']),
})
export type CaptureDate = z.infer<typeof captureDateSchema>

/** The calendar day at the camera: "2026-03-14". */
export function captureDay(capture: CaptureDate): string {
  return capture.local.slice(0, 10)
}

/** Whole days from one calendar day to another ("2026-03-14" to "2026-03-15" is 1). */
export function daysBetween(fromDay: string, toDay: string): number {
  return Math.round((Date.parse(`${toDay}T00:00:00Z`) - Date.parse(`${fromDay}T00:00:00Z`)) / 86_400_000)
}
