import ExifReader from 'exifreader'
import type { CaptureDate } from '../../shared/domain/capture-date.ts'

const earliestYear = 1990
const mostFutureMs = 2 * 86_400_000
const mostOffsetHours = 14

/** The EXIF texts that a capture date is made from, as they stand in the file. */
export interface ExifDateTexts {
  readonly original?: string | undefined
  readonly originalOffset?: string | undefined
  readonly digitized?: string | undefined
  readonly digitizedOffset?: string | undefined
}

/**
 * Reads when a photo was taken from the whole file's bytes: DateTimeOriginal, else DateTimeDigitized; never the date of
 * a later change. Null where there is none, where it can't be true, or where the metadata can't be read: a date is
 * never a reason to fail.
 */
export function readCaptureDate(bytes: Uint8Array, now: Date): CaptureDate | null {
  return captureDateOf(readDateTexts(bytes), now)
}

/** Picks the first date that can be true: a real calendar date from 1990 on, not more than two days ahead of `now`. */
export function captureDateOf(texts: ExifDateTexts, now: Date): CaptureDate | null {
  return (
    captureDateOfText(texts.original, texts.originalOffset, now) ??
    captureDateOfText(texts.digitized, texts.digitizedOffset, now)
  )
}

function readDateTexts(bytes: Uint8Array): ExifDateTexts {
  try {
    const { exif } = ExifReader.load(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { expanded: true })
    return {
      original: exif?.DateTimeOriginal?.description,
      originalOffset: exif?.OffsetTimeOriginal?.description,
      digitized: exif?.DateTimeDigitized?.description,
      digitizedOffset: exif?.OffsetTimeDigitized?.description,
    }
  } catch {
    return {}
  }
}

function captureDateOfText(text: string | undefined, offset: string | undefined, now: Date): CaptureDate | null {
  const parts = /^(\d{4})[:/-](\d{2})[:/-](\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(String(text ?? '').trim())
  if (!parts) return null
  const local = `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}`
  const instant = new Date(`${local}Z`)
  const isRealDate = !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 19) === local
  if (!isRealDate || instant.getUTCFullYear() < earliestYear) return null
  if (instant.getTime() > now.getTime() + mostFutureMs) return null
  return { local, offset: offsetOfText(offset), source: 'exif' }
}

function offsetOfText(text: string | undefined): string | null {
  const trimmed = String(text ?? '').trim()
  if (trimmed === 'Z') return '+00:00'
  const parts = /^[+-](\d{2}):([0-5]\d)$/.exec(trimmed)
  return parts && Number(parts[1]) <= mostOffsetHours ? trimmed : null
}
