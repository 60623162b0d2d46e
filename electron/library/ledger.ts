import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { DomainEvent, LedgerRecord } from '../../shared/domain/events.ts'
import { AppError } from '../../shared/errors.ts'
import { diskError, makeFolder, syncFolder, writeFileDurably } from './durable-files.ts'
import type { LibraryPlaces } from './layout.ts'
import { encodeLine, lineHash } from './ledger-line.ts'
import { LedgerReads } from './ledger-reads.ts'
import { compareSums, LedgerSums, readFully } from './ledger-sums.ts'
import { type ChainEnd, emptyChain, LedgerWalk, type LineVisitor, type WalkedLedger } from './ledger-walk.ts'
import type { LibraryKeys } from './library-keys.ts'
import { sealEntry } from './sealed-entry.ts'

const pieceBytes = 4 * 1024 ** 2

/** A part of the ledger that was verified before: where it ends, and the sums of its bytes. */
export interface KnownPart extends ChainEnd {
  readonly sums: readonly number[]
}

/** What opening a ledger found. `damage` and torn bytes as the walk tells them; torn ones were set aside. */
interface OpenedLedger {
  readonly ledger: Ledger
  readonly damage: WalkedLedger['damage']
  readonly tornSetAside: boolean
}

interface WalkedFile {
  readonly walked: WalkedLedger
  readonly sums: LedgerSums
}

/** Gives the visitor of a ledger's lines: of those after the known part where it is there, else of all. `reads` reads again what was visited. */
export type BeginReading = (reads: LedgerReads, isKnown: boolean) => LineVisitor

/** The open ledger: the only place that writes events. A damaged one is only read. */
export class Ledger {
  readonly #reads: LedgerReads
  /** Undefined where the ledger is damaged. */
  readonly #writing: FileHandle | undefined
  readonly #keys: LibraryKeys
  readonly #sums: LedgerSums
  #end: ChainEnd
  #failed = false

  private constructor(
    reads: LedgerReads,
    writing: FileHandle | undefined,
    keys: LibraryKeys,
    { walked: { lastSeq, byteLength, lastHash }, sums }: WalkedFile,
  ) {
    this.#reads = reads
    this.#writing = writing
    this.#keys = keys
    this.#sums = sums
    this.#end = { lastSeq, byteLength, lastHash }
  }

  /**
   * Opens and verifies a ledger, making it when there is none. What is `known` is only compared with its sums; where it differs, the whole ledger is verified.
   * A torn last line is set aside beside the ledger, never thrown away. Of a damaged ledger nothing is changed. Throws `library-damaged` when not even its first
   * record is left.
   */
  static async open(
    places: LibraryPlaces,
    keys: LibraryKeys,
    begin: BeginReading,
    known?: KnownPart,
  ): Promise<OpenedLedger> {
    const opened: { close(): Promise<void> }[] = []
    try {
      if (!known) await makeLedger(places)
      const file = await open(places.ledger, constants.O_RDONLY)
      opened.push(file)
      const reads = new LedgerReads(file, keys)
      const found = await walkFile(file, (isKnown) => begin(reads, isKnown), known)
      const { damage, tornBytes, byteLength, lastSeq } = found.walked
      if (damage?.afterSeq === 0) throw new AppError('library-damaged', { reason: damage.reason })
      if (damage) return { ledger: new Ledger(reads, undefined, keys, found), damage, tornSetAside: false }
      const tornSetAside = tornBytes.length > 0
      if (tornSetAside)
        await writeFileDurably(join(places.ledgerFolder, `torn-after-${lastSeq}-${tornBytes.length}.bin`), tornBytes)
      const writing = await open(places.ledger, constants.O_RDWR)
      opened.push(writing)
      if (tornSetAside) await writing.truncate(byteLength)
      await writing.sync()
      return { ledger: new Ledger(reads, writing, keys, found), damage, tornSetAside }
    } catch (error) {
      for (const handle of opened) await handle.close()
      const { code } = error as NodeJS.ErrnoException
      if (known && code === 'ENOENT')
        throw new AppError('library-damaged', { reason: 'the record of its photos is gone' })
      throw diskError(error)
    }
  }

  /** The part of the ledger that is verified and acknowledged now. */
  get known(): KnownPart {
    return { ...this.#end, sums: this.#sums.sums() }
  }

  get lastSeq(): number {
    return this.#end.lastSeq
  }

  /** How much of the file is acknowledged, and the hash of the last line in it. */
  get acknowledged(): ChainEnd {
    return this.#end
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
    const writing = this.#writing
    if (!writing) throw new AppError('library-read-only')
    if (this.#failed) throw new AppError('folder-unavailable', { reason: 'An earlier write failed. Restart Stipple.' })
    const keyIds = await this.#keys.keyIdsFor(clientIds)
    const { lastSeq, byteLength, lastHash } = this.#end
    const place = { seq: lastSeq + 1, prev: lastHash }
    const line = encodeLine(sealEntry(this.#keys, place, at, events, keyIds))
    const bytes = Buffer.from(line)
    try {
      await writeFully(writing, bytes, byteLength)
      await writing.datasync()
    } catch (error) {
      await this.#takeBack(writing)
      throw diskError(error)
    }
    this.#sums.add(bytes)
    this.#end = {
      lastSeq: lastSeq + events.length,
      byteLength: byteLength + bytes.length,
      lastHash: lineHash(line),
    }
    return events.map((event, index) => ({ seq: lastSeq + 1 + index, at, event }))
  }

  async close(): Promise<void> {
    await this.#writing?.close()
    await this.#reads.close()
  }

  // after a failed write or fsync the handle isn't trusted again unless the line could be taken back whole
  async #takeBack(writing: FileHandle): Promise<void> {
    try {
      await writing.truncate(this.#end.byteLength)
      await writing.datasync()
    } catch {
      this.#failed = true
    }
  }
}

async function writeFully(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, position + written)
    written += bytesWritten
  }
}

async function makeLedger({ ledger, ledgerFolder }: LibraryPlaces): Promise<void> {
  await makeFolder(ledgerFolder)
  await (await open(ledger, constants.O_RDONLY | constants.O_CREAT, 0o600)).close()
  await syncFolder(ledgerFolder)
}

async function walkFile(
  file: FileHandle,
  begin: (isKnown: boolean) => LineVisitor,
  known: KnownPart | undefined,
): Promise<WalkedFile> {
  const checked = known && (await compareSums(file, known.byteLength, known.sums))
  const sums = checked ?? new LedgerSums()
  const from = checked && known ? known : emptyChain
  const walk = new LedgerWalk(begin(checked !== undefined), (bytes) => sums.add(bytes), from)
  for (let at = from.byteLength; ; ) {
    const bytes = Buffer.allocUnsafe(pieceBytes)
    const length = await readFully(file, bytes, at)
    walk.push(bytes.subarray(0, length))
    at += length
    if (length < bytes.length) break
  }
  return { walked: withMissingEnd(walk.end(), known), sums }
}

/** A ledger that ends before what was once verified has lost its end, however well it reads up to there. */
function withMissingEnd(walked: WalkedLedger, known: KnownPart | undefined): WalkedLedger {
  if (!known || walked.lastSeq >= known.lastSeq) return walked
  const afterSeq = walked.lastSeq
  const reason = walked.damage?.reason ?? `the end is missing after record ${afterSeq}`
  return { ...walked, damage: { afterSeq, reason, lastSeq: Math.max(walked.damage?.lastSeq ?? 0, known.lastSeq) } }
}
