import { constants } from 'node:fs'
import { type FileHandle, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DomainEvent, domainEventSchema, knownEventTypes, type LedgerRecord } from '../../shared/domain/events.ts'
import { AppError } from '../../shared/errors.ts'
import { diskError, makeFolder, syncFolder, writeFileDurably } from './durable-files.ts'
import type { LibraryPlaces } from './layout.ts'
import { chainStart, decodeLine, encodeLine, type LedgerLine, lineHash } from './ledger-line.ts'
import type { LibraryKeys } from './library-keys.ts'
import { type OpenedEntry, openEntry, sealEntry } from './sealed-entry.ts'

/** Where the good lines of a ledger end: `byteLength` is their length, `lastHash` the hash of the last. */
interface LedgerChain {
  readonly lastSeq: number
  readonly byteLength: number
  readonly lastHash: string
  /** Bytes after the last good line: an append that a crash cut short. */
  readonly tornBytes: Uint8Array
}

/** What reading a ledger found. */
export interface LedgerContent extends LedgerChain {
  /** Those that can be opened: the sequence has gaps where a client was erased. */
  readonly records: LedgerRecord[]
  /** Keys of parts that can't be opened because the key isn't there. */
  readonly lostKeyIds: ReadonlySet<string>
}

/** Opens what a line says; undefined when that can't be the line's own content. */
type OpenLine = (entry: LedgerLine) => OpenedEntry | undefined

/**
 * Reads and verifies a whole sealed ledger; throws as `readLines` does. What was sealed with a key that isn't there any more is passed over when the ledger itself (or
 * `erasedBefore`) says that the client was erased; otherwise it is damage.
 */
export function readLedger(
  bytes: Buffer,
  keys: LibraryKeys,
  erasedBefore: ReadonlySet<string> = new Set(),
): LedgerContent {
  const content = readLines(bytes, (entry) => openEntry(keys, entry))
  const told = content.records.flatMap(({ event }) => (event.type === 'client-erased' ? event.data.keyId : []))
  const erased = new Set([...erasedBefore, ...told])
  if ([...content.lostKeyIds].some((keyId) => !erased.has(keyId)))
    throw new AppError('library-damaged', { reason: 'the key to a part of it is gone' })
  return content
}

/**
 * Reads and verifies a whole ledger. Only a last line that a crash cut short is passed over (it was never acknowledged).
 * Throws `library-damaged` for damage before it, `library-newer` for events that this version doesn't know.
 */
export function readLines(bytes: Buffer, openLine: OpenLine): LedgerContent {
  const records: LedgerRecord[] = []
  const lostKeyIds = new Set<string>()
  const chain = readChain(bytes, (entry) => {
    const opened = openLine(entry)
    for (const { index, event } of opened?.events ?? []) {
      const seq = entry.seq + index
      records.push({ seq, at: opened!.at, event: parseEvent(event, seq - 1) })
    }
    for (const keyId of opened?.lostKeyIds ?? []) lostKeyIds.add(keyId)
    return opened?.count
  })
  return { records, lostKeyIds, ...chain }
}

/**
 * Verifies the chain of a whole ledger. `countOf` tells how many records a line holds, undefined for a line that can't be taken. Damage as in `readLines`.
 */
export function readChain(bytes: Buffer, countOf: (entry: LedgerLine) => number | undefined): LedgerChain {
  let lastSeq = 0
  let lastHash = chainStart
  let start = 0
  while (start < bytes.length) {
    const end = bytes.indexOf(10, start)
    const line = end < 0 ? '' : bytes.toString('utf8', start, end)
    const entry = end < 0 ? undefined : decodeLine(line)
    if (!entry) {
      if (end >= 0 && end + 1 < bytes.length) throw damaged(lastSeq, 'a record can’t be read')
      // a write that was cut short lacks its line feed, or shows the zeros of blocks that never reached the disk
      if (end >= 0 && !bytes.subarray(start).includes(0)) throw damaged(lastSeq, 'a record can’t be read')
      if (holdsWholeLine(bytes.toString('utf8', start))) throw damaged(lastSeq, 'the end of a record is lost')
      break
    }
    if (entry.prev !== lastHash || entry.seq !== lastSeq + 1)
      throw damaged(lastSeq, 'a record is missing or out of order')
    const count = countOf(entry)
    if (count === undefined) throw damaged(lastSeq, 'a record can’t be opened')
    lastSeq += count
    lastHash = lineHash(line)
    start = end + 1
  }
  return { lastSeq, byteLength: start, lastHash, tornBytes: bytes.subarray(start) }
}

