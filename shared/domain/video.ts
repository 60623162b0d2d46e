import { z } from 'zod'
import type { CaptureDate } from './capture-date.ts'
import { photoIdSchema } from './ids.ts'

/** What is known of a video beside what it shares with photos: it is filed, dated, turned and removed as they are, and never compared. */
export const videoSchema = z.object({ durationSeconds: z.number().nonnegative() })
export type Video = z.infer<typeof videoSchema>

/** Where a photo comes from that was taken from a video: which one, and the frame's time in it. */
export const frameOriginSchema = z.object({ videoId: photoIdSchema, atSeconds: z.number().nonnegative() })
export type FrameOrigin = z.infer<typeof frameOriginSchema>

/** True for a video among the photos. */
export function isVideo(photo: { readonly video?: Video | undefined }): boolean {
  return photo.video !== undefined
}

/** When a frame was filmed: the video's own date, and on by the frame's time in it, to the whole second. */
export function captureOfFrame(capture: CaptureDate, atSeconds: number): CaptureDate {
  const instant = Date.parse(`${capture.local}Z`) + Math.floor(atSeconds) * 1000
  return { ...capture, local: new Date(instant).toISOString().slice(0, 19) }
}

/** 2.3 × 100 is 229.99999999999997 in floating point. */
const roundingSlack = 1e-6

/** A time in a video: "0:07", "12:07", "1:02:07"; `decimals` of a second where frames are told apart. */
export function videoTime(seconds: number, decimals: 0 | 2 = 0): string {
  const units = Math.floor(seconds * 10 ** decimals + roundingSlack)
  const whole = Math.floor(units / 10 ** decimals)
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const two = (number: number) => String(number).padStart(2, '0')
  const clock = hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
  return decimals === 0 ? clock : `${clock}.${two(units % 10 ** decimals)}`
}
