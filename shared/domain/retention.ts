import { z } from 'zod'
import { isRealDay } from './capture-date.ts'
import { clientIdSchema } from './ids.ts'

/** The longest reason that is kept, in characters. */
export const longestReason = 500
const whySchema = z.string().max(longestReason)

/** A note on one client: the record is to be kept up to and including a day, and why. A null day: nothing holds it. */
export const clientRetentionSchema = z.object({
  clientId: clientIdSchema,
  keepUntil: z.iso.date().nullable(),
  why: whySchema,
})
export type ClientRetention = z.infer<typeof clientRetentionSchema>

/**
 * The studio's rule: how many years after the last photo every record is to be kept (null: none), why, and whether Stipple may erase a client by itself
 * whose time in the trash is over and whom nothing holds.
 */
export const studioRetentionSchema = z.object({
  keepYears: z.int().min(1).max(99).nullable(),
  why: whySchema,
  erasesDueClients: z.boolean(),
})
export type StudioRetention = z.infer<typeof studioRetentionSchema>

/** The studio's rule as long as nobody has stated one: nothing is said about keeping, and only a person erases. */
export const noStudioRetention: StudioRetention = { keepYears: null, why: '', erasesDueClients: false }

/** Why something may not go yet: the last day on which it is to be kept, the reason in words, and whose rule it is. */
export interface Hold {
  readonly until: string
  readonly why: string
  readonly by: 'client' | 'studio'
}

/** The later of a client's own note and the studio's rule; null where neither is stated. `lastDay`: of the client's last photo or, without one, of the client's addition. */
export function holdOn(
  client: { readonly retention?: Omit<ClientRetention, 'clientId'> },
  lastDay: string,
  studio: StudioRetention,
): Hold | null {
  const own = client.retention
  const holds: Hold[] = []
  if (own?.keepUntil) holds.push({ until: own.keepUntil, why: own.why, by: 'client' })
  if (studio.keepYears !== null)
    holds.push({ until: yearsLater(lastDay, studio.keepYears), why: studio.why, by: 'studio' })
  return holds.toSorted((a, b) => (a.until < b.until ? 1 : -1))[0] ?? null
}

/** True while a hold lasts. */
export function isHeld(hold: Hold | null, now: Date): boolean {
  return hold !== null && now.toISOString().slice(0, 10) <= hold.until
}

function yearsLater(day: string, years: number): string {
  const later = `${Math.min(9999, Number(day.slice(0, 4)) + years)}${day.slice(4)}`
  // 29 February of a year that has none
  return isRealDay(later) ? later : later.replace(/-02-29$/, '-03-01')
}