/** True when what looks like one torn line has a whole one at its end: then the line feed between two good lines was damaged, and nothing may be cut. */
function holdsWholeLine(torn: string): boolean {
  const starts = [...torn.matchAll(/[0-9a-f]{8} \{"seq":/g)].map(({ index }) => index).filter((index) => index > 0)
  return starts.some(
    (index) => decodeLine(torn.slice(index).replace(/\n$/, '')) || decodeLine(torn.slice(0, index - 1)),
  )
}

function parseEvent(event: unknown, after: number): DomainEvent {
  const parsed = domainEventSchema.safeParse(event)
  if (parsed.success) return parsed.data
  const { type, version } = event as { type?: string; version?: number }
  if (typeof type === 'string' && (version !== 1 || !knownEventTypes.has(type))) throw new AppError('library-newer')
  throw damaged(after, 'a record says something that makes no sense')
}

function damaged(after: number, what: string): AppError {
  return new AppError('library-damaged', { reason: `${what} after record ${after}` })
}

/** The open ledger: the only place that writes events. */
export class Ledger {
  readonly #path: string
  readonly #keys: LibraryKeys
  #handle: FileHandle
  #byteLength: number
  #lastHash: string
  #lastSeq: number
  #failed = false

  private constructor(path: string, handle: FileHandle, keys: LibraryKeys, content: LedgerContent) {
    this.#path = path
    this.#handle = handle
    this.#keys = keys
    this.#byteLength = content.byteLength
    this.#lastHash = content.lastHash
    this.#lastSeq = content.lastSeq
  }

  /** Opens and verifies a ledger, making it when there is none. A torn last line is set aside beside it, never thrown away. */
  static async open(
    layout: LibraryPlaces,
    keys: LibraryKeys,
    erasedBefore: ReadonlySet<string> = new Set(),
  ): Promise<{ ledger: Ledger; tornSetAside: boolean } & Pick<LedgerContent, 'records' | 'lostKeyIds'>> {
    await makeFolder(layout.ledgerFolder)
    const bytes = await readFile(layout.ledger).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return Buffer.alloc(0)
      throw diskError(error)
    })
    const content = readLedger(bytes, keys, erasedBefore)
    const tornSetAside = content.tornBytes.length > 0
    if (tornSetAside) {
      await writeFileDurably(
        join(layout.ledgerFolder, `torn-after-${content.lastSeq}-${content.tornBytes.length}.bin`),
        content.tornBytes,
      )
    }
    const handle = await open(layout.ledger, constants.O_RDWR | constants.O_CREAT, 0o600)
    try {
      if (tornSetAside) await handle.truncate(content.byteLength)
      await handle.sync()
      await syncFolder(layout.ledgerFolder)
    } catch (error) {
      await handle.close()
      throw error
    }
    return {
      ledger: new Ledger(layout.ledger, handle, keys, content),
      records: content.records,
      lostKeyIds: content.lostKeyIds,
      tornSetAside,
    }
  }

  get lastSeq(): number {
    return this.#lastSeq
  }

  /** How much of the file is acknowledged, and the hash of the last line in it. */
  get acknowledged(): { byteLength: number; lastSeq: number; lastHash: string } {
    return { byteLength: this.#byteLength, lastSeq: this.#lastSeq, lastHash: this.#lastHash }
  }

  /**
   * Appends events as one line, each sealed for its client (null: for the library), and returns their records once they are on the disk. Callers must not run
   * two appends at once.
   */
  async append(
    events: readonly DomainEvent[],
    clientIds: readonly (string | null)[],
    at = new Date().toISOString(),
  ): Promise<LedgerRecord[]> {
    if (this.#failed) await this.#takeUpAgain()
    const keyIds = await this.#keys.keyIdsFor(clientIds)
    const place = { seq: this.#lastSeq + 1, prev: this.#lastHash }
    const line = encodeLine(sealEntry(this.#keys, place, at, events, keyIds))
    const bytes = Buffer.from(line)
    try {
      await writeFully(this.#handle, bytes, this.#byteLength)
      await this.#handle.datasync()
    } catch (error) {
      await this.#takeBack()
      throw diskError(error)
    }
    this.#byteLength += bytes.length
    this.#lastHash = lineHash(line)
    const records = events.map((event, index) => ({ seq: this.#lastSeq + 1 + index, at, event }))
    this.#lastSeq += events.length
    return records
  }

  async close(): Promise<void> {
    await this.#handle.close()
  }

  // a drive that was pulled and is back: its file is taken up where the last acknowledged line ends, if that line still stands there
  async #takeUpAgain(): Promise<void> {
    const handle = await open(this.#path, constants.O_RDWR).catch((error: unknown) => Promise.reject(diskError(error)))
    try {
      if ((await lastLineHash(handle, this.#byteLength)) !== this.#lastHash)
        throw new AppError('folder-unavailable', { reason: 'The library was changed meanwhile. Restart Stipple.' })
      await handle.truncate(this.#byteLength)
      await handle.datasync()
    } catch (error) {
      await handle.close()
      throw diskError(error)
    }
    await this.#handle.close().catch(() => undefined)
    this.#handle = handle
    this.#failed = false
  }

  // after a failed write or fsync the handle isn't trusted again unless the line could be taken back whole
  async #takeBack(): Promise<void> {
    try {
      await this.#handle.truncate(this.#byteLength)
      await this.#handle.datasync()
    } catch {
      this.#failed = true
    }
  }
}

/** The hash of the line that ends at `end`; that of no line when there is none. */
async function lastLineHash(handle: FileHandle, end: number): Promise<string | undefined> {
  if (end === 0) return chainStart
  for (let length = 4096; ; length *= 4) {
    const start = Math.max(0, end - length)
    const bytes = Buffer.alloc(end - start)
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, start)
    if (bytesRead < bytes.length || bytes.at(-1) !== 10) return undefined
    const before = bytes.lastIndexOf(10, bytes.length - 2)
    if (before >= 0 || start === 0) return lineHash(bytes.toString('utf8', before + 1))
  }
}

async function writeFully(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, position + written)
    written += bytesWritten
  }
}
