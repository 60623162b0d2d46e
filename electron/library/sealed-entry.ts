import { z } from 'zod'
import type { DomainEvent } from '../../shared/domain/events.ts'
import type { LinePlace } from './ledger-line.ts'
import type { LibraryKeys } from './library-keys.ts'

/** The events of one append, in order, before anything is known about what they say. */
export interface OpenedEntry {
  readonly at: string
  /** How many events there are, those that can't be opened any more among them. */
  readonly count: number
  readonly events: readonly { readonly index: number; readonly event: unknown }[]
  /** The keys of those that can't be opened, because they aren't there any more. */
  readonly lostKeyIds: readonly string[]
}

const sealedEntrySchema = z.object({
  count: z.int().positive(),
  /** A part for each key, with the events that belong to it. */
  parts: z.array(z.object({ key: z.string(), box: z.string() })).min(1),
})
const partSchema = z.object({ at: z.string(), events: z.array(z.tuple([z.int().nonnegative(), z.unknown()])) })

/** Seals the events of one append, each with the key of whom it speaks about; `count` tells how many there are even to who can't open them all. */
export function sealEntry(
  keys: LibraryKeys,
  place: LinePlace,
  at: string,
  events: readonly DomainEvent[],
  keyIds: readonly string[],
) {
  const count = events.length
  const parts = [...new Set(keyIds)].map((key) => {
    const own = [...events.entries()].filter(([index]) => keyIds[index] === key)
    return { key, box: keys.sealText(key, JSON.stringify({ at, events: own }), contextOf(place, count, key)) }
  })
  return { ...place, count, parts }
}

/**
 * Opens a sealed entry; undefined when it isn't one, a part doesn't open at this place of the ledger with the key that it names, or an event of it is missing. A part whose
 * key is gone may be an erased client's: it is passed over and told.
 */
export function openEntry(keys: LibraryKeys, entry: LinePlace & Record<string, unknown>): OpenedEntry | undefined {
  const sealed = sealedEntrySchema.safeParse(entry)
  if (!sealed.success) return undefined
  const { count, parts } = sealed.data
  const events = new Map<number, unknown>()
  const lostKeyIds: string[] = []
  let at = ''
  for (const { key, box } of parts) {
    if (!keys.has(key)) {
      lostKeyIds.push(key)
      continue
    }
    const text = keys.openText(key, box, contextOf(entry, count, key))
    if (text === undefined) return undefined
    const part = partSchema.safeParse(JSON.parse(text))
    if (!part.success) return undefined
    at = part.data.at
    for (const [index, event] of part.data.events) events.set(index, event)
  }
  const inOrder = Array.from({ length: count }, (_, index) => ({ index, event: events.get(index) })).filter(
    ({ event }) => event !== undefined,
  )
  // every part holds at least one event; without a lost part none may be missing
  const lostCount = count - inOrder.length
  const isWhole = lostKeyIds.length === 0 ? lostCount === 0 : lostCount >= lostKeyIds.length
  return isWhole && events.size === inOrder.length ? { at, count, events: inOrder, lostKeyIds } : undefined
}

function contextOf({ seq, prev }: LinePlace, count: number, keyId: string): string {
  return `stipple ledger ${seq} ${prev} ${count} ${keyId}`
}
