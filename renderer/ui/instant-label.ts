const format = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** A moment as this computer's clock shows it: "14 Mar 2026, 09:05". */
export function instantLabel(instant: string): string {
  return format.format(new Date(instant))
}
