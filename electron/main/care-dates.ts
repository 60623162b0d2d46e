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

/** A date in the future was set by a wrong clock and says nothing: then it may have been ever so long ago. */
function daysSince(instant: string, now: Date): number {
  const days = (now.getTime() - Date.parse(instant)) / dayMs
  return days < -1 ? Number.POSITIVE_INFINITY : days
}
