import { type CaptureDate, isRealDay } from './capture-date.ts'

/**
 * A date that is written year first, its parts told apart by the same sign: 2024-03-15, 2024_03_15, 2024.03.15. With a number before it, joined by that sign,
 * it would be a part of something else.
 */
const separatedDay = /(?<!\d)(?<year>(?:19|20)\d{2})([-_.])(?<month>\d{2})\2(?<day>\d{2})(?!\d)/g
/** The same without signs: 20240315, or with the time run on: 20240315102233. */
const compactDay = /(?<!\d)(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})(?=\D|$|\d{6}(?!\d))/g

/** A time right after a date: "_102233", " at 10.22.33", " 10.22.33 PM", "T10-22-33", "_102233456" (with milliseconds). */
const timeAfter =
  /^(?:[T_\-. ]| at |, |(?=\d))(?<hour>\d{2})([.:_-]?)(?<minute>\d{2})\2(?<second>\d{2})(?:[.\-_]?\d{3})?(?!\d)(?:\s?(?<half>[AP]M)\b)?/i

/** What cameras, phones and messengers put before a date without signs; a bare number of eight digits could be anything. */
const knownPrefix =
  /(?:^|[^a-z])(?:img|vid|pxl|pano|mvimg|burst|photo|dsc|wp|cam|screenshot|screen_shot|signal|whatsapp image|snapchat)[-_ ]?$/i

/**
 * The date that a file's name says plainly, as cameras, phones and messengers write it; null when it says none, or not for certain: day and month in
 * either order (03-04-2024), plain numbers, two different dates. A messenger's date is that of sending. The time is midnight where the name has none.
 */
export function findDateInFileName(fileName: string): CaptureDate | null {
  const name = fileName.replace(/\.[a-z0-9]{2,5}$/i, '')
  const found = [...plainDays(name, separatedDay), ...plainDays(name, compactDay)].flatMap((match) => {
    const local = localOf(name, match)
    return local === undefined ? [] : [local]
  })
  const [first] = found
  if (first === undefined || found.some((local) => local.slice(0, 10) !== first.slice(0, 10))) return null
  return { local: first, offset: null, source: 'file-name' }
}

function plainDays(name: string, pattern: RegExp): RegExpExecArray[] {
  return [...name.matchAll(pattern)].filter((match) => {
    const before = name.slice(0, match.index)
    if (pattern === separatedDay) return !(before.endsWith(match[2]!) && /\d$/.test(before.slice(0, -1)))
    const after = name.slice(match.index + match[0].length)
    return knownPrefix.test(before) || (/^\D/.test(after) && timeOf(after) !== undefined)
  })
}

function localOf(name: string, match: RegExpExecArray): string | undefined {
  const { year, month, day } = match.groups as { year: string; month: string; day: string }
  const date = `${year}-${month}-${day}`
  if (!isRealDay(date)) return undefined
  return `${date}T${timeOf(name.slice(match.index + match[0].length)) ?? '00:00:00'}`
}

/** The time at the start of a text, as "10:22:33"; undefined where there is none that a clock shows. */
function timeOf(text: string): string | undefined {
  const groups = timeAfter.exec(text)?.groups
  if (!groups) return undefined
  const half = groups.half?.toUpperCase()
  const shown = Number(groups.hour)
  if (half !== undefined && (shown < 1 || shown > 12)) return undefined
  const hour = half === undefined ? shown : (shown % 12) + (half === 'PM' ? 12 : 0)
  if (hour > 23 || Number(groups.minute) > 59 || Number(groups.second) > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${groups.minute}:${groups.second}`
}
