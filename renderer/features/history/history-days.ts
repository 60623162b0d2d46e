import type { HistoryEntry } from './history-model.ts'

/** The entries of one day on this PC's calendar. */
export interface HistoryDay {
  /** "2026-03-14", for a key; the heading is `title`. */
  readonly day: string
  readonly title: string
  readonly entries: readonly HistoryEntry[]
}

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long' })
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
const dayKey = new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit' })
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** Entries by day, in the order in which they come. */
export function historyDays(entries: readonly HistoryEntry[]): HistoryDay[] {
  const days: { day: string; title: string; entries: HistoryEntry[] }[] = []
  for (const entry of entries) {
    const at = new Date(entry.at)
    const day = dayKey.format(at)
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, title: `${weekday.format(at)}, ${date.format(at)}`, entries: [entry] })
  }
  return days
}

/** The time of an entry on this PC's clock: "14:05". */
export function clockTime(at: string): string {
  return clock.format(new Date(at))
}
