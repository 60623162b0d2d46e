import { locale, spokenLanguage } from './translate.ts'

const formats = new Map<string, Intl.DateTimeFormat>()
const collators = new Map<string, Intl.Collator>()

/** A calendar day ("2026-03-14") in words: "14 Mar 2026", "14. März 2026". */
export function dayInWords(day: string): string {
  return dateInWords(new Date(`${day}T00:00:00Z`), { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
}

/** A moment in words, in the computer's time zone unless the options name another. */
export function dateInWords(moment: Date, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify([locale(), options])
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale(), options)
  formats.set(key, format)
  return format.format(moment)
}

/** A number as it is written: "12,500", "12.500"; `digits` behind the point. */
export function numberInWords(value: number, digits = 0): string {
  return value.toLocaleString(locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** Several things in a row: "distance, light and sharpness". */
export function listInWords(things: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(things)
}

/** A name as it is written within a sentence: English makes it small ("Crown, session 2"), German keeps it ("Tonsur, Sitzung 2"). */
export function withinSentence(name: string): string {
  return spokenLanguage() === 'en' ? name.toLowerCase() : name
}

/** Orders texts as people look them up: without regard to case and accents, "Photo 2" before "Photo 10". */
export function inAlphabet(a: string, b: string): number {
  const known = collators.get(locale()) ?? new Intl.Collator(locale(), { sensitivity: 'base', numeric: true })
  collators.set(locale(), known)
  return known.compare(a, b)
}
