import { dayInWords } from '../../shared/words/formats.ts'

/** A calendar day as people write it: "2026-03-14" becomes "14 Mar 2026". */
export function dayLabel(day: string): string {
  return dayInWords(day)
}
