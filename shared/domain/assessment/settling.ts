import type { Ranged } from './assessment.ts'

/** Pigment has settled after so many days (4–5 weeks; product.md). */
export const settlingDays = 35
/** Straight after a session pigment is up to 50 % darker than it settles to: it loses from a third (1 − 1/1.5) to a half of what was seen then. */
const settledShares = [1 - 0.5, 1 / 1.5] as const

/** How much of what is seen on the first day came in that session, least and most: what had settled before loses nothing any more. */
export type AddedShare = readonly [least: number, most: number]
export const allAdded: AddedShare = [1, 1]

/** Share of the first day's darkness that is expected to be seen on a day, least and most: falling evenly until day 35. At least nothing is lost on day 0. */
export function expectedShareOn(day: number, added: AddedShare = allAdded): readonly [least: number, most: number] {
  const passed = Math.min(Math.max(day / settlingDays, 0), 1)
  return [1 - passed * added[1] * (1 - settledShares[0]), 1 - passed * added[0] * (1 - settledShares[1])]
}

/** How darkness compares with what settling lets expect on its day. */
export type SettlingVerdict = 'as-expected' | 'lighter-than-expected' | 'darker-than-expected'

/** How a patch's own darkness, as a share of its first day's, compares with what settling lets expect on that day. */
export function settlingOf(share: Ranged, day: number, added: AddedShare = allAdded): SettlingVerdict {
  const [least, most] = expectedShareOn(day, added)
  if (share.range[1] < least) return 'lighter-than-expected'
  return share.range[0] > most ? 'darker-than-expected' : 'as-expected'
}
