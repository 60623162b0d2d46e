const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** A calendar day as people write it: "2026-03-14" becomes "14 Mar 2026". */
export function dayLabel(day: string): string {
  return format.format(new Date(`${day}T00:00:00Z`))
}
