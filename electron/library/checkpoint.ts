import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { presentVersions } from '../../shared/domain/events.ts'
import { sharedTables } from './all-facts.ts'
import type { ClientSummary } from './client-summary.ts'
import { writeFileDurably } from './durable-files.ts'
import type { LibraryPlaces } from './layout.ts'
import type { KnownPart } from './ledger.ts'
import type { KeptFacts } from './library-facts.ts'
import { type LibraryKeys, libraryKeyId } from './library-keys.ts'

/** Where a start can go on from: how much of the ledger was verified, and what it amounts to. It is never the only copy of anything. */
export interface Checkpoint {
  readonly known: KnownPart
  /** When the last record was written. */
  readonly lastAt: string
  readonly facts: KeptFacts
}

/** Raised whenever what stands in a checkpoint, or how it follows from the records, changes. */
const checkpointVersion = 7

/** Whoever reads the records differently takes no checkpoint from another. */
const readerMark = createHash('sha256')
  .update(JSON.stringify([checkpointVersion, [...presentVersions].sort()]))
  .digest('hex')

const spansSchema = z.array(z.object({ start: z.int().nonnegative(), end: z.int().positive() }))
const headSchema = z.object({
  reader: z.literal(readerMark),
  known: z.object({
    lastSeq: z.int().nonnegative(),
    byteLength: z.int().nonnegative(),
    lastHash: z.string(),
    sums: z.array(z.number()),
  }),
  lastAt: z.string(),
  sharedSpans: spansSchema,
  knot: z.array(z.string()),
  shared: z.custom<KeptFacts['shared']>((shared) =>
    sharedTables.every((table) => Array.isArray((shared as Partial<KeptFacts['shared']> | undefined)?.[table])),
  ),
  clients: z.array(z.object({ keyId: z.string(), spans: spansSchema })),
})

const headContext = 'stipple checkpoint'
const partContext = ({ lastHash }: KnownPart, keyId: string) => `stipple checkpoint ${lastHash} ${keyId}`

/**
 * Writes a checkpoint: a first line sealed for the library, which names no client, and a line for each client, sealed with that client's key and bound to the first. So a client whose key is
 * dropped can't be read in it.
 */
export async function writeCheckpoint(path: string, keys: LibraryKeys, checkpoint: Checkpoint): Promise<void> {
  const { known, lastAt, facts } = checkpoint
  const clients = facts.clients.map(({ keyId, spans }) => ({ keyId, spans }))
  const { sharedSpans, knot, shared } = facts
  const head = {
    reader: readerMark,
    known: { ...known, sums: known.sums },
    lastAt,
    sharedSpans,
    knot,
    shared,
    clients,
  } satisfies Readonly<Record<keyof z.infer<typeof headSchema>, unknown>>
  const parts = facts.clients.map(({ keyId, summary }) =>
    keys.sealText(keyId, JSON.stringify(summary), partContext(known, keyId)),
  )
  await writeFileDurably(
    path,
    `${[keys.sealText(libraryKeyId, JSON.stringify(head), headContext), ...parts].join('\n')}\n`,
  )
}

/** Reads a checkpoint; undefined when there is none, or it is damaged, of another version or not wholly to be opened: then the ledger is read instead. */
export async function readCheckpoint(
  { checkpoint }: LibraryPlaces,
  keys: LibraryKeys,
): Promise<Checkpoint | undefined> {
  const text = await readFile(checkpoint, 'latin1').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    const [first = '', ...parts] = text.trimEnd().split('\n')
    const opened = keys.openText(libraryKeyId, first, headContext)
    const head = headSchema.safeParse(opened === undefined ? undefined : JSON.parse(opened)).data
    if (!head || parts.length !== head.clients.length) return undefined
    const { known, lastAt, sharedSpans, knot, shared } = head
    const clients = head.clients.map(({ keyId, spans }, index) => {
      const summary = keys.openText(keyId, parts[index] ?? '', partContext(known, keyId))
      if (summary === undefined) throw new Error('a part that doesn’t open')
      return { keyId, spans, summary: JSON.parse(summary) as ClientSummary }
    })
    return { known, lastAt, facts: { clients, sharedSpans, knot, shared } }
  } catch {
    return undefined
  }
}
