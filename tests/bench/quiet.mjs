import { loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'

/** Other programs at work make a figure meaningless: below this load (one-minute mean) they hardly count. */
const quietLoad = 1.5
const lookAgainMs = 5000

/** Waits until the computer has little else to do, at the most for so many ms; gives the load. */
export async function quietMoment(mostMs) {
  for (let waited = 0; waited < mostMs && loadavg()[0] > quietLoad; waited += lookAgainMs) await wait(lookAgainMs)
  return loadNow()
}

/** The load of the last minute, to a tenth. */
export function loadNow() {
  return Math.round(10 * loadavg()[0]) / 10
}
