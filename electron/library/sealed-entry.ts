import { z } from 'zod'
import type { DomainEvent } from '../../shared/domain/events.ts'
import type { LinePlace } from './ledger-line.ts'
import type { LibraryKeys } from './library-keys.ts'

/** The events of one append that one key opens, by their place among all events of the append, before anything is known about what they say. */
export interface OpenedPart {
  readonly keyId: string
  readonly at: string
  readonly events: readonly (readonly [number, unknown])[]
}

/** What of one append could be opened. */
export interface OpenedParts {
  /** How many events there are, those that can't be opened any more among them. */
  readonly count: number
  readonly parts: readonly OpenedPart[]
  /** The keys of those that can't be opened, because they aren't there any more. */
  readonly lostKeyIds: readonly string[]
}

/** The events of one append, in order, before anything is known about what they say. */
export interface OpenedEntry {
  readonly at: string
  readonly count: number
  readonly events: readonly { readonly index: number; readonly event: unknown }[]
  readonly lostKeyIds: readonly string[]
}

const sealedEntrySchema = z.object({
  count: z.int().positive(),
  /** A part for each key, with the events that belong to it. */
  parts: z.array(z.object({ key: z.string(), box: z.string() })).min(1),
})
const partSchema = z.object({ at: z.string(), events: z.array(z.tuple([z.int().nonnegative(), z.unknown()])) })

type PlacedEntry = LinePlace & Record<string, unknown>

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
 * Opens every part of a sealed entry; undefined when it isn't one, a part doesn't open at this place of the ledger with the key that it names, or an event of it is missing. A part whose
 * key is gone may be an erased client's: it is passed over and told.
 */
export function openParts(keys: LibraryKeys, entry: PlacedEntry): OpenedParts | undefined {
  const sealed = sealedEntrySchema.safeParse(entry)
  if (!sealed.success) return undefined
  const { count, parts } = sealed.data
  const lostKeyIds = parts.flatMap(({ key }) => (keys.has(key) ? [] : [key]))
  const opened: OpenedPart[] = []
  for (const { key } of parts) {
    if (!keys.has(key)) continue
    const part = openPart(keys, entry, key)
    if (!part) return undefined
    opened.push(part)
  }
  const indexes = new Set(opened.flatMap((part) => part.events.map(([index]) => index)))
  // every part holds at least one event; without a lost part none may be missing
  const lostCount = count - indexes.size
  const isWhole = lostKeyIds.length === 0 ? lostCount === 0 : lostCount >= lostKeyIds.length
  const isInPlace = [...indexes].every((index) => index < count)
  return isWhole && isInPlace ? { count, parts: opened, lostKeyIds } : undefined
}

/** Opens what one key opens of a sealed entry; undefined when the entry holds nothing for that key, or it doesn't open at this place of the ledger. */
export function openPart(keys: LibraryKeys, entry: PlacedEntry, keyId: string): OpenedPart | undefined {
  const sealed = sealedEntrySchema.safeParse(entry)
  const part = sealed.data?.parts.find(({ key }) => key === keyId)
  if (!sealed.success || !part) return undefined
  const text = keys.openText(keyId, part.box, contextOf(entry, sealed.data.count, keyId))
  const opened = text === undefined ? undefined : partSchema.safeParse(JSON.parse(text))
  return opened?.success ? { keyId, ...opened.data } : undefined
}

/** Opens a sealed entry, its events in order; undefined as for `openParts`. */
export function openEntry(keys: LibraryKeys, entry: PlacedEntry): OpenedEntry | undefined {
  const opened = openParts(keys, entry)
  if (!opened) return undefined
  const { count, parts, lostKeyIds } = opened
  const events = parts
    .flatMap((part) => part.events)
    .toSorted(([a], [b]) => a - b)
    .map(([index, event]) => ({ index, event }))
  return { at: parts[0]?.at ?? '', count, events, lostKeyIds }
}

function contextOf({ seq, prev }: LinePlace, count: number, keyId: string): string {
  return `stipple ledger ${seq} ${prev} ${count} ${keyId}`
}
