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

/** The events of one append, in order, before anything is known about what they say. */
export interface OpenedEntry {
  readonly at: string
  readonly events: readonly unknown[]
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

/** Opens every part of a sealed entry; undefined when it isn't one, a part doesn't open at this place of the ledger, or an event of it is missing. */
export function openParts(keys: LibraryKeys, entry: PlacedEntry): OpenedPart[] | undefined {
  const sealed = sealedEntrySchema.safeParse(entry)
  if (!sealed.success) return undefined
  const { count } = sealed.data
  const parts = sealed.data.parts.map(({ key }) => openPart(keys, entry, key))
  const indexes = new Set(parts.flatMap((part) => part?.events.map(([index]) => index) ?? []))
  const isWhole = indexes.size === count && [...indexes].every((index) => index < count)
  return isWhole && parts.every((part) => part !== undefined) ? parts : undefined
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

/** Opens a sealed entry; undefined as for `openParts`. */
export function openEntry(keys: LibraryKeys, entry: PlacedEntry): OpenedEntry | undefined {
  const parts = openParts(keys, entry)
  if (!parts) return undefined
  const events = parts.flatMap((part) => part.events).toSorted(([a], [b]) => a - b)
  return { at: parts[0]?.at ?? '', events: events.map(([, event]) => event) }
}

function contextOf({ seq, prev }: LinePlace, count: number, keyId: string): string {
  return `stipple ledger ${seq} ${prev} ${count} ${keyId}`
}
