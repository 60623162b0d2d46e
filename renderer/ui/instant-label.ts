import { dateInWords } from '../../shared/words/formats.ts'

/** A moment as this computer's clock shows it: "14 Mar 2026, 09:05". */
export function instantLabel(instant: string): string {
  return dateInWords(new Date(instant), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
}
