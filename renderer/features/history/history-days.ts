import { dateInWords } from '../../../shared/words/formats.ts'
import type { HistoryEntry } from './history-model.ts'

/** The entries of one day on this PC's calendar. */
export interface HistoryDay {
  /** "2026-03-14", for a key; the heading is `title`. */
  readonly day: string
  readonly title: string
  readonly entries: readonly HistoryEntry[]
}

const dayKey = new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit' })

/** Entries by day, in the order in which they come. */
export function historyDays(entries: readonly HistoryEntry[]): HistoryDay[] {
  const days: { day: string; title: string; entries: HistoryEntry[] }[] = []
  for (const entry of entries) {
    const at = new Date(entry.at)
    const day = dayKey.format(at)
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, title: dayTitle(at), entries: [entry] })
  }
  return days
}

/** The time of an entry on this PC's clock: "14:05". */
export function clockTime(at: string): string {
  return dateInWords(new Date(at), { hour: '2-digit', minute: '2-digit' })
}

function dayTitle(at: Date): string {
  const weekday = dateInWords(at, { weekday: 'long' })
  return `${weekday}, ${dateInWords(at, { day: 'numeric', month: 'long', year: 'numeric' })}`
}
