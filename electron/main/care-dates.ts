const dayMs = 86_400_000
const remindAfterDays = 7
const testAfterDays = 30

/** True when the last backup (or, without one, the first client) is so long ago that a reminder is in place. */
export function isBackupDue(since: string | undefined, now: Date): boolean {
  return since !== undefined && daysSince(since, now) >= remindAfterDays
}

/** True when the last test-restore (or, without one, the backup itself) is a month old. */
export function isTestDue(since: string, now: Date): boolean {
  return daysSince(since, now) >= testAfterDays
}

/** Nothing goes by itself before Stipple ran on this many days since it was removed: nobody comes back to a trash that was emptied meanwhile, and a clock that runs wild empties none. */
const leastSeenDays = 7
/** More days than this aren't remembered. */
const mostSeenDays = 60

/** The days on which the upkeep ran, with today; the last of them are kept. */
export function withSeenDay(seenDays: readonly string[], now: Date): string[] {
  return [...new Set([...seenDays, now.toISOString().slice(0, 10)])].slice(-mostSeenDays)
}

/** True when Stipple ran on enough days from the one after something was removed up to today. */
export function wasSeenSince(removedAt: string, seenDays: readonly string[], now: Date): boolean {
  const today = now.toISOString().slice(0, 10)
  return seenDays.filter((day) => day > removedAt.slice(0, 10) && day <= today).length >= leastSeenDays
}

/** A date in the future was set by a wrong clock and says nothing: then it may have been ever so long ago. */
function daysSince(instant: string, now: Date): number {
  const days = (now.getTime() - Date.parse(instant)) / dayMs
  return days < -1 ? Number.POSITIVE_INFINITY : days
}
