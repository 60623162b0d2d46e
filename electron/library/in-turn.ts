import { setImmediate } from 'node:timers/promises'
import { AppError } from '../../shared/errors.ts'

/** Few enough that whatever else is asked of the process comes in between. */
const atOnce = 32

/** Does something with every item, some at once, and gives way to everything else in between; the results in the items' order. Throws `cancelled` once stopped. */
export async function inTurn<Item, Result>(
  items: readonly Item[],
  use: (item: Item) => Result | Promise<Result>,
  signal?: AbortSignal,
): Promise<Result[]> {
  const results: Result[] = []
  for (let start = 0; start < items.length; start += atOnce) {
    if (signal?.aborted) throw new AppError('cancelled')
    results.push(...(await Promise.all(items.slice(start, start + atOnce).map(use))))
    await setImmediate()
  }
  return results
}
